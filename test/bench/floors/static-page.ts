import type { Row } from './row.ts';

/** The list as one page without any script: nothing can be faster. */
export function staticPage(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ from, subject, time }) =>
      `<li><button class="row"><b>${escaped(from)}</b> <time>${escaped(time)}</time> <span>${escaped(subject)}</span></button></li>`,
  );
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>The static page</title>
<style>body{margin:0;font-family:system-ui,sans-serif}ul{margin:0;padding:0;list-style:none}.row{display:block;width:100%;padding:10px;border:0;border-bottom:1px solid #ccc;background:none;text-align:start}</style>
</head>
<body><main><h1>受信トレイ</h1><ul class="rows">
${lines.join('\n')}
</ul></main></body>
</html>
`;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
