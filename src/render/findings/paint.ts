import type { Severity } from '../../source.ts';

export type Tone = Severity | 'bold' | 'dim' | 'place';

/** Puts text into a colour. */
export type Paint = (tone: Tone, text: string) => string;

const sgr: Record<Tone, string> = { bold: '1', dim: '2', error: '1;31', warning: '1;33', info: '1;36', place: '34' };

/** Colours, if wanted; with `only`, everything in that tone. */
export const painter =
  (colour: boolean, only: Tone | null = null): Paint =>
  (tone, text) =>
    colour && text ? `\x1b[${sgr[only ?? tone]}m${text}\x1b[0m` : text;
