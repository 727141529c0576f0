import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { svgFlaw } from '../../../src/core/lint/svg.ts';

const svg = (inner: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${inner}</svg>`;

/** What is refused, and a word of the English sentence that says so. */
const refused: readonly (readonly [what: string, text: string, named: string])[] = [
  // Scripts
  ['a script', svg('<script>alert(1)</script>'), '<script>'],
  ['a script by address', svg('<script href="evil.js"/>'), '<script>'],
  [
    'a script in a prefix',
    '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>1</s:script></s:svg>',
    'script',
  ],
  ['a script of HTML', svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">1</h:script>'), 'script'],
  [
    'a script of HTML by a default',
    svg('<g><script xmlns="http://www.w3.org/1999/xhtml">1</script></g>'),
    'script',
  ],
  ['a script in metadata', svg('<metadata><script>1</script></metadata>'), '<script>'],
  ['a script in a title', svg('<title><script>1</script></title>'), '<script>'],
  [
    'a script below an element of an editor',
    svg('<i:x xmlns:i="http://www.inkscape.org/namespaces/inkscape"><script>1</script></i:x>'),
    '<script>',
  ],
  ['a script with a capital', svg('<SCRIPT>1</SCRIPT>'), '<SCRIPT>'],
  ['a handler', svg('', ' onload="alert(1)"'), 'onload'],
  ['a handler in capitals', svg('<g ONCLICK="1"/>'), 'ONCLICK'],
  ['a handler behind a line break', svg('<g\nonfocusin\n=\n"1"/>'), 'onfocusin'],
  ['a handler of an animation', svg('<animate onbegin="1" attributeName="x"/>'), 'onbegin'],
  ['a handler in a prefix', svg('<g s:onload="1" xmlns:s="http://www.w3.org/2000/svg"/>'), 'onload'],
  // Elements that contain other documents
  [
    'foreign objects',
    svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'),
    'foreignObject',
  ],
  ['a frame', svg('<iframe xmlns="http://www.w3.org/1999/xhtml" src="x"/>'), 'iframe'],
  ['a picture', svg('<image href="https://evil.example/track.png"/>'), '<image>'],
  ['a picture as data', svg('<image href="data:image/png;base64,AAAA"/>'), '<image>'],
  ['a picture of a filter', svg('<filter><feImage href="#a"/></filter>'), 'feImage'],
  ['a link', svg('<a href="https://evil.example/"><rect/></a>'), '<a>'],
  ['a link to a script', svg('<a xlink:href="javascript:alert(1)"><rect/></a>'), '<a>'],
  ['a sound', svg('<audio xmlns="http://www.w3.org/1999/xhtml" src="x"/>'), 'audio'],
  ['a handler element', svg('<handler>1</handler>'), 'handler'],
  // References
  ['another file', svg('<use href="other.svg#a"/>'), 'href'],
  ['another host', svg('<use xlink:href="https://evil.example/a.svg#a"/>'), 'href'],
  ['data', svg('<use href="data:image/svg+xml,%3Csvg/%3E#a"/>'), 'href'],
  ['a blank before it', svg('<use href=" https://evil.example/#a"/>'), 'href'],
  ['its character in numbers', svg('<use href="&#104;ttps://evil.example/#a"/>'), 'href'],
  [
    'a prefix for xlink',
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:q="http://www.w3.org/1999/xlink"><use q:href="x"/></svg>',
    'href',
  ],
  ['a gradient elsewhere', svg('<linearGradient href="x.svg#a"/>'), 'href'],
  ['another base', svg('<g xml:base="https://evil.example/"><use href="#a"/></g>'), 'xml:base'],
  // Styles
  ['an import', svg('<style>@import "https://evil.example/a.css";</style>'), '@import'],
  ['an import in CDATA', svg('<style><![CDATA[@import url(a.css);]]></style>'), '@import'],
  ['a font', svg('<style>@font-face{src:url(//evil.example/a)}</style>'), '@font-face'],
  ['a picture of a style', svg('<style>rect{fill:url(https://evil.example/a#b)}</style>'), 'url('],
  ['a picture set', svg('<style>rect{mask:image-set("a.png" 1x)}</style>'), 'image-set('],
  ['letters in numbers', svg('<style>rect{fill:u\\72l(//evil.example)}</style>'), '\\'],
  ['an attribute of style', svg('<rect style="fill:url(//evil.example)"/>'), 'url('],
  ['a presentation attribute', svg('<rect fill="url(https://evil.example/a.svg#b)"/>'), 'url('],
  ['a presentation attribute as data', svg('<rect filter="url(data:image/svg+xml,x#b)"/>'), 'url('],
  ['a cursor', svg('<rect cursor="URL( \'x.cur\' )"/>'), 'URL('],
  ['letters in numbers in an attribute', svg('<rect fill="\\75 rl(//evil.example)"/>'), '\\'],
  ['one good url before a bad one', svg('<rect style="fill:url(#a);mask:url(b#a)"/>'), 'url('],
  // Animation
  ['an animated address', svg('<use href="#a"><set attributeName="href" to="x"/></use>'), 'attributeName'],
  ['an animated xlink address', svg('<animate attributeName="xlink:href" values="x"/>'), 'attributeName'],
  [
    'an animated address between blanks',
    svg('<animate attributeName=" href " values="x"/>'),
    'attributeName',
  ],
  ['an animated handler', svg('<set attributeName="onclick" to="1"/>'), 'attributeName'],
  ['an animated style', svg('<set attributeName="fill" to="url(//evil.example)"/>'), 'url('],
  // Anything but plain XML
  [
    'a DOCTYPE',
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x.example/a.dtd">${svg('')}`,
    'DOCTYPE',
  ],
  ['an entity', `<!DOCTYPE svg [<!ENTITY e "<script>1</script>">]>${svg('&e;')}`, 'DOCTYPE'],
  ['an entity of nowhere', svg('<text>&nbsp;</text>'), 'read'],
  ['a style sheet', `<?xml-stylesheet href="a.css"?>${svg('')}`, 'xml-stylesheet'],
  ['an instruction inside', svg('<?php x ?>'), 'php'],
  ['another encoding', `<?xml version="1.0" encoding="utf-7"?>${svg('')}`, 'UTF-8'],
  ['another encoding of Japan', `<?xml version="1.0" encoding="iso-2022-jp"?>${svg('')}`, 'UTF-8'],
  ['UTF-16 in words', `<?xml version="1.0" encoding="UTF-16"?>${svg('')}`, 'UTF-8'],
  ['another version', `<?xml version="1.1"?>${svg('')}`, '1.0'],
  ['CDATA outside a style', svg('<title><![CDATA[ > <script>1</script> ]]></title>'), 'CDATA'],
  ['a prefix that is not declared', svg('<q:rect/>'), 'q:rect'],
  ['an attribute of nobody', svg('<rect q:x="1"/>'), 'q:x'],
  ['an unclosed element', svg('<g>'), 'read'],
  ['HTML', '<!doctype html><title>x</title>', 'DOCTYPE'],
  ['a page that is also XML', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'outermost'],
  ['no namespace', '<svg/>', 'outermost'],
  ['another root', '<g xmlns="http://www.w3.org/2000/svg"/>', 'outermost'],
  ['nothing', '', 'read'],
  ['nesting without end', svg('<g>'.repeat(50_000) + '</g>'.repeat(50_000)), 'read'],
  ['a file too large', svg('<rect/>'.repeat(200_000)), '1000000'],
];

