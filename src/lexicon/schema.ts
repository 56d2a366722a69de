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
  /** Abbreviation in the symbol, `KH`; none where the symbol names the issuer alone. */
  code: words.optional(),
  /** Other abbreviations in use. */
  codes: z.array(words).optional(),
  /** Other ways to write the name. */
  synonyms: z.array(words).optional(),
  /** Words between type and number that are no part of the type: báo cáo *thẩm tra* số 12. */
  qualifiers: z.array(words).optional(),
  /** What a citation without a full code needs; see the head of the table. */
  cited: z.enum(['number', 'code']).optional(),
  /** Cited without number: `law` by name (Luật Tiếp công dân), `dated` by name and date, `meeting` by who passed it. */
  named: z.enum(['law', 'dated', 'meeting']).optional(),
  examples: z.array(words).min(1),
});

/** Words that tell headings, sentences and unfinished lines apart; what each role means stands at the head of the table. */
export const SentenceWords = z.strictObject({
  role: z.enum([
    'head',
    'imperative',
    'task',
    'predicate',
    'nominal',
    'opener',
    'aside',
    'unfinished',
    'numbered',
    'ordinal',
    'halfName',
    'halfSector',
    'otherSector',
    'headingEnd',
    'compound',
    'partBody',
    'level',
    'partName',
    'vowelWord',
    'connective',
    'begin',
    'onward',
    'enumerator',
    'farewell',
  ]),
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
    'issuer',
    'subject',
    'recipients',
    'attached',
    'stamp',
    'signed',
    'preparer',
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
  role: z.enum(['authority', 'witness', 'capacity', 'position']),
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

/** Names of laws of one field, with the short forms in use for them. */
export const LawNames = z.strictObject({
  field: words,
  names: z.array(words).min(1),
  /** Short form to full name. */
  short: z.record(words, words).optional(),
  examples: z.array(words).min(1),
});

/** Words behind which no name goes on. */
export const NameEnds = z.strictObject({
  role: z.enum(['connective', 'term', 'predicate', 'activity', 'within', 'task']),
  words: z.array(words).min(1),
  examples: z.array(words).min(1),
});

/** What bodies are named after: Nội vụ, Tài chính. */
export const Sectors = z.strictObject({ group: words, names: z.array(words).min(1), examples: z.array(words).min(1) });

/** A unit or counted noun; what the fields mean stands at the head of the table. */
export const Unit = z.strictObject({
  unit: words,
  kind: z.enum(['money', 'area', 'length', 'mass', 'volume', 'duration']).optional(),
  print: words.optional(),
  group: z.enum(['place', 'body', 'person', 'paper', 'work']).optional(),
  weak: z.literal('yes').optional(),
  measured: z.enum(['yes', 'calendar']).optional(),
  of: z.literal('yes').optional(),
  also: z.array(words).optional(),
  examples: z.array(words).min(1),
});

/** A word that multiplies the number before it. */
export const Scale = z.strictObject({
  scale: words,
  factor: z.string().regex(/^10+$/),
  also: z.array(words).optional(),
  /** Words that, following, make another word of it: tỷ lệ. */
  except: z.array(words).optional(),
  examples: z.array(words).min(1),
});

/** Words that say how exact a number is. */
export const Hedge = z.strictObject({
  approx: z.enum(['>', '<', '~']),
  words: z.array(words).min(1),
  examples: z.array(words).min(1),
});

/** Words that say what happened to a quantity. */
export const Change = z.strictObject({
  change: z.enum(['increase', 'decrease', 'compared', 'achieved', 'none']),
  for: z.enum(['percent', 'share']).optional(),
  approx: z.literal('~').optional(),
  words: z.array(words).min(1),
  examples: z.array(words).min(1),
});

/** Nouns whose number is a name, a date or an address. */
export const NamesWithNumbers = z.strictObject({
  strength: z.enum(['hard', 'year', 'title', 'soft', 'team', 'verb', 'programme', 'map', 'none']),
  upTo: z.string().regex(/^\d+$/).optional(),
  nouns: z.array(words).min(1),
  examples: z.array(words).min(1),
});

/** Words right before a number that decide what the number says. */
export const NumberContext = z.strictObject({
  roles: z
    .array(
      z.enum([
        'rank',
        'rank-of',
        'multiple',
        'measured',
        'averaged',
        'subject',
        'quantifier',
        'date',
        'link',
        'verb',
        'from',
        'reached',
      ]),
    )
    .min(1),
  words: z.array(words).min(1),
  examples: z.array(words).min(1),
});

/** Words that open the parts of a whole; what the field means stands at the head of the table. */
export const Breakdown = z.strictObject({
  apart: z.literal('yes').optional(),
  words: z.array(words).min(1),
  examples: z.array(words).min(1),
});

/** Words that tell labels from clauses; what the roles mean stands at the head of the table. */
export const LabelWords = z.strictObject({
  role: z.enum(['filler', 'lead', 'name', 'tail', 'begins-clause', 'ends-clause', 'clause', 'aspect', 'quantity']),
  words: z.array(words).min(1),
  examples: z.array(words).min(1),
});

export const PartOpener = z.strictObject({
  /** What the word says of the parts; explained at the head of the table. */
  says: z.enum(['all', 'open', 'some', 'none']),
  /** Only at the head of a clause. */
  at: z.literal('clause').optional(),
  words: z.array(words).min(1),
  examples: z.array(words).min(1),
});

/** A unit that counts groups of what other units count. */
export const UnitGroup = z.strictObject({
  group: words,
  of: z.array(words).min(1),
  examples: z.array(words).min(1),
});

/** Words that say that a number is no part. */
export const NotParts = z.strictObject({
  /** Where the words stand; explained at the head of the table. */
  where: z.enum(['anywhere', 'brackets', 'before', 'net']),
  words: z.array(words).min(1),
  examples: z.array(words).min(1),
});

/** Parts that together make up a whole. */
export const Complement = z.strictObject({
  members: z.array(words).min(2),
  also: z.array(words).optional(),
  examples: z.array(words).min(1),
});

/** Words that say nothing of what a quantity is about, or that it is another time's. */
export const TopicStopWords = z.strictObject({
  role: z.enum(['empty', 'elsewhen']),
  words: z.array(words).min(1),
  examples: z.array(words).min(1),
});

/** A body as the end of a symbol abbreviates it; explained at the head of the table. */
export const SymbolBody = z.strictObject({
  code: words,
  style: z.enum(['party', 'state']),
  words: z.array(words).min(1),
  examples: z.array(words).min(1),
});

/** Words that begin no unit. */
export const NotUnits = z.strictObject({
  kind: words,
  words: z.array(words).min(1),
  examples: z.array(words).min(1),
});

/** Abbreviations of issuers in symbols. */
export const IssuerCodes = z.strictObject({
  group: words,
  codes: z.array(words).min(1),
  examples: z.array(words).min(1),
});

/** Words by which a sentence names the issuer; roles are told at the head of the table. */
export const IssuingWords = z.strictObject({
  role: z.enum(['issue', 'manner', 'sequel', 'rule']),
  words: z.array(words).min(1),
  examples: z.array(words).min(1),
});

/** Words by which a subject begins; roles are told at the head of the table. */
export const SubjectWords = z.strictObject({
  role: z.enum(['about', 'act', 'onward', 'predicate', 'doing', 'group']),
  words: z.array(words).min(1),
  examples: z.array(words).min(1),
});

/** What OCR makes of a word that Vietnamese does not have. */
export const OcrWord = z.strictObject({
  meant: words,
  read: z.array(words).min(1),
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
  issuers: Word,
  laws: LawNames,
  'issuer-codes': IssuerCodes,
  issuing: IssuingWords,
  subjects: SubjectWords,
  'name-ends': NameEnds,
  sectors: Sectors,
  units: Unit,
  scales: Scale,
  hedges: Hedge,
  changes: Change,
  'names-with-numbers': NamesWithNumbers,
  'number-contexts': NumberContext,
  breakdowns: Breakdown,
  'label-words': LabelWords,
  'part-openers': PartOpener,
  'unit-groups': UnitGroup,
  'not-parts': NotParts,
  complements: Complement,
  'symbol-bodies': SymbolBody,
  'topic-stop-words': TopicStopWords,
  'not-units': NotUnits,
  'ocr-words': OcrWord,
} as const;

export type DocumentType = z.infer<typeof DocumentType>;
export type SentenceWords = z.infer<typeof SentenceWords>;
export type LayoutField = z.infer<typeof LayoutField>;
export type Body = z.infer<typeof Body>;
export type Capacity = z.infer<typeof Capacity>;
export type Word = z.infer<typeof Word>;
export type FamilyNames = z.infer<typeof FamilyNames>;
export type LawNames = z.infer<typeof LawNames>;
export type NameEnds = z.infer<typeof NameEnds>;
export type Sectors = z.infer<typeof Sectors>;
export type Unit = z.infer<typeof Unit>;
export type Scale = z.infer<typeof Scale>;
export type Hedge = z.infer<typeof Hedge>;
export type Change = z.infer<typeof Change>;
export type NamesWithNumbers = z.infer<typeof NamesWithNumbers>;
export type NumberContext = z.infer<typeof NumberContext>;
export type Breakdown = z.infer<typeof Breakdown>;
export type LabelWords = z.infer<typeof LabelWords>;
export type PartOpener = z.infer<typeof PartOpener>;
export type UnitGroup = z.infer<typeof UnitGroup>;
export type NotParts = z.infer<typeof NotParts>;
export type SymbolBody = z.infer<typeof SymbolBody>;
export type Complement = z.infer<typeof Complement>;
export type TopicStopWords = z.infer<typeof TopicStopWords>;
export type OcrWord = z.infer<typeof OcrWord>;
export type NotUnits = z.infer<typeof NotUnits>;
export type IssuerCodes = z.infer<typeof IssuerCodes>;
export type IssuingWords = z.infer<typeof IssuingWords>;
export type SubjectWords = z.infer<typeof SubjectWords>;
