/** Short forms of bodies that mentions of one document mix. */
const shortForms: [RegExp, string][] = [
  [/\bubnd\b/g, 'ủy ban nhân dân'],
  [/\bhđnd\b/g, 'hội đồng nhân dân'],
  [/\bbtv\b/g, 'ban thường vụ'],
  [/\bbch\b/g, 'ban chấp hành'],
  [/\bmttq\b/g, 'mặt trận tổ quốc'],
  [/\bubmttq\b|\bub mttq\b/g, 'ủy ban mặt trận tổ quốc'],
  [/\btw\b/g, 'trung ương'],
  [/\btp\.?(?= )/g, 'thành phố'],
  [/\btx\.?(?= )/g, 'thị xã'],
];

/** Organs and offices of a body, which cite it as well as its own name does. */
const organ =
  /^(?:(?:phó )?(?:chủ tịch|bí thư|giám đốc)|ban thường vụ|ban chấp hành|thường trực|ban thường trực) (?=\S)/;

const folded = new Map<string, string[]>();

/** The words of a body's name for comparison. Few names occur in a report, so each is folded once. */
function words(issuer: string): string[] {
  const known = folded.get(issuer);
  if (known) return known;
  let name = issuer
    .toLowerCase()
    .replace(/uỷ/g, 'ủy')
    .replace(/[,\s–-]+/g, ' ');
  for (const [short, full] of shortForms) name = name.replace(short, full);
  const list = name.replace(organ, '').split(' ');
  folded.set(issuer, list);
  return list;
}

/**
 * Whether two names can be those of one body: UBND tỉnh and Chủ tịch Ủy ban nhân dân tỉnh Tân Hội, Tỉnh ủy Tân Hội
 * and Ban Thường vụ Tỉnh ủy. A name that says less stands within the one that says more.
 */
export function mayBeSame(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true;
  const [short, long] = [words(a), words(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  return ` ${long.join(' ')} `.includes(` ${short.join(' ')} `);
}

/** The name that says more: Ủy ban nhân dân tỉnh Tân Hội rather than UBND tỉnh. */
export const fuller = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && words(b).length > words(a).length) ? b : a;
