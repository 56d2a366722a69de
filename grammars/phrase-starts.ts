/** As in {@link isWordCode}. */
const wordCharacter = '[a-zA-Z\\d°²³À-ÖØ-öø-\\u036FḀ-\\u1EFF]';

/** A sign as itself inside a pattern or a class of it. */
const quote = (sign: string): string => sign.replace(/[^\p{L}\p{N} ]/u, '\\$&');

/**
 * A quick look before `phraseAt`: where between two offsets any of some phrases may begin, by the first two characters,
 * in small letters, with a capital, or in capitals; and where one of some signs stands. One search finds them all, while
 * to look each word up takes ten times as long.
 *
 * @returns a function that gives the offsets in order
 */
export function startsOf(phrases: Iterable<string>, signs = ''): (text: string, from: number, to: number) => number[] {
  const seconds = new Map<string, Set<string>>();
  for (const phrase of phrases) {
    const [small, capital] = [phrase.slice(0, 2).toLowerCase(), phrase.slice(0, 2).toUpperCase()];
    for (const [first, second] of [small, capital.charAt(0) + small.charAt(1), capital])
      seconds.set(first as string, (seconds.get(first as string) ?? new Set()).add(second as string));
  }
  const pairs = Array.from(
    seconds,
    ([first, second]) => `${quote(first)}(?=[${[...second].map(quote).join('')}])`,
  ).join('|');
  const pattern = new RegExp(`${signs && `[${signs}]|`}(?:${pairs})(?<!${wordCharacter}.)`, 'g');
  return (text, from, to) => {
    const found: number[] = [];
    const stretch = text.slice(from, to);
    pattern.lastIndex = 0;
    while (pattern.test(stretch)) found.push(from + pattern.lastIndex - 1);
    return found;
  };
}
