import { z } from 'zod';

/**
 * What a row of each table in `grammars/lexicon/` must look like. A table is named after its file. YAML is read
 * with the failsafe schema, so every value arrives as a string, a list of strings or a map of strings.
 */

const words = z
  .string()
  .min(1)
  .regex(/^\S.*\S$|^\S$/su, 'no spaces at the ends')
  .refine((s) => s === s.normalize('NFC'), 'not NFC');

/** Tên loại văn bản, with the abbreviation of its symbol (Annex III of Decree 30/2020/NĐ-CP, Party guide 36-HD/VPTW). */
export const DocumentType = z.strictObject({
  /** As printed with its usual capital: `Kế hoạch`. */
  name: words,
  /** Abbreviation in the symbol, `KH`; none for công văn. */
  code: words.optional(),
  /** Other ways to write the name. */
  synonyms: z.array(words).optional(),
  /** `law`: cited by name without number (Luật Tiếp công dân). */
  named: z.literal('law').optional(),
  examples: z.array(words).min(1),
});

/** Words that tell headings, sentences and unfinished lines apart; what each role means stands at the head of the table. */
export const SentenceWords = z.strictObject({
  role: z.enum(['head', 'imperative', 'predicate', 'nominal', 'opener', 'aside', 'unfinished', 'farewell']),
  words: z.array(words).min(1),
  examples: z.array(words).min(1),
});

/** Words that mark a component of the layout of a document (thành phần thể thức). */
export const LayoutField = z.strictObject({
  field: z.enum([
    'nation',
    'motto',
    'party',
    'union',
    'number',
    'addressee',
    'subject',
    'recipients',
    'attached',
    'stamp',
    'signed',
    'appendix',
    'opener',
    'outlook',
    'reporting',
  ]),
  forms: z.array(words).min(1),
  examples: z.array(words).min(1),
});

/** How the name of a body begins; what the flags mean stands at the head of the table. */
export const Body = z.strictObject({
  name: words,
  synonyms: z.array(words).optional(),
  complete: z.literal('yes').optional(),
  collective: z.literal('yes').optional(),
  examples: z.array(words).min(1),
});

/** Quyền hạn: the sign before the office in a signature. */
export const Capacity = z.strictObject({
  name: words,
  synonyms: z.array(words).optional(),
  role: z.enum(['authority', 'capacity', 'position']),
  examples: z.array(words).min(1),
});

/** A word with synonyms and nothing more: offices, honorifics, levels of administration. */
export const Word = z.strictObject({
  name: words,
  synonyms: z.array(words).optional(),
  examples: z.array(words).min(1),
});

/** Family names (họ) of one group of peoples. */
export const FamilyNames = z.strictObject({
  people: words,
  names: z.array(words).min(1),
  examples: z.array(words).min(1),
});

/** Schemas by table name. */
export const tables = {
  'document-types': DocumentType,
  'sentence-words': SentenceWords,
  fields: LayoutField,
  bodies: Body,
  capacities: Capacity,
  positions: Word,
  honorifics: Word,
  'place-levels': Word,
  'family-names': FamilyNames,
} as const;

export type DocumentType = z.infer<typeof DocumentType>;
export type SentenceWords = z.infer<typeof SentenceWords>;
export type LayoutField = z.infer<typeof LayoutField>;
export type Body = z.infer<typeof Body>;
export type Capacity = z.infer<typeof Capacity>;
export type Word = z.infer<typeof Word>;
export type FamilyNames = z.infer<typeof FamilyNames>;