const passed: readonly (readonly [what: string, text: string])[] = [
  [
    'shapes',
    svg('<g fill="none"><path d="M0 0h1"/><text x="1" textLength="9">カモメ便 &amp; &#65;</text></g>'),
  ],
  ['a prefix of its own', '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:rect/></s:svg>'],
  [
    'a declaration, a comment and a byte order mark',
    `\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n<!-- drawn -->${svg('')}`,
  ],
  [
    'gradients and what it holds itself',
    svg('<defs><linearGradient id="a" href="#b"/></defs><rect fill="url(#a)"/><use xlink:href="#r"/>'),
  ],
  [
    'a style',
    svg('<style>/* a */ .a{fill:url( "#b" )} @media (prefers-color-scheme:dark){.a{fill:#fff}}</style>'),
  ],
  ['a style in CDATA', svg('<style><![CDATA[.a > .b{fill:red}]]></style>')],
  [
    'an animation',
    svg(
      '<circle><animate attributeName="r" values="1;2" dur="1s"/><animateTransform attributeName="transform" type="rotate"/></circle>',
    ),
  ],
  [
    'filters',
    svg('<filter id="f"><feGaussianBlur stdDeviation="2"/><feMerge><feMergeNode/></feMerge></filter>'),
  ],
  [
    'what Inkscape leaves in it',
    svg(
      '<sodipodi:namedview id="v"/><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><cc:Work rdf:about="" xmlns:cc="http://creativecommons.org/ns#"/></rdf:RDF></metadata><g inkscape:export-filename="C:\\a.png" inkscape:label="x"/>',
      ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xml:space="preserve"',
    ),
  ],
  ['words that only look like handlers', svg('<g class="on" id="onload" data-on="1" aria-label="C:\\x"/>')],
];

describe('an SVG', () => {
  it.each(refused)('with %s is refused by name', (_, text, named) => {
    const flaw = svgFlaw(text);
    expect(flaw?.en).toContain(named);
    expect(flaw?.ja).toMatch(/[ぁ-ん]/);
  });

  it.each(passed)('with %s is accepted', (_, text) => {
    expect(svgFlaw(text)).toBeUndefined();
  });

  it('is reported with its line', () => {
    expect(svgFlaw(svg('\n<g/>\n<g>\n<script/></g>'))?.en).toMatch(/^Line 4\b/);
  });

  it('of this repository is accepted', () => {
    const content = join(import.meta.dirname, '../../../content');
    const files = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.svg'),
    );
    expect(files.length).toBeGreaterThan(50);
    for (const file of files)
      expect(svgFlaw(readFileSync(join(content, file), 'utf8')), file).toBeUndefined();
  });

  it('may be any text', () => {
    const marks = '< > /> </ = & ; # ! -- [CDATA[ ]]> <? ?> : " \''.split(' ');
    const words = [
      'svg',
      'g',
      ' ',
      'xmlns',
      'http://www.w3.org/2000/svg',
      'script',
      'on',
      'href',
      '\0',
      '\ud800',
    ];
    const parts = fc.constantFrom(...marks, ...words);
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: parts, maxLength: 60 })),
        (text) => {
          expect(() => svgFlaw(text)).not.toThrow();
          expect(() => svgFlaw(svg(text))).not.toThrow();
        },
      ),
    );
  });

  // Before, the parser took minutes over a file of carriage returns.
  it('of the largest size is read in bounded time, and its lines are counted', () => {
    const returns = '\r'.repeat(900_000);
    expect(svgFlaw(svg(returns))).toBeUndefined();
    expect(svgFlaw(`${svg(returns).replace('</svg>', '')}<script/></svg>`)?.en).toContain('Line 900001');
    expect(svgFlaw(svg('\r\n\r<script/>'))?.en).toContain('Line 3');
  });
});
