import type { PageContent, Row } from '../pdf/model.ts';
import { rowsOf } from '../pdf/rows.ts';
import { usualSize } from './sizes.ts';

/**
 * Labels of Roman sections are where OCR fails most: bold strokes side by side without any word around them. `II.`
 * comes out as `1H.` or `THỊ.`, `III.` as `II.`, `I.` as `L`. What is made of strokes alone is therefore counted by
 * its ink: in every text face `I.`, `II.` and `III.` are as wide as so many strokes.
 */
const strokes = /^(?:[I1lLHTỊÍÌiị|!]{1,5}[.,]|[L|!l]{1,3})$/u;
/** A label whose full stop was overlooked; only in front of a heading in capitals, elsewhere it may be a word or name. */
const dotless = /^I{1,3}$/;
const capitals = /^\p{Lu}{2,}$/u;
/** An Arabic label, which says what it is; but for `1.` where I. is missing. */
const arabic = /^\d+[.,]$/;

/** Greatest width of one, two and three strokes with their full stop, in ems (upright 0.5, 0.9, 1.2; bold 0.6, 1, 1.4). */
const widths = [0.75, 1.12, 1.6];
/** From here on there are three strokes, in whatever face. */
const surelyThree = 1.25;

const romans = ['I.', 'II.', 'III.', 'IV.', 'V.', 'VI.', 'VII.', 'VIII.', 'IX.', 'X.'];

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
    const count = countStrokes((label.x1 - label.x0) / size, last);
    if (dotless.test(label.text) && capitals.test(row.words[1]?.text ?? '') && label.text.length === last + 1) {
      label.misread = label.text;
      label.text += '.';
    }
    const read = romans.indexOf(label.text) + 1;
    if (strokes.test(label.text) && !arabic.test(label.text) && count && count !== read && read !== last + 1) {
      // Out of order as read and as counted: then the count must be beyond doubt.
      if (count === last + 1 || !read || (label.x1 - label.x0) / size > surelyThree) {
        label.misread = label.text;
        label.text = romans[count - 1]!;
      }
    }
    last = romans.indexOf(label.text) + 1 || last;
  }
}

/** A heading or sentence stands behind it. */
const isLabelled = ({ words }: Row): boolean => /^["“]?\p{Lu}/u.test(words[1]?.text ?? '');

/** How many strokes are that wide; where two faces meet, the order decides. */
function countStrokes(width: number, last: number): number {
  const count = widths.findIndex((most) => width <= most) + 1;
  return count === 2 && last === 2 && width > 1.08 ? 3 : count;
}
