/**
 * What a line's own words tell about where paragraphs begin: markers of lists and headings, stops, capitals.
 */

/** `I.` `1.` `1.1.` `1-` `a)` `(1)` `Điều 1.` `Phần thứ nhất` `-` `+` `*` `•` at the beginning of a line. */
const marker = new RegExp(
  [
    String.raw`[IVXLC]{1,6}\s?[.)\-:/]`,
    String.raw`\d{1,2}(?:\.\d{1,2}){1,3}\.?`,
    String.raw`\d{1,2}\s?[.)\-:]`,
    String.raw`[a-zđA-HĐ]\s?[.)]`,
    String.raw`\([\divxa-zđ]{1,3}\)`,
    '[-–—+*•▪●○◦➢✓❖o]',
    String.raw`(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC)\s+(?:\d+|[IVXLC]+)\s?[.:]?`,
    String.raw`(?:Phần|PHẦN)\s+(?:thứ|THỨ|[IVX]+|[A-D])`,
  ]
    .map((form) => `^${form}(?=\\s|$)`)
    .concat(String.raw`^[-–+•]\s?(?=["“]?\p{L})`)
    .join('|'),
  'u',
);

/** The marker at the beginning of a line, `null` without one. */
export const markerOf = (text: string): string | null => marker.exec(text)?.[0] ?? null;

export const startsLow = (text: string): boolean => /^["“‘'(]?\p{Ll}/u.test(text);

/** Ends a sentence or an item: the next line may begin a paragraph. */
export const isFinished = (text: string): boolean => /[.;:!?…][”"’')\]]*[⁰¹²³⁴-⁹⁽⁾]*$/u.test(text);

/**
 * Ends in the middle: of a code (`436/QĐ-` UBND, `436/QĐ` -UBND), of a span (`2020-` 2025), or at a sign that joins
 * (`Bộ Lao động -` Thương binh).
 */
export const isCut = (text: string): boolean => /[-–—/(]$|\d\/[A-ZĐ]{2,5}$/u.test(text);

export const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);

/** Dashes, stars or dots that only divide, as below the names at the head. */
export const isDivider = (text: string): boolean => /^[-–—_=*.~ ]{2,}$/.test(text);
