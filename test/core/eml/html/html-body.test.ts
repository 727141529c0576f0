import { describe, expect, it } from 'vitest';
import type { BodyEvidence, ReceivedBlock } from '../../../../src/core/eml/body.ts';
import { htmlBody } from '../../../../src/core/eml/html/html-body.ts';
import { allOf } from '../../../../src/core/eml/steps.ts';
import { textBody } from '../../../../src/core/eml/html/text-body.ts';

const blocks = (html: string): readonly ReceivedBlock[] => allOf(htmlBody(html)).blocks;
const only = (html: string): ReceivedBlock | undefined => blocks(html)[0];
const evidence = (html: string): readonly BodyEvidence[] => allOf(htmlBody(html)).evidence;

describe('the HTML of a mail', () => {
  it('becomes buttons, boxes, columns, tables, lists and quotes', () => {
    expect(only('<a href="https://a.example/" style="background:#06c;color:#fff">Open</a>')).toEqual({
      kind: 'button',
      label: 'Open',
      link: 'https://a.example/',
      background: '#0066cc',
      colour: '#ffffff',
      align: 'start',
    });
    expect(blocks('x<div style="background:#eee;border:1px solid #c00">y</div>')[1]).toMatchObject({
      kind: 'panel',
      background: '#eeeeee',
      border: '#cc0000',
    });
    expect(only('<table><tr><td><p>a<p>b</td><td><img src="cid:x" alt=y></td></tr></table>')).toMatchObject({
      kind: 'columns',
      columns: [[{ kind: 'text' }, { kind: 'text' }], [{ kind: 'image', alt: 'y' }]],
    });
    expect(only('<table border=1><tr><th>a<th>b<tr><td colspan=2>c</table>')).toMatchObject({
      kind: 'table',
      rows: [[{ heading: true }, { heading: true }], [{ heading: false, span: 2 }]],
    });
    expect(only('<ol><li>a<li>b<ul><li>c</ul></ol>')).toMatchObject({
      kind: 'list',
      ordered: true,
      items: [[{ text: 'a' }], [{ text: 'b\nc' }]],
    });
    expect(only('<blockquote>a<hr>b</blockquote>')).toMatchObject({
      kind: 'quote',
      blocks: [{ kind: 'text' }, { kind: 'rule' }, { kind: 'text' }],
    });
  });

  it('keeps lines that divide, and no box where there is only a line', () => {
    expect(
      blocks(
        '<div style="border-bottom:1px solid #ccc">a</div><div style="border:none;border-top:solid #eee 1pt">b</div>',
      ),
    ).toMatchObject([{ kind: 'text' }, { kind: 'rule' }, { kind: 'text' }]);
    expect(only('<div style="border-left:4px solid #c00">a</div>')).toMatchObject({
      kind: 'panel',
      side: true,
    });
    expect(
      only('<blockquote style="border-left:4px solid #c00;background:#fee">a</blockquote>'),
    ).toMatchObject({
      kind: 'panel',
      side: true,
      background: '#ffeeee',
    });
  });

  it('places a table, not its words, by the attribute of the table', () => {
    expect(only('<table align=center><tr><td>a</table>')).toMatchObject({ kind: 'text', align: 'start' });
    expect(only('<table><tr><td align=center>a</table>')).toMatchObject({ kind: 'text', align: 'center' });
  });

  it.each([
    ['<td width=30><p>a</p><td><p>b</p>', [5, 95]],
    ['<td width="25%"><p>a</p><td width="75%"><p>b</p>', [25, 75]],
    ['<td style="width:200px"><p>a</p><td width=200><p>b</p>', undefined],
    ['<td width="25%"><p>a</p><td width=200><p>b</p>', undefined],
  ])('has the widths of the columns %s', (cells, widths) => {
    const block = only(`<table><tr>${cells}</tr></table>`);
    expect(block?.kind === 'columns' && block.widths).toEqual(widths);
  });

  it('puts many short columns into one line, with their links', () => {
    const cells = Array.from(
      { length: 11 },
      (_, at) => `<td bgcolor="#cc0000"><a href="https://a.example/${at}">${at}</a></td>`,
    );
    const block = only(`<table><tr>${cells.join('')}</tr></table>`);
    expect(block?.kind === 'text' && block.line.filter(({ link }) => link !== undefined)).toHaveLength(11);
  });

  it.each([
    ['<body bgcolor="#101418"><p style="color:#fff">a</p><p>b</p>', '#101418', '#101418'],
    ['<body bgcolor="#eeeeee"><div style="background:#fff"><p>a</p><p>b</p></div>', '#eeeeee', '#ffffff'],
    ['<div style="background:#eee"><div style="background:#fff"><p>a</p></div></div>', '#eeeeee', '#ffffff'],
    ['<p>a</p>', undefined, undefined],
  ])('knows the page and the sheet of %s', (html, canvas, paper) => {
    const body = allOf(htmlBody(html));
    expect([body.canvas, body.paper]).toEqual([canvas, paper]);
  });

  it.each([
    ['<p>x</p>', '<style>p{color:red}</style>', '#ff0000'],
    ['<p class=a>x</p>', '<style>.a{color:#00f}p{color:red}</style>', '#0000ff'],
    ['<p class=a id=b>x</p>', '<style>#b{color:lime}.a{color:blue}</style>', '#00ff00'],
    ['<div><p>x</p></div>', '<style>div > p{color:rgb(1,2,3)}p{color:red}</style>', '#010203'],
    ['<div><b><p>x</p></b></div>', '<style>div > p{color:green}</style>', undefined],
    ['<p style="color:red">x</p>', '<style>p{color:blue}</style>', '#ff0000'],
    ['<p style="color:red">x</p>', '<style>p{color:blue !important}</style>', '#0000ff'],
    ['<p>x</p>', '<style>@media print{p{color:red}}</style>', undefined],
    ['<font color="#abc">x</font>', '', '#aabbcc'],
  ])('uses the colour of %s with %s as mail programs do', (html, style, colour) => {
    const [block] = blocks(style + html);
    const [piece] = block?.kind === 'text' ? block.line : [];
    expect(piece?.colour).toBe(colour);
  });

  it('lists hidden content as evidence', () => {
    const html = `<body bgcolor="#dddddd"><p>seen<span style="display:none">one</span><font color="#dddddd">two</font></p>
      <img src="https://a.example/p.gif" width=1 height=1><img src="https://a.example/q.png" alt="">
      <form action="https://a.example/f"><input type=password name=pin></form><script>x()</script>
      <p style="font-family:'Microsoft YaHei'">font</p></body>`;
    expect(evidence(html)).toEqual(
      expect.arrayContaining([
        { kind: 'hidden-text', text: 'one' },
        { kind: 'camouflaged-text', text: 'two' },
        { kind: 'tracking-pixel', text: 'https://a.example/p.gif' },
        { kind: 'remote-picture', text: 'https://a.example/q.png' },
        { kind: 'form', text: 'https://a.example/f' },
        { kind: 'form', text: 'password pin' },
        { kind: 'script', text: 'x()' },
        { kind: 'foreign-font', text: 'microsoft yahei' },
      ]),
    );
    expect(allOf(htmlBody(html)).canvas).toBe('#dddddd');
    expect(JSON.stringify(blocks(html))).not.toContain('two');
  });

  it('treats a frame around everything as the page', () => {
    const html =
      '<table bgcolor="#f0f0f0"><tr><td><table bgcolor="#ffffff"><tr><td>words</td></tr></table></td></tr></table>';
    expect(allOf(htmlBody(html))).toMatchObject({ canvas: '#f0f0f0', blocks: [{ kind: 'text' }] });
  });
});

describe('a plain text', () => {
  it('has paragraphs, quotes, and links that end before Japanese text', () => {
    const { blocks: all } = textBody(
      '一つ目\nhttps://a.example/xをご覧ください。\n\n二つ目 (https://b.example/(y)).\n> 引用',
    );
    expect(all).toMatchObject([
      {
        kind: 'text',
        line: [{ text: '一つ目\n' }, { link: 'https://a.example/x' }, { text: 'をご覧ください。' }],
      },
      { kind: 'text', line: [{ text: '二つ目 (' }, { link: 'https://b.example/(y)' }, { text: ').' }] },
      { kind: 'quote', blocks: [{ kind: 'text' }] },
    ]);
  });

  it('records that its spaces matter', () => {
    expect(textBody('品名      数量\nペン         2').blocks[0]).toMatchObject({ preformatted: true });
  });
});
