/** Mends a problem in a JSON text by one edit. */
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Fix } from '../scenario/read/problem.ts';
import { replacementFor, type TextReplacement } from './change-text.ts';

/**
 * The edit that makes a fix. Undefined where the text has no such place, is no JSON, or already has a field of the new
 * name. `text` must not have a byte-order mark.
 */
export function fixReplacement(text: string, fix: Fix): TextReplacement | undefined {
  switch (fix.kind) {
    case 'set':
    case 'remove':
      return replacementFor(text, fix, { start: 0, end: text.length });
    case 'rename':
      return renaming(text, fix);
  }
}

function renaming(
  text: string,
  { path, name }: Extract<Fix, { kind: 'rename' }>,
): TextReplacement | undefined {
  const root = parseTree(text);
  if (root === undefined) return undefined;
  const value = findNodeAtLocation(root, [...path]);
  const isTaken = findNodeAtLocation(root, [...path.slice(0, -1), name]) !== undefined;
  const [key] = value?.parent?.type === 'property' ? (value.parent.children ?? []) : [];
  if (key === undefined || isTaken) return undefined;
  return { start: key.offset, end: key.offset + key.length, text: JSON.stringify(name) };
}
