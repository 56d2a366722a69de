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

/** Schemas by table name. */
export const tables = {
  'document-types': DocumentType,
} as const;

export type DocumentType = z.infer<typeof DocumentType>;
