/**
 * The value of a printed number. "." groups thousands and "," divides (Vietnamese convention); a sign that cannot be
 * what the convention says is read as the other: 27.1 -> 27,1; 1,234,567 -> 1.234.567. White space inside is a slip.
 */
export function numberValue(printed: string): number {
  const compact = /\s/.test(printed) ? printed.replace(/\s+/g, '') : printed;
  // The two forms that nearly all have, told at once.
  if (/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(compact)) return Number(compact.replaceAll('.', ''));
  if (/^\d+,\d+$/.test(compact)) return Number(compact.replace(',', '.'));
  const [points, commas] = [compact.includes('.'), compact.includes(',')];
  if (!points && !commas) return Number(compact);
  const parts = compact.split(points ? '.' : ',');
  if (!commas) return isGrouped(parts) ? Number(parts.join('')) : decimal(parts);
  if (!points) return parts.length > 2 && isGrouped(parts) ? Number(parts.join('')) : decimal(parts);
  // Both signs: the last one divides, whichever it is.
  return decimal(compact.split(compact.lastIndexOf(',') > compact.lastIndexOf('.') ? ',' : '.'));
}

/** 1.260 and 10.780.988, also where a sign was left out (27.500000), but not 0.300 or 27.1. */
const isGrouped = ([first = '', ...groups]: string[]): boolean =>
  /^[1-9]\d{0,2}$/.test(first) && groups.every((group) => group.length % 3 === 0);

/** Everything before the last part is whole, that part is the fraction. */
function decimal(parts: string[]): number {
  const whole = parts.slice(0, -1).join('').replace(/\D/g, '');
  return Number(`${whole}.${(parts.at(-1) ?? '').replace(/\D/g, '')}`);
}
