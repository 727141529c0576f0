/** HTML as the tree that a mail program builds (WHATWG, by parse5), within bounds, walked without recursion. */
import { defaultTreeAdapter, type DefaultTreeAdapterTypes, parse } from 'parse5';
import { deepestElement, mostElements } from '../bounds.ts';
import type { Steps } from '../steps.ts';
import type { Described } from './style.ts';

/** A node of the tree. */
export type Node = DefaultTreeAdapterTypes.ChildNode;
/** An element of the tree. */
export type Element = DefaultTreeAdapterTypes.Element;

/** A tree, and whether the end of the HTML was not read. */
export interface Tree {
  readonly top: readonly Node[];
  /** Elements in it. */
  readonly count: number;
  readonly isCut: boolean;
}

class TooMany extends Error {}

/** Parses HTML. What comes after `mostElements` is not read. */
export function treeOf(html: string): Tree {
  const document = defaultTreeAdapter.createDocument();
  let count = 0;
  const adapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createDocument: () => document,
    createElement: (...given) => {
      count += 1;
      if (count > mostElements) throw new TooMany();
      return defaultTreeAdapter.createElement(...given);
    },
  };
  try {
    parse(html, { treeAdapter: adapter });
    return { top: document.childNodes, count, isCut: false };
  } catch (problem) {
    if (!(problem instanceof TooMany)) throw problem;
    return { top: document.childNodes, count, isCut: true };
  }
}

/** What a walk meets, in document order. */
export interface Visitor {
  /** Returns whether to walk into the element; `leave` follows in any case. */
  readonly enter: (element: Element, depth: number) => boolean;
  readonly leave: (element: Element) => void;
  readonly text: (text: string) => void;
}

/** Elements between two steps of a walk. */
const stepElements = 500;

/** Walks a tree in steps. Elements deeper than a browser draws are passed over, but not their text. */
export function* walk({ top, count }: Tree, { enter, leave, text }: Visitor): Steps<void> {
  const open: { readonly nodes: readonly Node[]; at: number; readonly element?: Element }[] = [
    { nodes: top, at: 0 },
  ];
  let met = 0;
  for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
    const node = frame.nodes[frame.at];
    frame.at += 1;
    if (node === undefined) {
      open.pop();
      if (frame.element !== undefined) leave(frame.element);
    } else if (isText(node)) text(node.value);
    else if (isElement(node)) {
      met += 1;
      if (met % stepElements === 0) yield Math.min(1, met / count);
      const isDrawn = open.length <= deepestElement;
      const isEntered = !isDrawn || enter(node, open.length);
      const inner = isEntered ? node.childNodes : [];
      open.push({ nodes: inner, at: 0, ...(isDrawn && { element: node }) });
    }
  }
}

/** Whether a node is text. */
export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text';
/** Whether a node is an element. */
export const isElement = (node: Node): node is Element => 'tagName' in node;

/** An element as selectors and attributes describe it. */
export function describe(element: Element): Described {
  const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
  const classes = (attributes.get('class') ?? '').split(/\s+/).filter((name) => name !== '');
  return { tag: element.tagName, attributes, classes: classes.slice(0, 20) };
}

/** All text in an element. */
export function textIn(element: Element): string {
  const texts: string[] = [];
  isAny([element], (node) => {
    if (isText(node)) texts.push(node.value);
    return false;
  });
  return texts.join('');
}

/** Whether any node of a tree passes a test, in document order. Stops at the first. */
export function isAny(nodes: readonly Node[], test: (node: Node) => boolean): boolean {
  const left = [...nodes].toReversed();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (test(node)) return true;
    if (isElement(node)) for (const inner of node.childNodes.toReversed()) left.push(inner);
  }
  return false;
}

/** The elements right inside an element, those of certain names only. */
export const childrenNamed = (element: Element, ...names: readonly string[]): readonly Element[] =>
  element.childNodes.filter(isElement).filter(({ tagName }) => names.includes(tagName));
