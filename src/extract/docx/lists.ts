import { decodeRun } from '../encoding/run.ts';
import type { Level, List, Lists } from '../office/numbering.ts';
import { bulletSign, replaceSymbols } from '../office/symbols.ts';
import { readRunFormat, type Styles } from './styles.ts';
import { child, childrenOf, integer, toggle, val, type XmlElement } from './xml.ts';

/** One link leads to the definition; more are only met in hostile files. */
const MAX_LINKS = 8;
/** Word's own limit for the text of a label; a longer one, before every paragraph, could fill any memory. */
const MAX_TEXT = 255;
/** Word has nine levels. */
const LEVELS = 9;

/** Reads `word/numbering.xml`: the lists that paragraphs refer to, with links and overrides resolved. */
export function readLists(root: XmlElement | undefined, styles: Styles): Lists {
  const abstracts = new Map(childrenOf(root, 'w:abstractNum').map((a) => [a.attributes.abstractNumId ?? '', a]));
  const nums = new Map(childrenOf(root, 'w:num').map((num) => [num.attributes.numId ?? '', num]));
  const levels = new Map([...abstracts].map(([id, abstract]) => [id, readLevels(abstract)]));
  const lists: Lists = new Map();
  for (const [numId, num] of nums) {
    // A definition may only link to a numbering style, whose list leads to the real definition.
    const linked = followLinks(num, nums, abstracts, styles);
    const sequence = val(linked.at(-1), 'w:abstractNumId') ?? '';
    const list: List = { sequence, levels: [...(levels.get(sequence) ?? [])], startOverrides: [] };
    for (const by of linked.reverse()) override(list, childrenOf(by, 'w:lvlOverride'));
    lists.set(numId, list);
  }
  return lists;
}

/** The `w:num` and those its definition links to by style, the last one with levels of its own. */
function followLinks(
  num: XmlElement,
  nums: Map<string, XmlElement>,
  abstracts: Map<string, XmlElement>,
  styles: Styles,
): XmlElement[] {
  const seen = new Set<XmlElement>();
  for (let at: XmlElement | undefined = num; at && !seen.has(at) && seen.size < MAX_LINKS; ) {
    seen.add(at);
    const link: string | undefined = val(abstracts.get(val(at, 'w:abstractNumId') ?? ''), 'w:numStyleLink');
    at = link === undefined ? undefined : nums.get(styles.listOf(link) ?? '');
  }
  return [...seen];
}

function readLevels(abstract: XmlElement): List['levels'] {
  const levels: (Level | undefined)[] = new Array(LEVELS).fill(undefined);
  childrenOf(abstract, 'w:lvl').forEach((element, n) => {
    const at = integer(element.attributes.ilvl) ?? n;
    if (at >= 0 && at < LEVELS) levels[at] = readLevel(element);
  });
  return levels;
}

function override(list: List, overrides: XmlElement[]): void {
  for (const element of overrides) {
    const at = integer(element.attributes.ilvl) ?? 0;
    if (at < 0 || at >= LEVELS) continue;
    const level = child(element, 'w:lvl');
    if (level) list.levels[at] = readLevel(level);
    list.startOverrides[at] = integer(val(element, 'w:startOverride')) ?? list.startOverrides[at];
  }
}

function readLevel(element: XmlElement): Level {
  const format = val(element, 'w:numFmt') ?? 'decimal';
  const text = (val(element, 'w:lvlText') ?? '').slice(0, MAX_TEXT);
  const { font = '', hidden, capitals } = readRunFormat(child(element, 'w:rPr'));
  const shown = format === 'bullet' ? bulletSign(text, font) : replaceSymbols(decodeRun(text, font), font);
  const suffix = val(element, 'w:suff');
  return {
    // Without a start the count begins with 0 (ECMA-376 part 1, 17.9.25).
    start: integer(val(element, 'w:start')) ?? 0,
    format,
    pattern: child(element, 'w:numFmt')?.attributes.format ?? '',
    text: hidden ? '' : capitals ? shown.toUpperCase() : shown,
    legal: toggle(element, 'w:isLgl') ?? false,
    restart: integer(val(element, 'w:lvlRestart')) ?? null,
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    style: val(element, 'w:pStyle') ?? null,
  };
}
