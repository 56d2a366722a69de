import { type Accept, type Columns, narrowest, widest } from './columns.ts';
import type { Row } from './model.ts';
import { rowsOf, splitAtGaps } from './rows.ts';

/**
 * The head of a document: issuer on the left, name of the state and place and date on the right (Decree 30/2020/NĐ-CP,
 * appendix I). It stands at the top of a page, above the centred title.
 *
 * @param rows of a page, from top to bottom, without page number
 * @param first whether it is the first page: later ones have a head only where another document begins
 */
export function findHead(rows: Row[], first: boolean): Columns | null {
  for (let start = 0; start < Math.min(3, rows.length); start++) {
    const columns = widest(rows, start, rows.slice(start, start + 6), headLike(rows));
    if (columns && isHead(columns, first)) return columns;
  }
  return null;
}

/** Lines of the head are centred in their cells: the same side's lines have one middle, and it is not the page's. */
function headLike(rows: Row[]): Accept {
  const middle = (Math.min(...rows.map((row) => row.x0)) + Math.max(...rows.map((row) => row.x1))) / 2;
  return (row, side, previous) => {
    if (previous && row.y - previous.y > 4 * row.size) return false;
    const own = (row.x0 + row.x1) / 2;
    const block = side.at(-1);
    if (Math.abs(own - middle) < row.size) return false;
    return (
      !block || Math.abs(own - (block.x0 + block.x1) / 2) < 2.5 * row.size || Math.abs(row.x0 - block.x0) < row.size
    );
  };
}

/** Two columns of centred lines. On the first page one that is not (drafts are set carelessly) will do. */
function isHead({ left, right }: Columns, first: boolean): boolean {
  const isCentred = (side: Row[]) => {
    const middles = side.map((row) => (row.x0 + row.x1) / 2);
    return middles.every((middle) => Math.abs(middle - middles[0]!) < 1.5 * side[0]!.size);
  };
  if (first) return left.length + right.length > 2 && (isCentred(left) || isCentred(right));
  return left.length > 1 && right.length > 1 && isCentred(left) && isCentred(right);
}

/** The heading of the list, with an entry on its line at most; `Nơi nhận hồ sơ` in running text is another thing. */
const recipients = /^n[ơo]i\s*nh[ậa]n\s*:?\s*(?:[-–+*].*|như trên.*)?$/iu;

/**
 * The foot: recipients (Nơi nhận) on the left, signature on the right; it runs to the end of the page. Its name
 * may stand alone on the next page.
 */
export function findFoot(rows: Row[], from: number): Columns | null {
  let start = rows.findIndex(
    (row, n) => n >= from && splitAtGaps(row, narrowest).some((piece) => recipients.test(textOf(piece))),
  );
  if (start < 0) return null;
  const heading = splitAtGaps(rows[start]!, narrowest).find((piece) => recipients.test(textOf(piece)))!;
  // The signature's first line may begin a little higher.
  const above = start > from ? rows[start - 1] : undefined;
  if (above && above.x0 > heading.x1 && rows[start]!.y - above.y < 1.6 * above.size && isCapitals(textOf(above)))
    start--;
  return widest(rows, start, rows.slice(start), () => true) ?? onlyLeft(rows, start);
}

/** A foot without any signature: the recipients' list alone, line by line. */
function onlyLeft(rows: Row[], start: number): Columns {
  const left = rows.slice(start);
  const edge = Math.max(...left.map((row) => row.x1));
  return { start, end: rows.length, strip: { x0: edge, x1: edge }, left, right: [] };
}

/**
 * The rest of a foot on the next page: rows that keep to the columns of the page before, under what began there.
 *
 * @param before the foot at the end of the page before
 */
export function findFootRest(rows: Row[], before: Columns): Columns | null {
  const { x0, x1 } = before.strip;
  const edge = Math.min(...before.left.map((row) => row.x0));
  const middle = before.right[0] ? (before.right[0].x0 + before.right[0].x1) / 2 : x1;
  const isOurs = (row: Row) =>
    Math.abs(row.x0 - edge) < row.size || Math.abs((row.x0 + row.x1) / 2 - middle) < 2 * row.size;
  const end = rows.findIndex(
    (row) =>
      row.words.some((word) => word.x0 < x0 - 1 && word.x1 > x1 + 1) || !splitAtGaps(row, narrowest).some(isOurs),
  );
  const own = rows.slice(0, end < 0 ? rows.length : end);
  if (own.length === 0) return null;
  const words = own.flatMap((row) => row.words);
  const [left, right] = [
    words.filter((word) => word.x0 < (x0 + x1) / 2),
    words.filter((word) => word.x0 >= (x0 + x1) / 2),
  ];
  return { start: 0, end: own.length, strip: before.strip, left: rowsOf(left), right: rowsOf(right) };
}

/** Two signatures side by side, without recipients: capitals on both sides, to the end of the page. */
export function findSignatures(rows: Row[], from: number): Columns | null {
  for (let start = Math.max(from, rows.length - 8); start < rows.length; start++) {
    const pieces = splitAtGaps(rows[start]!, 2);
    if (pieces.length !== 2 || !pieces.every((piece) => isCapitals(textOf(piece)))) continue;
    const columns = widest(rows, start, [rows[start]!], () => true);
    if (columns && columns.end === rows.length) return columns;
  }
  return null;
}

const isCapitals = (text: string): boolean => text === text.toUpperCase() && /\p{L}{2}/u.test(text);

const textOf = (row: Row): string =>
  row.words
    .map(({ text }) => text)
    .join(' ')
    .normalize('NFC');

/** The fewest rows, side by side, that make a text in two columns. */
const shortestFlow = 6;

/**
 * Running text in two columns: long rows on both sides, whose lines fill their columns.
 *
 * @param until the row before which it must begin
 */
export function findFlow(rows: Row[], from: number, until = rows.length): Columns | null {
  for (let start = from; start < until && start + shortestFlow <= rows.length; start++) {
    if (splitAtGaps(rows[start]!, 1).length < 2) continue;
    const columns = widest(rows, start, [rows[start]!], () => true);
    if (columns && columns.left.length >= shortestFlow && columns.right.length >= shortestFlow && isFull(columns))
      return columns;
  }
  return null;
}

function isFull({ left, right }: Columns): boolean {
  return [left, right].every((side) => {
    const width = Math.max(...side.map((row) => row.x1)) - Math.min(...side.map((row) => row.x0));
    const sum = side.reduce((total, row) => total + row.x1 - row.x0, 0);
    return sum / side.length > 0.7 * width && width > 120;
  });
}
