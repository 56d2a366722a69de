import stopRows from '../../grammars/lexicon/topic-stop-words.yaml';
import {
  type Figure,
  type Measure,
  type Paragraph,
  type PlacedParagraph,
  type Root,
  type Section,
  spanOf,
} from '../ast.ts';
import type { DocumentData } from '../document.ts';
import { lower } from '../lexicon/phrases.ts';
import type { TopicStopWords } from '../lexicon/schema.ts';
import { headOf, isAdditive, printNumber, quoteOf, unitOf } from '../quantity.ts';
import type { Span } from '../source.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** One quantity that the report states twice, with two values. */
export const valueConflict: Rule = {
  id: 'value-conflict',
  severity: 'warning',
  reason: {
    vi: 'Cùng một đại lượng trong cùng một mục phải có cùng một giá trị; đã giải quyết 59/63 vụ thì còn lại phải là 4 vụ.',
    en: 'One quantity of one section must have one value; if 59 of 63 cases are settled, 4 must be left.',
  },
  *check(tree, data, listed) {
    yield* checkRemainders(listed, data);
    yield* checkRestatements(tree, data, listed);
  },
};

/** "59/63 vụ …; còn lại 05 vụ": what is left against what there was. */
function* checkRemainders(listed: PlacedParagraph[], { source }: DocumentData): Generator<RuleFinding> {
  for (const { paragraph } of listed) {
    const shares: Measure[] = [];
    if (!leftOver.test(paragraph.reading)) continue;
    for (const figure of paragraph.children) {
      if (figure.type !== 'figure') continue;
      const [first] = figure.children;
      if (first && shares.length && isRemainder(paragraph, figure)) {
        const finding = remainder(first, shares, source.text);
        if (finding) yield finding;
      }
      shares.push(...figure.children.filter(({ of, to, approx }) => of !== null && to === null && !approx));
      if (shares.length > remembered) shares.splice(0, shares.length - remembered);
    }
  }
}

/** Shares further back are not what is left of. */
const remembered = 16;

const leftOver = /còn\s+lại/;

function isRemainder(paragraph: Paragraph, figure: Figure): boolean {
  const at = spanOf(figure)[0] - spanOf(paragraph)[0];
  return /(?<!\p{L})còn\s+lại\s*(?:là\s*)?:?\s*$/iu.test(paragraph.reading.slice(Math.max(0, at - 24), at));
}

function remainder(rest: Measure, shares: Measure[], text: string): RuleFinding | null {
  const same = shares.filter((share) => headOf(share) === headOf(rest) && share.kind === rest.kind);
  const [share] = same;
  if (!share || rest.approx || same.some(({ value, of }) => (of ?? 0) - value === rest.value)) return null;
  const right = `${printNumber((share.of ?? 0) - share.value)} ${unitOf(rest)}`;
  const [stated, base] = [quoteOf(text, rest), quoteOf(text, share)];
  return {
    span: spanOf(rest),
    message: {
      vi: `Ghi còn lại ${stated}, nhưng ${base} thì còn ${right}.`,
      en: `States ${stated} as left, but ${base} leaves ${right}.`,
    },
    related: [{ span: spanOf(share), message: { vi: base, en: base } }],
  };
}

/** An amount with what it is about. */
interface Quantity {
  value: number;
  unit: string;
  topic: string;
  /** The section within which it is one quantity. */
  scope: Section | null;
  span: Span;
  text: string;
}

function* checkRestatements(tree: Root, data: DocumentData, listed: PlacedParagraph[]): Generator<RuleFinding> {
  const known = new Map<Section | null, Map<string, Quantity>>();
  for (const quantity of quantities(tree, data, listed)) {
    const scope = known.get(quantity.scope) ?? new Map<string, Quantity>();
    known.set(quantity.scope, scope);
    const key = `${quantity.unit}|${quantity.topic}`;
    const before = scope.get(key);
    if (!before) scope.set(key, quantity);
    else if (before.value !== quantity.value) yield conflict(before, quantity);
  }
}

function conflict(before: Quantity, now: Quantity): RuleFinding {
  return {
    span: now.span,
    message: {
      vi: `Ghi ${now.text}, nhưng trước đó cùng nội dung ghi ${before.text}.`,
      en: `States ${now.text}, but ${before.text} was stated for the same before.`,
    },
    related: [{ span: before.span, message: { vi: before.text, en: before.text } }],
  };
}

