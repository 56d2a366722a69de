import type { DefaultTreeAdapterTypes } from 'parse5';
import { unreadable } from '../office/failures.ts';

/** Anything in a page. */
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
/** A tag with what stands in it. */
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Browsers stop there too. */
const MAX_DEPTH = 512;
/** Unclosed formatting is repeated in every paragraph after it, so that a small page can make a tree without end. */
const MAX_ELEMENTS = 1_000_000;

/** Reads a page as browsers do; throws an UnreadableError where its nesting is beyond reason. */
export async function parsePage(page: string): Promise<DefaultTreeAdapterTypes.Document> {
  const { defaultTreeAdapter, parse } = await import('parse5');
  let depth = 0;
  let elements = 0;
  return parse<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>(page, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(name, namespace, attributes) {
        if (++elements > MAX_ELEMENTS) throw unreadable('tooLong');
        return defaultTreeAdapter.createElement(name, namespace, attributes);
      },
      onItemPush() {
        if (++depth > MAX_DEPTH) throw unreadable('tooDeep');
      },
      onItemPop() {
        depth--;
      },
    },
  });
}

/** Whether it is a tag. */
export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;

/** The value of an attribute. */
export const attribute = ({ attrs }: HtmlElement, name: string): string | undefined =>
  attrs.find((found) => found.name === name)?.value;

/** All text in an element. */
export function textOf(node: HtmlNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
