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
