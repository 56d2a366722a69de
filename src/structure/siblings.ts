import type { Paragraph, Section } from '../ast.ts';
import type { Scheme } from '../schema.ts';
import { isStatement, topicLength } from './headings.ts';

/** Bullets are not told apart by titles. */
const bulletSchemes: ReadonlySet<Scheme> = new Set(['dash', 'plus', 'star', 'bullet']);

/** Fewer items are no evidence for each other. */
const fewest = 3;

/**
 * Items of one list are of one kind. Where an item alone does not tell whether it has a heading, those beside it do:
 * tasks and results without a stop are no headings ("1. Đổi mới nội dung sinh hoạt"), and where the others have headings, so has
 * the one whose heading ran into its text ("2.3. Phong trào xung kích. Vận động …").
 */
export function settleTitles(blocks: (Paragraph | Section)[]): void {
  const lists = new Map<Scheme, Section[]>();
  for (const block of blocks)
    if (block.type === 'section' && !bulletSchemes.has(block.scheme)) {
      const list = lists.get(block.scheme);
      if (list) list.push(block);
      else lists.set(block.scheme, [block]);
    }
  for (const list of lists.values()) if (list.length >= fewest) settle(list);
}

function settle(list: Section[]): void {
  if (list.every(isLeaf) && list.some(isWhole)) {
    const statements = list.filter((item) => isStatement(firstOf(item)?.reading ?? ''));
    if (statements.length * 2 >= list.length) for (const item of statements) if (isWhole(item)) item.heading = null;
  }
  const titled = list.filter(({ heading }) => heading !== null);
  const [odd] = titled;
  if (odd && titled.length === 1 && isLeaf(odd) && isWhole(odd)) odd.heading = null;
  else if (titled.length >= Math.min(list.length - 1, list.length * 0.75))
    for (const item of list) if (!item.heading) item.heading = topicOf(firstOf(item));
}

const firstOf = ({ children: [first] }: Section): Paragraph | undefined =>
  first?.type === 'paragraph' ? first : undefined;

const isLeaf = ({ children }: Section): boolean => children.length <= 1;

/** Whether the heading is all there is, without a colon. */
function isWhole(item: Section): boolean {
  const first = firstOf(item);
  return item.heading !== null && first?.position.end.offset === item.heading[1];
}

function topicOf(first: Paragraph | undefined): Section['heading'] {
  const length = first && topicLength(first.reading);
  const from = first?.position.start.offset ?? 0;
  return length ? [from, from + length] : null;
}
