import type { PageContent, Row, Word } from '../pdf/model.ts';
import { rowsOf } from '../pdf/rows.ts';
import { usualSize } from './sizes.ts';

/**
 * Labels of Roman sections are where OCR fails most: bold strokes side by side without any word around them. `II.`
 * comes out as `1H.` or `THỊ.`, `III.` as `II.`, `I.` as `L`. What is made of strokes alone is therefore counted by
 * its ink: in every text face `I.`, `II.` and `III.` are as wide as so many strokes.
 */
const strokes = /^(?:[I1lLHTỊÍÌiị|!]{1,5}[.,]|[L|!l]{1,3})$/u;
/** In front of a heading in capitals more is a label than may be one elsewhere, where it may be a word. */
const strokesOfHeading = /^(?:[IL1l|!]{1,4}|H|TT|I[nr]|[IL1l|!HT]{1,4}[.,-])$/;
/** A label whose full stop was overlooked; only in front of a heading in capitals, elsewhere it may be a word or name. */
const dotless = /^I{1,3}$/;
const capitals = /^\p{Lu}{2,}$/u;
/** An Arabic label, which says what it is; but for `1.` where I. is missing. */
const arabic = /^\d+[.,]$/;

/** Greatest width of one, two and three strokes with their full stop, in ems (upright 0.5, 0.9, 1.2; bold 0.6, 1, 1.4). */
const widths = [0.75, 1.12, 1.6];
/** From here on there are three strokes, in whatever face. */
const surelyThree = 1.25;

/** By how much a hyphen is wider than a full stop, in ems. */
const HYPHEN = 0.08;

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/**
 * Reads the labels of Roman sections again, by their ink and their order.
 *
 * @param pages in order; a word that is corrected keeps what was read as `misread`
 */
export function mendLabels(pages: PageContent[]): void {
  const size = usualSize(pages);
  let last = 0;
  for (const row of pages.flatMap(({ words }) => rowsOf(words))) {
    const label = row.words[0];
    if (!label || !isLabelled(row)) continue;
    const meant = meantBy(row, label, size, last);
    if (meant && meant !== label.text) {
      label.misread = label.text;
      label.text = meant;
    }
    last = numberOf(label.text) || last;
  }
}

/** What a label must be behind the section numbered `last`; `null` where it may be what was read. */
function meantBy(row: Row, { text, x0, x1 }: Word, size: number, last: number): string | null {
  const width = (x1 - x0) / size;
  const hyphen = text.endsWith('-');
  const count = countStrokes(hyphen ? width - HYPHEN : width, last);
  const read = numberOf(text);
  const inOrder = count === last + 1 && read !== count;
  if (inOrder && isCapital(row) && strokesOfHeading.test(text)) return romans[last]! + (hyphen ? '-' : '.');
  if (dotless.test(text) && capitals.test(row.words[1]?.text ?? '') && text.length === last + 1) return `${text}.`;
  if (!strokes.test(text) || arabic.test(text) || !count || count === read || read === last + 1) return null;
  // Out of order as read and as counted: then the count must be beyond doubt.
  return inOrder || !read || width > surelyThree ? `${romans[count - 1]}.` : null;
}

/** The number of a Roman label, 0 where it is none. */
const numberOf = (label: string): number => (/[.-]$/.test(label) ? romans.indexOf(label.slice(0, -1)) + 1 : 0);

/** A heading or sentence stands behind it. */
const isLabelled = ({ words }: Row): boolean => /^["“]?\p{Lu}/u.test(words[1]?.text ?? '');

const isCapital = ({ words: [, ...heading] }: Row): boolean =>
  heading.length > 1 && heading.slice(0, 3).every(({ text }) => /^\P{Ll}+$/u.test(text) && /\p{Lu}/u.test(text));

/** How many strokes are that wide; where two faces meet, the order decides. */
function countStrokes(width: number, last: number): number {
  const count = widths.findIndex((most) => width <= most) + 1;
  return count === 2 && last === 2 && width > 1.08 ? 3 : count;
}
