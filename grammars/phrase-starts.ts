/**
 * A quick look before `phraseAt`: whether the two characters at an offset begin any of some phrases, in small letters,
 * with a capital, or in capitals. Looking two codes up costs a tenth of looking a word up.
 */
export function phraseStarts(phrases: Iterable<string>): (text: string, at: number) => boolean {
  const starts = new Set<number>();
  for (const phrase of phrases) {
    const [small, capital] = [phrase.slice(0, 2).toLowerCase(), phrase.slice(0, 2).toUpperCase()];
    for (const form of [small, capital.charAt(0) + small.slice(1), capital]) starts.add(pairAt(form, 0));
  }
  return (text, at) => starts.has(pairAt(text, at));
}

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
