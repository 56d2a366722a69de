import type { CheckedFile, CheckFinding, SuppressedFinding } from '../../findings.ts';
import type { RuleInfo } from '../../notices.ts';
import type { Severity } from '../../source.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';

/**
 * The Static Analysis Results Interchange Format 2.1.0 (OASIS). Lines, columns and offsets are those of the text as
 * read: of a .txt or .md file the file itself (NFC, `\n` line ends), of other formats what dvcq reads in them.
 */
export function sarifReporter({ language, catalogue, version, indent }: ReporterOptions): Reporter {
  const files: CheckedFile[] = [];
  return {
    file: (file) => {
      files.push(file);
      return '';
    },
    end: () => {
      const ids = catalogue.map(({ id }) => id);
      const unreadable = files.filter(({ error }) => error !== null);
      const run = {
        tool: {
          driver: {
            name: 'dvcq',
            version,
            semanticVersion: version,
            language,
            rules: catalogue.map((rule) => descriptor(rule, language)),
          },
        },
        language,
        columnKind: 'utf16CodeUnits',
        invocations: [
          { executionSuccessful: unreadable.length === 0, toolExecutionNotifications: unreadable.map(notification) },
        ],
        artifacts: files.map(artifact),
        results: files.flatMap((file, index) =>
          [...file.findings, ...file.suppressed].map((finding) => result(finding, file, index, ids)),
        ),
      };
      const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
      return `${JSON.stringify(log, null, indent ? 2 : 0)}\n`;
    },
  };
}

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

const descriptor = ({ id, severity, reason }: RuleInfo, language: ReporterOptions['language']) => ({
  id,
  name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
  shortDescription: { text: firstSentence(reason[language]) },
  fullDescription: { text: reason[language] },
  help: { text: reason[language] },
  defaultConfiguration: { level: levels[severity] },
});

const firstSentence = (text: string): string => /^.*?[.](?=\s|$)/.exec(text)?.[0] ?? text;

const notification = ({ file, error }: CheckedFile) => ({
  level: 'error',
  message: { text: error },
  locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
});

const artifact = ({ file, sha256 }: CheckedFile) => ({
  location: { uri: uriOf(file) },
  ...(sha256 && { hashes: { 'sha-256': sha256 } }),
});

function result(finding: CheckFinding | SuppressedFinding, { file }: CheckedFile, index: number, ids: string[]) {
  const { rule, severity, message, related, section, page } = finding;
  const ruleIndex = ids.indexOf(rule);
  const artifactLocation = { uri: uriOf(file), index };
  const locate = (place: Place) => ({ physicalLocation: { artifactLocation, ...regionOf(place) } });
  return {
    ruleId: rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: levels[severity],
    message: { text: message },
    locations: [
      { ...locate(finding), ...(section && { logicalLocations: [{ fullyQualifiedName: section, kind: 'section' }] }) },
    ],
    ...(related.length && {
      relatedLocations: related.map((place, id) => ({ id, ...locate(place), message: { text: place.message } })),
    }),
    suppressions: 'suppression' in finding ? [suppression(finding)] : [],
    ...(page !== null && { properties: { page } }),
  };
}

type Place = Pick<CheckFinding, 'span' | 'line' | 'column' | 'endLine' | 'endColumn' | 'text'>;

/** Nothing where a finding is about the file as a whole. */
function regionOf({ span, line, column, endLine, endColumn, text }: Place) {
  if (!span) return {};
  const [charOffset, end] = span;
  return {
    region: {
      startLine: line,
      startColumn: column,
      endLine,
      endColumn,
      charOffset,
      charLength: end - charOffset,
      snippet: { text },
    },
  };
}

const suppression = ({ suppression: { kind, reason, file, line } }: SuppressedFinding) => ({
  kind: kind === 'inline' ? 'inSource' : 'external',
  justification: reason,
  location: {
    physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...(line && { region: { startLine: line } }) },
  },
});

/** A path as a URI: relative paths stay relative, as viewers resolve them against the root of the sources. */
function uriOf(path: string): string {
  const parts = path.split(/[\\/]/).map(encodeURIComponent);
  if (/^[A-Za-z]:$/.test(path.slice(0, 2))) return `file:///${path.slice(0, 2)}/${parts.slice(1).join('/')}`;
  return path.startsWith('/') ? `file://${parts.join('/')}` : parts.join('/').replace(/^(?:\.\/)+/, '');
}
