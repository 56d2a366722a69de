import { type CitedDocument, paragraphs, type Reference, type Root, spanOf } from '../ast.ts';
import type { Document } from '../document.ts';
import { keys, lawCode, laws } from './document-keys.ts';
import { fuller, mayBeSame } from './same-issuer.ts';

/** Documents of one code or one name, in the order of their first mention. */
type Shelf = CitedDocument[];

/** Groups the references that mean the same document, and says of each document what its mentions say together. */
export function groupDocuments(tree: Root, file: Document): void {
  const shelves = new Map<string, Shelf>();
  const all: CitedDocument[] = [];
  let before: Reference | null = null;
  let last: CitedDocument | null = null;
  for (const { paragraph } of paragraphs(tree))
    for (const inline of paragraph.children) {
      if (inline.type !== 'reference') continue;
      const own = keys(inline);
      const isName = before !== null && isApposed(before, inline, file.data.source.text);
      last = (isName && last) || find(shelves, own, inline, file.data.source.text) || open(all, inline);
      add(last, inline);
      for (const key of own) shelve(shelves, key, last);
      before = inline;
    }
  joinBareNumbers(all, shelves);
  tree.documents = all.filter(({ mentions }) => mentions.length);
}

function shelve(shelves: Map<string, Shelf>, key: string, cited: CitedDocument): void {
  const shelf = shelves.get(key);
  if (!shelf) shelves.set(key, [cited]);
  else if (!shelf.includes(cited)) shelf.push(cited);
}

/** The document that a mention means: the last one cited that nothing speaks against. */
function find(shelves: Map<string, Shelf>, own: string[], mention: Reference, text: string): CitedDocument | undefined {
  for (const key of own) {
    const found = shelves.get(key)?.findLast((cited) => isSame(cited, mention, text));
    if (found) return found;
  }
  return undefined;
}

/**
 * Numbers begin anew each year and at each body, so one code may name two documents: another year, or another day
 * and another body. Two days of one year at what may be one body are one document with a slip.
 */
function isSame(cited: CitedDocument, mention: Reference, text: string): boolean {
  const { kind, code, year, date, issuer } = mention;
  if (!sameKind(cited.type, kind)) return false;
  if (cited.code && code && laws.has(kind) && lawCode(cited.code) !== lawCode(code)) return false;
  if (laws.has(kind)) return isSameLaw(cited, mention, text);
  // The year in the code of a central body leaves but one document.
  if (year !== null && code && central.test(code)) return cited.date === null || date === null || sameYear(cited, date);
  if (cited.date === null || date === null) return mayBeSame(cited.issuer, issuer);
  if (cited.date === date) return true;
  return sameYear(cited, date) && oneBody(cited, issuer, code);
}

const sameYear = (cited: CitedDocument, date: string): boolean => cited.date?.slice(0, 4) === date.slice(0, 4);

/** A law of another year is another law: Luật Đất đai năm 2003 and Luật Đất đai ngày 29/11/2013. */
function isSameLaw(cited: CitedDocument, mention: Reference, text: string): boolean {
  const year = lawYear(mention, text);
  return year === null || cited.mentions.every((other) => (lawYear(other, text) ?? year) === year);
}

/** Luật Đất đai năm 2013, Luật Đất đai 2013 */
const yearBehind = /\s*(?:\(\s*)?(?:năm\s+)?((?:19|20)\d\d)(?![\d/])/y;

function lawYear(mention: Reference, text: string): number | null {
  if (mention.date ?? mention.year) return mention.year ?? Number(mention.date?.slice(0, 4));
  yearBehind.lastIndex = spanOf(mention)[1];
  const [, year] = yearBehind.exec(text) ?? [];
  return year ? Number(year) : null;
}

/** Kế hoạch liên tịch số 7/KH-LT is also cited as Kế hoạch 7/KH-LT, a công văn as văn bản. */
const sameKind = (a: string, b: string): boolean =>
  a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `) || a === 'Văn bản' || b === 'Văn bản';

/** Bodies of which there is one in the country, by their abbreviation in a symbol. */
const central = /(?:^|[-/])(?:TW|TTg|CP|CTN|QH\d*|UBTVQH\d*|VPCP|TTCP|B[A-ZĐ]{1,8})$/;

/** Whether two days need one body: named on both sides, or the only one of its kind. */
const oneBody = (cited: CitedDocument, issuer: string | null, code: string | null): boolean =>
  mayBeSame(cited.issuer, issuer) && ((cited.issuer !== null && issuer !== null) || central.test(code ?? ''));

/** Luật Lưu trữ (Luật số 01/2011/QH13): the number in parentheses is that of the name before it. */
function isApposed(before: Reference, mention: Reference, text: string): boolean {
  if (before.kind !== mention.kind || !before.name || before.code || mention.name || !mention.code) return false;
  return /^\s*\(\s*$/.test(text.slice(spanOf(before)[1], spanOf(mention)[0]));
}

function open(all: CitedDocument[], { kind, code, name, date, issuer, subject }: Reference): CitedDocument {
  const cited: CitedDocument = { type: kind, code, name, date, issuer, subject, mentions: [] };
  all.push(cited);
  return cited;
}

/** Adds a mention; what it says more than those before goes to the document. */
function add(cited: CitedDocument, mention: Reference): void {
  cited.mentions.push(mention);
  if (mention.kind.length > cited.type.length && mention.kind !== 'Văn bản') cited.type = mention.kind;
  cited.code ??= mention.code;
  cited.name ??= mention.name;
  cited.date ??= mention.date;
  cited.subject ??= mention.subject;
  if (mayBeSame(cited.issuer, mention.issuer)) cited.issuer = fuller(cited.issuer, mention.issuer);
}

/** Nghị quyết 41 alone means the one resolution with that number, if the report cites just one in full. */
function joinBareNumbers(all: CitedDocument[], shelves: Map<string, Shelf>): void {
  const numbered = new Map<string, Set<CitedDocument>>();
  for (const [key, shelf] of shelves)
    for (const cited of shelf) {
      const [first] = cited.mentions;
      if (!first?.symbol || !key.startsWith(`${Number.parseInt(first.number ?? '', 10)}/`)) continue;
      const short = `${cited.type} ${Number.parseInt(first.number ?? '', 10)}`;
      const set = numbered.get(short) ?? new Set();
      numbered.set(short, set.add(cited));
    }
  for (const cited of all) {
    const [first] = cited.mentions;
    if (!first?.number || first.symbol) continue;
    const candidates = [...(numbered.get(`${cited.type} ${Number.parseInt(first.number, 10)}`) ?? [])];
    const [only, other] = candidates.filter((one) => fits(one, cited, first));
    if (!only || other) continue;
    for (const mention of cited.mentions) add(only, mention);
    cited.mentions = [];
  }
}

const fits = (one: CitedDocument, cited: CitedDocument, first: Reference): boolean =>
  mayBeSame(one.issuer, cited.issuer) &&
  (first.year === null || one.mentions[0]?.year === first.year) &&
  (cited.date === null || one.date === null || cited.date === one.date);
