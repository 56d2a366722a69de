import type { Language } from '../document.ts';
import { parse } from '../pipeline.ts';
import type { Diagnostic, Report } from '../schema.ts';
import type { Message, Severity, Source, Span } from '../source.ts';
import { catalogue } from './catalogue.ts';
import { inlineSuppressions, type Suppression, unknownRule } from './inline.ts';

export { catalogue, similarRule } from './catalogue.ts';
export type { Suppression } from './inline.ts';
export { placer } from './place.ts';

export interface CheckOptions {
  /** Language of messages; Vietnamese unless told. A report that is already parsed keeps its own. */
  language?: Language;
  /** Ids of the only rules to apply; all unless told. */
  rules?: readonly string[];
  /** Ids of rules to leave out. */
  without?: readonly string[];
}

/**
 * The findings of a report in the order of the text, without those that a `dvcq-ignore` comment in a text or Markdown
 * file silences.
 *
 * @param input a parsed report, a document from {@link read}, or plain text
 * @throws RangeError when an option names a rule that does not exist
 */
export function check(input: Report | Source | string, options: CheckOptions = {}): Diagnostic[] {
  const { language = 'vi', rules = [], without = [] } = options;
  for (const id of [...rules, ...without])
    if (!catalogue.some((rule) => rule.id === id)) throw new RangeError(unknownRule(id)[language]);
  const report = isReport(input) ? input : parse(input, { language });
  const applies = (rule: string) => (!rules.length || rules.includes(rule)) && !without.includes(rule);
  return review(report, { language, applies }).findings;
}

const isReport = (input: Report | Source | string): input is Report => typeof input !== 'string' && 'schema' in input;

/** How a report is reviewed. */
export interface ReviewOptions {
  language: Language;
  /** Whether the findings of a rule are wanted. */
  applies(rule: string): boolean;
  /** Severities of findings, by rule, in place of their own. */
  severities?: Record<string, Severity>;
  /** What silences findings besides the comments of the text. */
  suppressions?: readonly Suppression[];
}

/** What is left of a report's diagnostics, and what was silenced by what. */
export interface Review {
  findings: Diagnostic[];
  suppressed: { finding: Diagnostic; suppression: Suppression }[];
}

/** Sorts out the diagnostics of a report: those wanted, those suppressed, and what is wrong with suppressions. */
export function review(report: Report, options: ReviewOptions): Review {
  const { suppressions: inline, misuses } = inlineSuppressions(report);
  const suppressions = [...inline, ...(options.suppressions ?? [])];
  const findings: Diagnostic[] = [];
  const suppressed: Review['suppressed'] = [];
  for (const diagnostic of report.diagnostics) {
    if (!options.applies(diagnostic.rule)) continue;
    const severity = options.severities?.[diagnostic.rule];
    const finding = severity ? { ...diagnostic, severity } : diagnostic;
    const suppression = suppressions.find(({ rule, covers }) => rule === finding.rule && covers(finding.span));
    if (suppression) suppressed.push({ finding, suppression });
    else findings.push(finding);
  }
  // Whoever leaves a rule out is not told that its suppressions have nothing to do.
  const used = new Set(suppressed.map(({ suppression }) => suppression));
  const idle = inline.filter((one) => options.applies(one.rule) && !used.has(one));
  const about = [
    ...misuses.map((misuse) => diagnosticOf('invalid-suppression', 'error', misuse, options)),
    ...idle.map((one) => unusedSuppression(one, options)),
  ];
  findings.push(...about.filter(({ rule }) => options.applies(rule)));
  return { findings: findings.sort(byPlace), suppressed };
}

/** The finding that a suppression silences nothing. */
export const unusedSuppression = ({ rule, span, line }: Suppression, options: ReviewOptions): Diagnostic => {
  const message = {
    vi: `Không có phát hiện ${rule} nào để bỏ qua; nên xóa mục này.`,
    en: `There is no ${rule} finding to silence; remove this suppression.`,
  };
  return diagnosticOf('unused-suppression', 'info', { message, span, line }, options);
};

function diagnosticOf(
  rule: string,
  severity: Severity,
  { message, span, line }: { message: Message; span: Span | null; line: number | null },
  { language, severities }: ReviewOptions,
): Diagnostic {
  const own = severities?.[rule] ?? severity;
  return { rule, severity: own, message: message[language], span, line, page: null, related: [] };
}

/** In the order of the text; what is about the whole document first. */
const byPlace = (a: Diagnostic, b: Diagnostic): number => (a.span?.[0] ?? -1) - (b.span?.[0] ?? -1);
