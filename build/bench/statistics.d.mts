/** The middle one of some measurements. */
export function median(values: number[]): number;
/** How far apart the middle half of them is, in percent of the middle one. */
export function spread(values: number[]): number;
