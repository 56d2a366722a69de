// What many measurements come to.

/** The middle one: a pause of the machine in one run does not count. */
export const median = (values) => ordered(values)[values.length >> 1];

/** How far apart the middle half of the measurements is, in percent of the middle one: what a difference must exceed. */
export function spread(values) {
  const sorted = ordered(values);
  const quarter = sorted.length >> 2;
  return ((sorted[sorted.length - 1 - quarter] - sorted[quarter]) / median(sorted)) * 100;
}

const ordered = (values) => [...values].sort((a, b) => a - b);
