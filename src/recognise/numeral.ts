/**
 * The value of a printed number. "." groups thousands and "," divides (Vietnamese convention); a sign that cannot be
 * what the convention says is read as the other: 27.1 -> 27,1; 1,234,567 -> 1.234.567. White space inside is a slip.
 */
export function numberValue(printed: string): number {
  if (!/[.,\s]/.test(printed)) return Number(printed);
  const compact = printed.replace(/\s+/g, '');
  const points = compact.split('.');
  const commas = compact.split(',');
  if (points.length === 1 && commas.length === 1) return Number(compact);
  if (commas.length === 1) return isGrouped(points) ? Number(points.join('')) : decimal(points);
  if (points.length === 1) return commas.length > 2 && isGrouped(commas) ? Number(commas.join('')) : decimal(commas);
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
