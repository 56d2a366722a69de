import groupRows from '../../grammars/lexicon/unit-groups.yaml';
import { nounAt } from '../../grammars/unit.ts';
import type { Figure, Measure } from '../ast.ts';
import type { UnitGroup } from '../lexicon/schema.ts';
import { headOf, isAdditive, isChange, unitOf } from '../quantity.ts';

/** The nearest of some figures that a figure can be a part of; one smaller than its part, or a change, only if no other is left. */
export function wholeOf(part: Figure, candidates: readonly Figure[], mixed = false): Figure | undefined {
  let nearest: Figure | undefined;
  for (const candidate of candidates) {
    if (!isPartOf(part, candidate, mixed)) continue;
    if (!exceeds(part, candidate) && !isChanged(candidate)) return candidate;
    nearest ??= candidate;
  }
  return nearest;
}

/** Whether a figure is more than another in something that both count. */
export const exceeds = (part: Figure, whole: Figure): boolean =>
  part.children.some((measure) =>
    whole.children.some(
      (other) =>
        (sameUnit(measure, other) || areOfOneGroup(measure, other)) && measure.value > (other.of ?? other.value),
    ),
  );

/**
 * Whether a figure can be a part of another: same unit, and not a change against another time.
 *
 * @param mixed whether the unit may be another: people by another word ("120 đảng viên, trong đó 40 người"), groups
 */
export function isPartOf(part: Figure, whole: Figure, mixed = false): boolean {
  const [first] = part.children;
  if (!first || part === whole || (first.change && first.change !== 'achieved')) return false;
  if (exceedsChange(part, whole)) return false;
  const agree = (a: Measure, b: Measure) => sameUnit(a, b) || (mixed && (areOfOneGroup(a, b) || isGroupOf(a, b)));
  return part.children.some((measure) => whole.children.some((other) => agree(measure, other)));
}

/** "đạt 7,1 triệu tấn, giảm 140 nghìn tấn (riêng vùng A đạt 3,4 triệu tấn)": what is more than a change is no part of it. */
const exceedsChange = (part: Figure, whole: Figure): boolean => isChanged(whole) && exceeds(part, whole);

const isChanged = ({ children: [first] }: Figure): boolean => first !== undefined && isChange(first);

/**
 * Units agree where they name the same kind of thing: the head of a Vietnamese noun phrase stands first, so `vụ` and
 * `vụ việc`, `hộ nghèo` and `hộ cận nghèo` agree. Rates and ranks have no parts.
 */
export function sameUnit(a: Measure, b: Measure): boolean {
  return a.kind === b.kind && (isAdditive(a) || isShare(a, b)) && (headOf(a) === headOf(b) || isOneOf(a, b));
}

/** "1.016 cá nhân" of "1.284 tổ chức, cá nhân". */
function isOneOf(a: Measure, b: Measure): boolean {
  const [one, several] = [unitOf(a), unitOf(b)];
  return several.includes(', ') && several.split(', ').includes(one);
}

/** Shares have parts ("60%, trong đó 40% …"), rates of success have none ("đạt 68%, trong đó … đạt 30%"). */
const isShare = (a: Measure, b: Measure): boolean => a.kind === 'percent' && a.change === null && b.change === null;

/** People by whatever name, kinds of documents ("36 văn bản (12 kế hoạch, 24 công văn)"), of bodies, of places. */
function areOfOneGroup(a: Measure, b: Measure): boolean {
  const group = groupOf(a);
  return group !== undefined && group === groupOf(b);
}

/**
 * Whether it takes a sum to believe that a figure is a part: "46 tổ chức đảng (31 đảng bộ, 15 chi bộ)" counts bodies by
 * other names, as "18 xã (142 thôn)" does, which are no parts.
 */
export const isDoubtful = (part: Figure, whole: Figure): boolean =>
  !isPartOf(part, whole) &&
  !part.children.some((measure) =>
    whole.children.some(
      (other) =>
        isGroupOf(measure, other) ||
        (areOfOneGroup(measure, other) && (groupOf(other) === 'person' || unitOf(other).startsWith('văn bản'))),
    ),
  );

const groupOf = (measure: Measure): string | undefined =>
  measure.kind === 'count' ? groupOfUnit(unitOf(measure)) : undefined;

/** Reports have few units; each is looked up once. */
const known = new Map<string, string | undefined>();

function groupOfUnit(unit: string): string | undefined {
  if (known.has(unit)) return known.get(unit);
  if (known.size > 2000) known.clear();
  const group = nounAt(unit, 0)?.row?.group;
  known.set(unit, group);
  return group;
}

const groups = new Map((groupRows as UnitGroup[]).map(({ group, of }) => [group, of] as const));

const isGroupOf = (a: Measure, b: Measure): boolean =>
  a.kind === 'count' && ((groups.get(unitOf(a)) ?? groups.get(headOf(a)))?.includes(headOf(b)) ?? false);
