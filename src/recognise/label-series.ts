import { quantityOf } from './label-phrase.ts';

/**
 * The names that a subject joins before "lần lượt là": "Số vụ cháy, số người chết và số người bị thương". Only where
 * each names a quantity: in "tỷ lệ hộ nghèo của xã An Bình và xã An Hải" two places share one.
 */
export function namesInTurn(subject: string): string[] {
  const names = subject.split(/,\s+|\s+và\s+/u).map((name) => quantityOf(name.trim(), -1));
  return names.length > 1 && names.every((name) => name?.start === 0) ? names.map((name) => name?.label ?? '') : [];
}
