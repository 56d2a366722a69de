import { phraseOf } from './label-phrase.ts';

/** What the text offers for one figure. */
export interface Offer {
  /** Where its figure begins. */
  at: number;
  /** The label for certain: a part of a whole, or the subject of "là". */
  certain: string | null;
  colon: string | null;
  /** The words before the number: the label, if figures of this run have such words and one unit. */
  gap: string;
  run: number;
  unit: string | null;
  bare: boolean;
  /** Nothing but a separator follows the figure. */
  closed: boolean;
}

/**
 * A colon's label serves all figures behind it ("Dự án A: 84 tỷ đồng, diện tích 19 ha"), unless they are a list with
 * names of their own and one unit ("Kết quả: khiếu nại 21 đơn, tố cáo 03 đơn"). Without a colon such a list must be
 * longer and hold nothing else ("Xã An Bình 5 hộ, xã An Hải 7 hộ, xã An Lâm 12 hộ.").
 */
export function choose(offers: Offer[]): (string | null)[] {
  const runs = new Map<number, Offer[]>();
  for (const offer of offers) {
    const run = runs.get(offer.run);
    if (!run) runs.set(offer.run, [offer]);
    else if (run.length < 4) run.push(offer);
  }
  const lists = new Set([...runs].filter(([run, begin]) => isList(run, begin)).map(([run]) => run));
  return offers.map((offer, n) => {
    const { run, closed, certain, gap, colon } = offer;
    const listed = (lists.has(run) && (run > 0 || closed)) || isBareItem(offer, offers[n - 1], offers[n + 1]);
    // "An Bình 12, An Hải: 7, An Lâm 5": one name of the list has a colon behind it.
    return certain ?? (listed ? (phraseOf(gap) ?? (offer.bare && !gap.trim() ? colon : null)) : colon);
  });
}

/** "khai sinh 45 trường hợp, khai tử 12, kết hôn 30 cặp", "đúng hạn 890, quá hạn 21": an item without a unit. */
function isBareItem({ bare, closed, run }: Offer, before?: Offer, behind?: Offer): boolean {
  if (!bare || !closed) return false;
  const counts = before?.run === run && before.closed && (before.bare || (before.unit !== null && before.unit !== '%'));
  return counts || (behind?.run === run && behind.closed && behind.bare);
}

/** "mương dài 12 m, rộng 5 m, sâu 2 m": sides of one thing are no list of names. */
const dimension = /(?:dài|rộng|cao|sâu|dày|đường kính|mặt cắt|mặt đường|khổ)\s*$/u;

/** @param begin the first figures of the run, at most four */
function isList(run: number, begin: Offer[]): boolean {
  const named = begin.filter(({ gap }) => phraseOf(gap) !== null);
  // "Sản lượng: bưởi 140 tấn, tăng 12%; cam 90 tấn": what is said of the first part may stand between.
  if (run > 0) return named.length > 1 && named[0] === begin[0] && named[1]?.unit === named[0]?.unit;
  const heads = begin.slice(0, 3);
  if (heads.length < 3 || heads.some((head) => head.unit !== heads[0]?.unit || !named.includes(head))) return false;
  if (heads.some(({ gap }) => dimension.test(gap))) return false;
  return heads.every((head) => head.closed && head.unit && head.certain === null);
}
