/** Text that was broken into lines to be joined again (`format=flowed`, RFC 3676). */

/** Joins the lines that end in a space. `deleteSpace`: the space was added for the break alone. */
export function flowed(text: string, deleteSpace: boolean): string {
  const lines: string[] = [];
  let open = '';
  for (const line of text.split('\n')) {
    const unstuffed = line.startsWith(' ') ? line.slice(1) : line;
    // `-- ` introduces the signature and joins nothing.
    if (unstuffed.endsWith(' ') && unstuffed !== '-- ') {
      open += deleteSpace ? unstuffed.slice(0, -1) : unstuffed;
      continue;
    }
    lines.push(open + unstuffed);
    open = '';
  }
  return open === '' ? lines.join('\n') : [...lines, open].join('\n');
}
