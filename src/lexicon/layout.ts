import bodyRows from '../../grammars/lexicon/bodies.yaml';
import capacityRows from '../../grammars/lexicon/capacities.yaml';
import typeRows from '../../grammars/lexicon/document-types.yaml';
import familyRows from '../../grammars/lexicon/family-names.yaml';
import fieldRows from '../../grammars/lexicon/fields.yaml';
import honorificRows from '../../grammars/lexicon/honorifics.yaml';
import levelRows from '../../grammars/lexicon/place-levels.yaml';
import positionRows from '../../grammars/lexicon/positions.yaml';
import type { Body, Capacity, DocumentType, FamilyNames, LayoutField, Word } from './schema.ts';
import { wording } from './wording.ts';

const bodyTable = bodyRows as Body[];
const fieldTable = fieldRows as LayoutField[];

const namesOf = (rows: { name: string; synonyms?: string[] | undefined }[]): string[] =>
  rows.flatMap(({ name, synonyms }) => [name, ...(synonyms ?? [])]);

/** Pattern source for the words of one component of the layout, for flags `iu`. */
export const field = (name: LayoutField['field']): string =>
  wording(fieldTable.filter((row) => row.field === name).flatMap((row) => row.forms));

/** Pattern sources for flags `iu`: how the name of a body begins, of one that is whole as it stands, of a collective. */
export const bodies = wording(namesOf(bodyTable));
export const completeBodies = wording(namesOf(bodyTable.filter((row) => row.complete)));
export const collectives = wording(namesOf(bodyTable.filter((row) => row.collective)));

/** Levels of administration: tỉnh, huyện, xã … */
export const placeLevels = wording(namesOf(levelRows as Word[]));

/** Chức vụ; the lookbehind keeps ĐOÀN CHỦ TỊCH and BAN BÍ THƯ, which are bodies. */
export const positions = `(?<!ĐOÀN\\s)(?<!BAN\\s)(?:PHÓ\\s+)?${wording(namesOf(positionRows as Word[]))}`;

export const honorifics = wording(namesOf(honorificRows as Word[]));

/** Signs before the office in a signature (TM., KT., TL. …), by what they make of it. */
export const capacities = (...roles: Capacity['role'][]): string =>
  wording(namesOf((capacityRows as Capacity[]).filter((row) => roles.includes(row.role))));

/** Family names in lower case. */
export const familyNames: ReadonlySet<string> = new Set(
  (familyRows as FamilyNames[]).flatMap(({ names }) => names.map((name) => name.toLowerCase())),
);

/** Tên loại that can stand on the type line, i.e. all but named laws; key in lower case. */
const types = (typeRows as DocumentType[]).filter((row) => row.named !== 'law');
const typeByForm = new Map(
  types.flatMap((row) => [row.name, ...(row.synonyms ?? [])].map((form) => [form.toLowerCase(), row.name] as const)),
);
export const typeNames = wording([...typeByForm.keys()]);

/** Tên loại in its usual capital, from any way to print it; `null` where it is none. */
export const typeOf = (printed: string): string | null =>
  typeByForm.get(printed.replace(/\s+/g, ' ').toLowerCase()) ?? null;

// TT is Thông tư before it is Thông tri: the first row of a code counts.
const typeByCode = new Map(types.toReversed().flatMap(({ code, name }) => (code ? [[code, name] as const] : [])));

/** Tên loại that the first part of a symbol stands for: `BC-UBND` is a Báo cáo, `UBND-NV` is none of them. */
export const typeOfSymbol = (symbol: string): string | null => typeByCode.get(symbol.split(/[-/]/, 1)[0] ?? '') ?? null;

const capital = /^[^\p{L}]*\p{Lu}{2}|^[^\p{L}]*\p{Lu}[^\p{L}]/u;

/** Whether a text is printed in capitals. */
export const inCapitals = (text: string): boolean => capital.test(text) && text === text.toUpperCase();
