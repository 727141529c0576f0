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
