// What many measurements come to.

/** The middle one: a pause of the machine in one run does not count. */
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
