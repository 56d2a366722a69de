import { formatNumber } from '../office/number-format.ts';
import { type Call, callKey, type NoteKind } from '../office/story.ts';
import { child, integer, val, type XmlElement } from './xml.ts';

/** Numbers the notes in the order of their calls. */
export interface Notes {
  /** The call of a note; `typed` is the hand-made mark, which takes no number. */
  call(kind: NoteKind, id: string, typed: string | null): Call;
  /** A new page or section begins. */
  turn(unit: 'eachPage' | 'eachSect'): void;
  /** All notes called so far, by {@link callKey}. */
  calls: Map<string, Call>;
}

interface Scheme {
  format: string;
  pattern: string;
  start: number;
  restart: string;
}

/**
 * @param settings root of `word/settings.xml`
 * @param sections the `w:sectPr` of all sections, in order; they override the settings
 */
export function startNotes(settings: XmlElement | undefined, sections: XmlElement[]): Notes {
  const calls = new Map<string, Call>();
  const next: Partial<Record<NoteKind, number>> = {};
  let section = 0;
  const scheme = (kind: NoteKind) => readScheme(kind, [sections[section], settings]);
  return {
    calls,
    call(kind, id, typed) {
      const key = callKey(kind, id);
      const { format, pattern, start } = scheme(kind);
      const number = next[kind] ?? start;
      const mark = typed ?? formatNumber(number, format, pattern);
      if (typed === null && !calls.has(key)) next[kind] = number + 1;
      const call = calls.get(key) ?? { kind, id, mark, typed: typed !== null };
      calls.set(key, call);
      return call;
    },
    turn(unit) {
      if (unit === 'eachSect') section++;
      for (const kind of ['footnote', 'endnote'] as const) if (scheme(kind).restart === unit) delete next[kind];
    },
  };
}

/** Footnotes count 1, 2, 3 and endnotes i, ii, iii unless the document says otherwise (17.11.17, 17.11.18). */
function readScheme(kind: NoteKind, places: (XmlElement | undefined)[]): Scheme {
  const properties = places.map((place) => child(place, `w:${kind}Pr`));
  const first = (name: string) => properties.map((p) => val(p, name)).find((value) => value !== undefined);
  return {
    format: first('w:numFmt') ?? (kind === 'footnote' ? 'decimal' : 'lowerRoman'),
    pattern: properties.map((p) => child(p, 'w:numFmt')?.attributes.format).find((value) => value) ?? '',
    start: integer(first('w:numStart')) ?? 1,
    restart: first('w:numRestart') ?? 'continuous',
  };
}
