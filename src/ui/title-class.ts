/** Characters from which a title is running text. */
const longest = 200;

/**
 * The class of a heading that shows a text of a pack, after another class. A long text does not break between phrases: Chromium takes
 * seconds to lay out 20,000 characters in which it finds no phrase.
 */
export function titleClass(text: string, other?: string): string | undefined {
  if (text.length <= longest) return other;
  return other === undefined ? 'long-title' : `${other} long-title`;
}
