import type { Foot, Head, Paragraph, Root } from '../ast.ts';
import type { Document } from '../document.ts';
import { bodies, capacities, field, placeLevels } from '../lexicon/layout.ts';
import { lower } from '../lexicon/phrases.ts';
import { print } from '../text.ts';

const reporting = field('reporting');
/** A name stands at the head of its clause; on a text in lower case. */
const clauseStart = /(?:^|[.;:,]\s|(?<![a-zà-ỹ])(?:của|nay|hôm nay)\s)/g;
const signs = capacities('authority', 'capacity');
const witness = capacities('witness');

/** A body's name without its place: UBND xã, ỦY BAN NHÂN DÂN. */
const isGeneric = (name: string): boolean =>
  bodies.whole(name) || placeLevels.whole(name.slice(bodies.at(name)).trimStart());

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
  const signed = authority && !witness.at(authority) ? authority.slice(signs.at(authority)).trimStart() : null;
  const names = [...said, ...(signed ? [signed] : [])];
  head.issuer = names.find((name) => !isGeneric(name)) ?? names[0] ?? null;
}

/** Trên đây là báo cáo … của UBND xã A./., but not "… Kế hoạch của UBND huyện B"; on a text in lower case. */
const ownReport =
  /^trên đây là [^.;:]{0,200}?báo cáo(?:(?!kế hoạch|quyết định|chỉ thị|nghị|công văn|chương trình|kết luận)[^.;:]){0,300}\scủa\s(?=[^.;:]+$)/;

/** The bodies of which a paragraph says that they report, the last clause first. */
function reporters(text: string): string[] {
  const found: string[] = [];
  const sentence = text.replace(/[\s./]+$/, '');
  const owner = sentence.slice(ownReport.exec(lower(sentence))?.[0].length ?? sentence.length);
  if (bodies.at(owner) && isName(owner)) found.push(owner);
  for (const { index } of reporting.all(text)) {
    const before = text.slice(Math.max(0, index - 120), index).replace(/,?\s+$/, '');
    const starts = [...lower(before).matchAll(clauseStart)].map((match) => match.index + match[0].length);
    // Sở Văn hóa, Thể thao và Du lịch has commas of its own: the last start at which a body's name begins.
    const name = starts.map((at) => before.slice(at)).findLast((clause) => bodies.at(clause) && isName(clause));
    if (name) found.unshift(name);
  }
  return found;
}

const verbs = /[.;:()]|(?<![a-zà-ỹ])(?:đã|được|về|ban hành|thực hiện|số|ngày|năm|theo)(?![a-zà-ỹ])/;

/** A name has no verb and no clause in it. */
const isName = (clause: string): boolean => clause.length <= 90 && !verbs.test(lower(clause));
