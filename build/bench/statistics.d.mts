/** The middle one of some measurements. */
export function median(values: number[]): number;
