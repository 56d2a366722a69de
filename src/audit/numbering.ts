import { type Root, type Section, spanOf } from '../ast.ts';
import type { Span } from '../source.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** Section numbers that repeat, skip or stand in the wrong section. Bullets have no number. */
export const numbering: Rule = {
  id: 'numbering',
  severity: 'warning',
  reason: {
    vi: 'Số thứ tự của phần, mục, điểm phải liên tục và đúng chỗ; số lặp lại hay nhảy cóc làm sai mọi dẫn chiếu đến mục đó.',
    en: 'Section numbers must run on without repetition or gap and stand in their own section; otherwise every reference to a section is ambiguous.',
  },
  check(tree) {
    const found: RuleFinding[] = [];
    checkSiblings(tree, null, found);
    return found;
  },
};

function checkSiblings(parent: Root | Section, owner: Section | null, found: RuleFinding[]): void {
  let last: Map<string, Section> | undefined;
  for (const child of parent.children) {
    if (child.type !== 'section') continue;
    if (child.value > 0) {
      const before = last?.get(child.scheme);
      const finding = misplaced(child, owner) ?? (before && outOfOrder(child, before, owner));
      if (finding) found.push(finding);
      last ??= new Map();
      last.set(child.scheme, child);
    }
    checkSiblings(child, child, found);
  }
}

/** `2.3` inside section `3`. */
function misplaced(section: Section, owner: Section | null): RuleFinding | null {
  const dot = section.ordinal.lastIndexOf('.');
  const prefix = section.ordinal.slice(0, dot);
  // "a.1)" below "1." counts by a letter that heads it nowhere; only numbers name the section they stand in.
  if (!/\d$/.test(prefix) || !owner?.scheme.startsWith('decimal') || owner.ordinal === prefix) return null;
  const right = `${owner.ordinal}${section.ordinal.slice(dot)}`;
  return {
    span: markerSpan(section),
    message: {
      vi: `Mục ${section.ordinal} nằm trong mục ${owner.ordinal}; đúng ra là ${right}.`,
      en: `Section ${section.ordinal} stands in section ${owner.ordinal}; expected ${right}.`,
    },
    related: [{ span: markerSpan(owner), message: { vi: `mục ${owner.ordinal}`, en: `section ${owner.ordinal}` } }],
  };
}

/** A number that does not follow the one before it among its siblings. */
function outOfOrder(section: Section, before: Section, owner: Section | null): RuleFinding | null {
  const step = section.value - before.value;
  if (step === 1 || isLetterGap(before, section)) return null;
  // A second list may begin anew in the same section; two first items in a row are a slip.
  if (section.value === 1 && (before.value > 1 || endsInColon(before))) return null;
  const place = owner ? { vi: ` trong mục ${owner.ordinal}`, en: ` in section ${owner.ordinal}` } : { vi: '', en: '' };
  const right = successor(before);
  const expected = right ? { vi: `; đúng ra là ${right}`, en: `; expected ${right}` } : { vi: '', en: '' };
  const offence =
    step <= 0
      ? { vi: step === 0 ? 'lặp lại' : 'lùi lại', en: step === 0 ? 'is repeated' : 'goes back' }
      : { vi: `nhảy cóc sau mục ${before.ordinal}`, en: `skips behind ${before.ordinal}` };
  return {
    span: markerSpan(section),
    message: {
      vi: `Mục ${section.ordinal} ${offence.vi}${place.vi}${expected.vi}.`,
      en: `Section ${section.ordinal} ${offence.en}${place.en}${expected.en}.`,
    },
    related: [
      {
        span: markerSpan(before),
        message: { vi: `mục ${before.ordinal} đứng trước`, en: `section ${before.ordinal} before it` },
      },
    ],
  };
}

/** "1. Một.⏎Các giải pháp:⏎1. Một.": the line before the number announces a list of its own. */
function endsInColon(section: Section): boolean {
  const last = section.children.at(-1);
  if (!last) return false;
  return last.type === 'section' ? endsInColon(last) : last !== section.children[0] && /:\s*$/.test(last.reading);
}

/** a, b, c, d, e without đ is as usual as with it (đ stands between d and e). */
const isLetterGap = (before: Section, section: Section): boolean =>
  (section.scheme === 'letter' || section.scheme === 'upper-letter') &&
  before.ordinal.toLowerCase() === 'd' &&
  section.ordinal.toLowerCase() === 'e';

/** The ordinal that should follow, in the printed style; `null` where it is a word. */
function successor({ ordinal, scheme, value }: Section): string | null {
  if (scheme === 'roman') return romanOf(value + 1);
  if (/^\d+$/.test(ordinal)) return String(value + 1);
  if (/^[\d.]+$/.test(ordinal)) return `${ordinal.slice(0, ordinal.lastIndexOf('.') + 1)}${value + 1}`;
  return null;
}

const romanSigns: [number, string][] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function romanOf(value: number): string {
  let rest = value;
  let ordinal = '';
  for (const [worth, sign] of romanSigns) for (; rest >= worth; rest -= worth) ordinal += sign;
  return ordinal;
}

const markerSpan = (section: Section): Span => {
  const [start] = spanOf(section);
  return [start, start + section.marker.length];
};
