/** A lexicon table; build/lexicon.mjs turns it into checked rows. */
declare module '*.yaml' {
  const rows: never;
  export default rows;
}
