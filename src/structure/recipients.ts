import { LOWER, UPPER } from '../../grammars/alphabet.ts';
import type { Line } from './lines.ts';

/** Nơi nhận while it is read. */
export interface RecipientList {
  /** Without bullets and the signs at their ends. */
  items: string[];
  /** Whether the label has been seen. */
  labelled: boolean;
  /** Whether the items have no bullets. */
  plain: boolean;
  /** Whether the last item may go on: no semicolon or full stop ended it. */
  open: boolean;
}

export const noRecipients = (): RecipientList => ({ items: [], labelled: false, plain: false, open: false });

const bullet = /^[-–—+•*]\s*(?=\S)/;
/** `- Như trên, - Lưu Đảng ủy.`: a new item on the same line. */
const innerBullet = new RegExp(`[,;.]\\s*[-–—+•]\\s*(?=[${UPPER}])`);
const startsSmall = new RegExp(`^[${LOWER}(\\d]`);
const ended = /[;.]$/;

/** Whether a text begins an item of the list. */
export const isItem = (text: string): boolean => bullet.test(text);

/** Whether a text without bullet can stand in the list: as the rest of a wrapped item, or in a list without bullets. */
export function goesOn(text: string, line: Line, above: Line | undefined, list: RecipientList): boolean {
  if (!list.labelled) return false;
  if (!list.items.length || (list.plain && !list.open)) return true;
  if (!list.open) return false;
  const sameParagraph = line.block >= 0 ? line.block === above?.block : line.gap === 0;
  return sameParagraph || startsSmall.test(text);
}

/** Adds what one column of one line of the list says. */
export function addRecipients(text: string, list: RecipientList): void {
  const listed = bullet.test(text);
  if (!list.items.length) list.plain = !listed;
  const texts = text.split(list.plain ? /;\s*(?=\S)/u : innerBullet);
  for (const [n, one] of texts.entries()) {
    const item = one.replace(bullet, '').replace(/[\s;,.]+$/u, '');
    if (!item) continue;
    if (n === 0 && !listed && list.open) list.items.push(`${list.items.pop()} ${item}`);
    else list.items.push(item);
  }
  list.open = !ended.test(text);
}
