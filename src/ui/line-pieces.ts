/**
 * Cuts a text where a line may end in an address: after a dot, a hyphen, a slash, an @ and the like. A line that ends inside a name shows
 * another name, such as `kamome.exam` for `kamome.example`. Only what looks like an address, a domain or a file name is cut, and only if
 * it has more than `whole` characters; the pieces together are the text.
 */
export function linePieces(text: string, whole = 0): readonly string[] {
  // Most texts have neither, and a message has hundreds of them.
  if (!text.includes('.') && !text.includes('@')) return [text];
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: run, index } of text.matchAll(runs)) {
    if (run.length <= whole || !addressLike.test(run)) continue;
    for (const { index: at } of run.matchAll(joints)) {
      pieces.push(text.slice(from, index + at + 1));
      from = index + at + 1;
    }
  }
  return [...pieces, text.slice(from)];
}

/** A stretch without spaces, brackets and the marks of Japanese sentences. */
const runs = /[^\s<>()"'、。，「」（）]+/gu;

/** A dot before a letter, as in a domain; an @ between two; or the dots of an IP address. */
const addressLike = /[\p{L}\p{N}]\.\p{L}|[^@]@[\p{L}\p{N}]|\d\.\d+\.\d/u;

/** A sign after which the next part begins. */
const joints = /[.@/\-_?&=](?=[\p{L}\p{N}])/gu;
