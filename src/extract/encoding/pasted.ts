import type { Span } from '../../source.ts';
import { decodePasted, type Guess, likeliest } from './detect.ts';
import { evidenceOf, GENUINE, likelihood } from './evidence.ts';
import { FOREIGN } from './foreign.ts';

type PastedEncoding = 'tcvn3' | 'vni';

/** What became of text that had been pasted without its font. */
export interface Pasted extends Guess<PastedEncoding> {
  text: string;
  /** The first place that was converted, in the new text. */
  first: Span;
  /** Number of lines converted. */
  lines: number;
}

/** Characters looked at to tell the encoding. */
const SAMPLE = 32 * 1024;

/** A stretch of a line between words that are Unicode for certain. */
interface Stretch {
  span: Span;
  text: string;
}

/**
 * Converts what was typed in an old font and pasted as letters without it (`Céng hoµ` for `Cộng hoà`): all of a text,
 * or stretches of one that is Unicode otherwise.
 *
 * @param text NFC
 * @returns `null` where there is none
 */
export function convertPasted(text: string): Pasted | null {
  const stretches = stretchesOf(text);
  const telling = stretches.filter((stretch) => FOREIGN.test(stretch.text));
  const guess = guessOf(telling);
  if (!guess) return null;
  const isMixed = GENUINE.test(text);
  let converts = false;
  const chosen = stretches.filter((stretch) => {
    converts = !isMixed || gains(stretch.text, guess.encoding, converts);
    return converts;
  });
  return chosen.length ? { ...guess, ...replace(text, chosen, guess.encoding) } : null;
}

/** The encoding that makes Vietnamese of the stretches, which as they stand are none. */
function guessOf(stretches: Stretch[]): Guess<PastedEncoding> | null {
  const sample = stretches
    .map(({ text }) => text)
    .join('\n')
    .slice(0, SAMPLE);
  const guess = likeliest<PastedEncoding | 'utf-8'>([
    ['utf-8', sample, 0],
    ['tcvn3', decodePasted(sample, 'tcvn3'), 0],
    ['vni', decodePasted(sample, 'vni'), 0],
  ]);
  return guess && guess.encoding !== 'utf-8' ? (guess as Guess<PastedEncoding>) : null;
}

/**
 * Whether a stretch is better Vietnamese when it is converted; where both ways are as good (`soá` is số in VNI, and
 * could be a word), it goes with the one before.
 */
function gains(text: string, encoding: PastedEncoding, before: boolean): boolean {
  const gain = likelihood(evidenceOf(decodePasted(text, encoding))) - likelihood(evidenceOf(text));
  return gain > 0 || (gain === 0 && before);
}

const LINE = /[^\n]*[\x80-\xFF][^\n]*/g;

/** The stretches with letters beyond ASCII that are not Unicode for certain, in order. */
function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { 0: line, index } of text.matchAll(LINE)) {
    if (GENUINE.test(line)) stretches.push(...between(line, index));
    else stretches.push({ span: [index, index + line.length], text: line });
  }
  return stretches.filter((stretch) => /[\xA1-\xFF]/.test(stretch.text));
}

/** The stretches of a line between its words that are Unicode for certain. */
function between(line: string, offset: number): Stretch[] {
  const stretches: Stretch[] = [];
  let start: number | null = null;
  let end = 0;
  const close = () => {
    if (start !== null) stretches.push({ span: [offset + start, offset + end], text: line.slice(start, end) });
    start = null;
  };
  for (const { 0: word, index } of line.matchAll(/\S+/g)) {
    if (GENUINE.test(word)) {
      close();
      continue;
    }
    start ??= index;
    end = index + word.length;
  }
  close();
  return stretches;
}

function replace(
  text: string,
  stretches: Stretch[],
  encoding: PastedEncoding,
): Pick<Pasted, 'text' | 'first' | 'lines'> {
  const pieces: string[] = [];
  let at = 0;
  let lines = 0;
  let lineEnd = -1;
  for (const { span, text: stretch } of stretches) {
    pieces.push(text.slice(at, span[0]), decodePasted(stretch, encoding));
    at = span[1];
    if (span[0] > lineEnd) {
      lines++;
      const next = text.indexOf('\n', at);
      lineEnd = next < 0 ? text.length : next;
    }
  }
  const [start] = stretches[0]!.span;
  const first: Span = [start, start + pieces[1]!.length];
  return { text: pieces.join('') + text.slice(at), first, lines };
}
