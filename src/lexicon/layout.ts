import { LOWER, UPPER } from '../../grammars/alphabet.ts';
import bodyRows from '../../grammars/lexicon/bodies.yaml';
import capacityRows from '../../grammars/lexicon/capacities.yaml';
import typeRows from '../../grammars/lexicon/document-types.yaml';
import familyRows from '../../grammars/lexicon/family-names.yaml';
import fieldRows from '../../grammars/lexicon/fields.yaml';
import honorificRows from '../../grammars/lexicon/honorifics.yaml';
import levelRows from '../../grammars/lexicon/place-levels.yaml';
import positionRows from '../../grammars/lexicon/positions.yaml';
import { fold, type Phrases, phrases } from './phrases.ts';
import type { Body, Capacity, DocumentType, FamilyNames, LayoutField, Word } from './schema.ts';

const bodyTable = bodyRows as Body[];
const fieldTable = fieldRows as LayoutField[];

const namesOf = (rows: { name: string; synonyms?: string[] | undefined }[]): string[] =>
  rows.flatMap(({ name, synonyms }) => [name, ...(synonyms ?? [])]);

/** The words of some components of the layout. */
export const field = (...names: LayoutField['field'][]): Phrases =>
  phrases(fieldTable.filter((row) => names.includes(row.field)).flatMap((row) => row.forms));

/** How the name of a body begins; of one that is whole as it stands; of one that signs through somebody. */
export const bodies = phrases(namesOf(bodyTable));
export const completeBodies = phrases(namesOf(bodyTable.filter((row) => row.complete)));
export const collectives = phrases(namesOf(bodyTable.filter((row) => row.collective)));

/** Levels of administration: tỉnh, huyện, xã … */
export const placeLevels = phrases(namesOf(levelRows as Word[]));

/** Chức vụ, "Phó" before any of them included. */
export const positions = phrases(namesOf(positionRows as Word[]).flatMap((name) => [name, `Phó ${name}`]));

export const honorifics = phrases(namesOf(honorificRows as Word[]));

/** Signs before the office in a signature (TM., KT., TL. …), by what they make of it. */
export const capacities = (...roles: Capacity['role'][]): Phrases =>
  phrases(namesOf((capacityRows as Capacity[]).filter((row) => roles.includes(row.role))));

const families = new Set((familyRows as FamilyNames[]).flatMap(({ names }) => names.map(fold)));

/** Whether a word is a family name (họ). */
export const isFamilyName = (word: string): boolean => families.has(fold(word));

/** Tên loại that can stand on the type line, i.e. all but named laws. */
const types = (typeRows as DocumentType[]).filter((row) => row.named !== 'law');
const typeByForm = new Map(
  types.flatMap((row) => [row.name, ...(row.synonyms ?? [])].map((form) => [fold(form), row.name] as const)),
);
export const typeNames = phrases(types.flatMap((row) => [row.name, ...(row.synonyms ?? [])]));

/** Tên loại in its usual capital, from any way to print it; `null` where it is none. */
export const typeOf = (printed: string): string | null => typeByForm.get(fold(printed.replace(/\s+/g, ' '))) ?? null;

// TT is Thông tư before it is Thông tri: the first row of a code counts.
const typeByCode = new Map(types.toReversed().flatMap(({ code, name }) => (code ? [[code, name] as const] : [])));

/** Tên loại that the first part of a symbol stands for: `BC-UBND` is a Báo cáo, `UBND-NV` is none of them. */
export const typeOfSymbol = (symbol: string): string | null => typeByCode.get(symbol.split(/[-/]/, 1)[0] ?? '') ?? null;

const smallLetter = new RegExp(`[${LOWER}]`);
const capitalLetter = new RegExp(`[${UPPER}]`);
/** Whether a text is printed in capitals: no small letter, and a word of capitals. */
export const inCapitals = (text: string): boolean => !smallLetter.test(text) && capitalLetter.test(text);
