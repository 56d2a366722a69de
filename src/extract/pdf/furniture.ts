import type { PageContent, Row } from './model.ts';
import { isApart } from './rows.ts';

/** How many rows at the top or foot of a page may belong to the page rather than the text. */
const deepest = 3;

const plain = (row: Row): string =>
  row.words
    .map((word, n) => (n && isApart(row.words[n - 1]!, word) ? ' ' : '') + word.text)
    .join('')
    .normalize('NFC');

/** `12`, `- 12 -`, `12/40`, `Trang 12/40`, `Page 12 of 40` */
const pageNumber =
  /^(?:[-–—|] ?)?(?:(?:trang|page|tr\.) ?(?:số ?)?)?(\d{1,4})(?: ?(?:\/|of|trên) ?\d{1,4})?(?: ?[-–—|])?\.?$/iu;

interface Candidate {
  page: number;
  row: Row;
  text: string;
  /** How far its number is from the page's own, `null` where it shows no page number. */
  shift: number | null;
  artifact: boolean;
  /** Smaller than the text next to it, or further from it than its lines are from each other. */
  apart: boolean;
}

/**
 * The rows that belong to the pages, not to the text: page numbers (Decree 30/2020/NĐ-CP puts them top centre from
 * the second page on, others at the foot) and heads or feet that repeat from page to page.
 *
 * @param pages the rows of each page, from top to bottom
 */
export function findFurniture(pages: { rows: Row[]; content: PageContent }[]): Set<Row> {
  const found = new Set<Row>();
  for (const from of ['top', 'foot'] as const) {
    for (let depth = 0; depth < deepest; depth++) {
      const candidates = pages.flatMap(({ rows, content }, page) => {
        const left = rows.filter((row) => !found.has(row));
        // A page that has given up nothing so far gives nothing further in.
        if (left.length === 0 || (depth > 0 && !hasGiven(rows, found, from, depth))) return [];
        const row = (from === 'top' ? left[0] : left.at(-1))!;
        const next = from === 'top' ? left[1] : left.at(-2);
        return isInMargin(row, left, from, content) ? [candidateOf(row, next, page)] : [];
      });
      const accepted = candidates.filter((candidate) => isFurniture(candidate, candidates, pages.length));
      if (accepted.length === 0) break;
      for (const { row } of accepted) found.add(row);
    }
  }
  return found;
}

function hasGiven(rows: Row[], found: Set<Row>, from: 'top' | 'foot', depth: number): boolean {
  const edge = from === 'top' ? rows.slice(0, depth) : rows.slice(-depth);
  return edge.every((row) => found.has(row));
}

function candidateOf(row: Row, next: Row | undefined, page: number): Candidate {
  const text = plain(row);
  const number = pageNumber.exec(text)?.[1];
  const artifact = row.words.every((word) => word.artifact);
  const apart = !next || row.size < 0.93 * next.size || Math.abs(next.y - row.y) > 1.5 * next.size;
  return { page, row, text, artifact, apart, shift: number ? Number(number) - page - 1 : null };
}

/** In the outer eighth of the page, or all that the page has. */
function isInMargin(row: Row, rows: Row[], from: 'top' | 'foot', { height }: PageContent): boolean {
  const inMargin = from === 'top' ? row.y < height / 8 : row.y > height * (7 / 8);
  return inMargin || (rows.length === 1 && row.words.length <= 3);
}

function isFurniture(candidate: Candidate, all: Candidate[], pages: number): boolean {
  if (candidate.artifact) return true;
  if (candidate.shift !== null) return isPageNumber(candidate, all);
  const alike = all.filter((other) => isAlike(candidate, other)).length;
  // A footnote may say the same on many pages (Nguồn: …).
  if (!candidate.apart || candidate.row.words[0]?.raised) return false;
  return pages > 2 ? alike >= Math.max(2, pages / 3) : alike === 2 && pages === 2;
}

/** Page numbers run with the pages; a single one must say its own page. */
function isPageNumber(candidate: Candidate, all: Candidate[]): boolean {
  const series = all.filter(({ shift }) => shift === candidate.shift).length;
  return series > 1 || candidate.shift === 0;
}

const constant = (text: string): string => text.replace(/\d+/g, '#');

/** The same words, apart from numbers, at the same height; left and right pages may mirror them. */
function isAlike(a: Candidate, b: Candidate): boolean {
  return Math.abs(a.row.y - b.row.y) < a.row.size && constant(a.text) === constant(b.text);
}