const bullets = new Set(['dash', 'plus', 'star', 'bullet']);

/** The quantities of the numbered sections, each with its topic: what its item and the items above are about. */
function* quantities(tree: Root, data: DocumentData, listed: PlacedParagraph[]): Generator<Quantity> {
  const parents = new Map<Section, Section>();
  const walk = (section: Section) => {
    for (const child of section.children)
      if (child.type === 'section') {
        parents.set(child, section);
        walk(child);
      }
  };
  for (const child of tree.children) if (child.type === 'section') walk(child);
  for (const { paragraph, section } of listed) {
    let until: number | null = null;
    for (const figure of paragraph.children) {
      if (figure.type !== 'figure' || !section || figure.parent) continue;
      const told = subjectOf(figure, paragraph);
      if (!told) continue;
      until ??= timeOf(paragraph.reading);
      if (spanOf(figure)[1] - spanOf(paragraph)[0] > until) break;
      yield* amountsOf(figure, told, placeOf(section, parents), data);
    }
  }
}

/** Where a paragraph begins to speak of another time. */
function timeOf(reading: string): number {
  const at = lower(reading).search(elsewhen);
  return at < 0 ? reading.length : at;
}

/** The numbered section that a paragraph stands in, and what the bullets above it are about. */
function placeOf(section: Section, parents: Map<Section, Section>): { scope: Section | null; above: string } {
  let scope: Section | null = section;
  let above = '';
  while (scope && bullets.has(scope.scheme)) {
    if (scope !== section) above += ` ${firstWords(scope)}`;
    scope = parents.get(scope) ?? null;
  }
  return { scope, above };
}

/** What a figure states, where the text says it plainly: "Label: 12 đơn", "12/15 vụ việc khiếu nại thuộc thẩm quyền". */
function subjectOf(figure: Figure, paragraph: Paragraph): string | null {
  const start = spanOf(paragraph)[0];
  const { reading } = paragraph;
  if (figure.children[0]?.of != null) {
    const at = spanOf(figure)[1] - start;
    return ratioSubject.exec(lower(reading.slice(at, at + 200)))?.[0] ?? null;
  }
  return figure.label && reading.trimStart().startsWith(figure.label) ? figure.label : null;
}

/** The noun phrase behind a ratio, up to who does it or to the next clause. */
const ratioSubject = /^(?:(?!\s+của\s|,\s*(?:tương ứng|chiếm|đạt|bằng|tỷ lệ))[^;:.()\d]){1,160}/u;

function* amountsOf(
  figure: Figure,
  told: string,
  { scope, above }: { scope: Section | null; above: string },
  { source }: DocumentData,
): Generator<Quantity> {
  const topic = topicOf(`${told} ${above}`, scope ? firstWords(scope) : '');
  if (topic.split(' ').length < 4) return;
  for (const measure of figure.children)
    if (isAdditive(measure) && !measure.approx && measure.to === null)
      yield {
        value: measure.of ?? measure.value,
        unit: headOf(measure),
        topic,
        scope,
        span: spanOf(measure),
        text: quoteOf(source.text, measure),
      };
}

/** What an item is about: its words up to the first number or sign. */
function firstWords({ children: [first] }: Section): string {
  return first?.type === 'paragraph' ? (/^[^\d:;.(]{0,200}/.exec(first.reading)?.[0] ?? '') : '';
}

const wordsOf = (role: TopicStopWords['role']): string =>
  (stopRows as TopicStopWords[])
    .filter((row) => row.role === role)
    .flatMap((row) => row.words)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', String.raw`\s+`))
    .join('|');
const empty = new RegExp(String.raw`(?<![\p{L}\d])(?:${wordsOf('empty')})(?![\p{L}\d])`, 'gu');
const elsewhen = new RegExp(String.raw`(?<![\p{L}\d])(?:${wordsOf('elsewhen')})(?![\p{L}\d])`, 'u');

/** The words that tell a quantity from others, in a fixed order; without those of the section it stands in. */
function topicOf(told: string, section: string): string {
  const split = (text: string) =>
    text
      .toLowerCase()
      .replace(empty, ' ')
      .match(/\p{L}+/gu) ?? [];
  const outside = new Set(split(section));
  return [...new Set(split(told))]
    .filter((word) => !outside.has(word))
    .sort()
    .join(' ');
}
