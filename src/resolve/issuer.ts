import type { Foot, Head, Paragraph, Root } from '../ast.ts';
import type { Document } from '../document.ts';
import { bodies, capacities, field, placeLevels } from '../lexicon/layout.ts';
import { print } from '../text.ts';

const reporting = new RegExp(`(?:\\s|,\\s)${field('reporting')}`, 'giu');
/** A name stands at the head of its clause. */
const clauseStart = /(?:^|[.;:,]\s|(?<![a-zà-ỹ])(?:của|nay|hôm nay)\s)/giu;
const body = new RegExp(`^${bodies}`, 'iu');
const signs = new RegExp(`^${capacities('authority', 'capacity')}\\s*`, 'iu');
const witness = new RegExp(`^${capacities('witness')}`, 'iu');
const generic = new RegExp(`^${bodies}(?:\\s${placeLevels})?$`, 'iu');

/**
 * Sets the issuer of a head that names none: who "báo cáo" in the text ("UBND huyện A báo cáo như sau", "UBND xã B
 * kính báo cáo"), else on whose behalf is signed. A name without its place (UBND xã) counts only where there is no better.
 */
export function resolveIssuer(tree: Root, _file: Document): void {
  const head = tree.children.find((child): child is Head => child.type === 'head');
  if (!head || head.issuer !== null) return;
  const foot = tree.children.find((child): child is Foot => child.type === 'foot');
  const said = tree.children
    .filter((child): child is Paragraph => child.type === 'paragraph')
    .flatMap(({ reading }) => reporters(print(reading)));
  const authority = foot?.signature.authority;
  const signed = authority && !witness.test(authority) ? authority.replace(signs, '') : null;
  const names = [...said, ...(signed ? [signed] : [])];
  head.issuer = names.find((name) => !generic.test(name)) ?? names[0] ?? null;
}

/** Trên đây là báo cáo … của UBND xã A./. */
const ownReport =
  /^trên đây là [^.;:]{0,200}?báo cáo(?:(?!kế hoạch|quyết định|chỉ thị|nghị|công văn|chương trình|kết luận)[^.;:]){0,300}\scủa\s([^.;:]+?)[\s./]*$/iu;

/** The bodies of which a paragraph says that they report, the last clause first. */
function reporters(text: string): string[] {
  const found: string[] = [];
  const [, owner = ''] = ownReport.exec(text) ?? [];
  if (body.test(owner) && isName(owner)) found.push(owner);
  for (const { index } of text.matchAll(reporting)) {
    const before = text.slice(Math.max(0, index - 120), index);
    const starts = [...before.matchAll(clauseStart)].map((match) => match.index + match[0].length);
    // Sở Văn hóa, Thể thao và Du lịch has commas of its own: the last start at which a body's name begins.
    const name = starts.map((at) => before.slice(at)).findLast((clause) => body.test(clause) && isName(clause));
    if (name) found.unshift(name.replace(/[\s,]+$/, ''));
  }
  return found;
}

/** A name has no verb and no clause in it: short, its words mostly capitals or levels of administration. */
const isName = (clause: string): boolean =>
  clause.length <= 90 &&
  !/[.;:()]|(?<![a-zà-ỹ])(?:đã|được|về|ban hành|thực hiện|số|ngày|năm|theo)(?![a-zà-ỹ])/iu.test(clause);
