import type { RunFormat } from '../office/run.ts';
import { type Declarations, fontOf } from './css.ts';
import type { OpenList } from './lists.ts';
import { attribute, type HtmlElement } from './tree.ts';

/** What an element inherits. */
export interface Place {
  format: RunFormat;
  hidden: boolean;
  /** White space counts as it stands. */
  kept: boolean;
  cell: boolean;
  contents: boolean;
  list: OpenList | null;
}

/** Where a page begins. */
export const TOP: Place = {
  format: { font: '', raised: false, capitals: false },
  hidden: false,
  kept: false,
  cell: false,
  contents: false,
  list: null,
};

/** The place inside an element. */
export function placeIn(place: Place, element: HtmlElement, style: Declarations): Place {
  const { tagName } = element;
  const contents = place.contents || /^msotoc/i.test(attribute(element, 'class') ?? '');
  const format = formatIn(place.format, element, style);
  const space = style.get('white-space');
  const kept = tagName === 'pre' || (space === undefined ? place.kept : space.startsWith('pre'));
  const hidden = isHidden(element, style, place.hidden);
  if (format === place.format && kept === place.kept && hidden === place.hidden && contents === place.contents)
    return place;
  return { ...place, format, kept, hidden, contents };
}

function isHidden(element: HtmlElement, style: Declarations, inherited: boolean): boolean {
  if (style.get('display') === 'none' || style.get('mso-hide') === 'all') return true;
  if (attribute(element, 'hidden') !== undefined) return true;
  const visibility = style.get('visibility');
  return visibility === undefined ? inherited : visibility === 'hidden';
}

function formatIn(format: RunFormat, element: HtmlElement, style: Declarations): RunFormat {
  const { tagName } = element;
  const face = tagName === 'font' ? attribute(element, 'face')?.split(',')[0]?.trim() : undefined;
  const font = fontOf(style) ?? face ?? format.font;
  const align = style.get('vertical-align') ?? { sup: 'super', sub: 'sub' }[tagName];
  const raised = align === undefined ? format.raised : align === 'super';
  const transform = style.get('text-transform');
  const capitals = transform === undefined ? format.capitals : transform === 'uppercase';
  const isSame = font === format.font && raised === format.raised && capitals === format.capitals;
  return isSame ? format : { font, raised, capitals };
}
