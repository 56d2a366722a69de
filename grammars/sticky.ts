/** A pattern at an offset: the end of what matches there, the offset itself where nothing does. */
export const sticky = (source: string): ((text: string, at: number) => number) => {
  const pattern = new RegExp(source, 'y');
  return (text, at) => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : at;
  };
};

/** Whether a pattern matches at an offset. */
export const follows = (source: string): ((text: string, at: number) => boolean) => {
  const pattern = new RegExp(source, 'y');
  return (text, at) => {
    pattern.lastIndex = at;
    return pattern.test(text);
  };
};

/**
 * Whether one of some characters stands at an offset. Where most patterns of a list fail by the first one, to ask for
 * it costs a tenth of what the patterns do.
 */
export function startsWith(characters: string): (text: string, at: number) => boolean {
  const codes = Array.from(characters, (character) => character.charCodeAt(0));
  return (text, at) => codes.includes(text.charCodeAt(at));
}
