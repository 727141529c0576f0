import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameAnatomy, typeAgrees } from '../../../../src/core/email/file/attachment.ts';
import { asShown } from '../../../../src/core/email/file/bidi.ts';
import { fileTypes } from '../../../../src/core/scenario/format/vocabulary.ts';

/** Name, its extension, and the tricks found in it in short: `rev` reversed, `dbl` double, `pad`, `inv` invisible, `run`. */
const names: readonly (readonly [name: string, extension: string, found: string])[] = [
  // Harmless names
  ['議事録.pdf', 'pdf', ''],
  ['minutes.PDF', 'pdf', ''],
  ['見積書_CL-2206.pdf', 'pdf', ''],
  ['2026年度 予算(案).xlsx', 'xlsx', ''],
  ['Budget 2026 v1.2 final.xlsx', 'xlsx', ''],
  ['v1.2', '2', ''],
  ['契約書 第3.1版.docx', 'docx', ''],
  ['backup.tar.gz', 'gz', ''],
  ['売上.csv.txt', 'txt', ''],
  ['list.csv.xlsx', 'xlsx', ''],
  ['photo.jpeg.jpg', 'jpg', ''],
  ['index.html.htm', 'htm', ''],
  ['invite.ics', 'ics', ''],
  ['元のメール.eml', 'eml', ''],
  ['旧書式.doc.docx', 'docx', ''],
  ['ノート.one', 'one', ''],
  ['録音_0412.m4a', 'm4a', ''],
  ['書類 一式.zip', 'zip', ''],
  ['図面\u3000最終.pdf', 'pdf', ''],
  ['Mr. Smith', '', ''],
  ['README', '', ''],
  ['見積 Ver.2 最終', '', ''],
  ['请求.pdf', 'pdf', ''],
  ['résumé.docx', 'docx', ''],
  ['ガイド.pdf', 'pdf', ''],
  ['ﾄﾞｷｭﾒﾝﾄ.pdf', 'pdf', ''],
  ['.htaccess', 'htaccess', ''],
  ['archive.7z', '7z', ''],
  // Programs and what starts them
  ['setup.exe', 'exe', 'run'],
  ['更新.msi', 'msi', 'run'],
  ['明細.scr', 'scr', 'run'],
  ['請求書.js', 'js', 'run'],
  ['請求書.vbs', 'vbs', 'run'],
  ['案内.lnk', 'lnk', 'run'],
  ['portal.url', 'url', 'run'],
  ['fix.BAT', 'bat', 'run'],
  ['help.hta', 'hta', 'run'],
  ['addin.xll', 'xll', 'run'],
  ['SETUP.EXE. . .', 'exe', 'run'],
  ['fernwartung.rdp', 'rdp', 'run'],
  ['setup.appinstaller', 'appinstaller', 'run'],
  ['Anzeige.SettingContent-ms', 'settingcontent-ms', 'run'],
  ['共有.searchConnector-ms', 'searchconnector-ms', 'run'],
  ['検索.search-ms', 'search-ms', 'run'],
  ['ライブラリ.library-ms', 'library-ms', 'run'],
  ['会議.jnlp', 'jnlp', 'run'],
  ['更新プログラム.msu', 'msu', 'run'],
  ['社用設定.ppkg', 'ppkg', 'run'],
  ['見積アドイン.vsto', 'vsto', 'run'],
  ['年末の壁紙.deskthemepack', 'deskthemepack', 'run'],
  ['tool.AppImage', 'appimage', 'run'],
  ['見積.vb', 'vb', 'run'],
  ['Setup.MSIXBundle', 'msixbundle', 'run'],
  ['tool.appref-ms', 'appref-ms', 'run'],
  ['更新.msp', 'msp', 'run'],
  ['明細.wsc', 'wsc', 'run'],
  ['Invoice.XBAP', 'xbap', 'run'],
  ['台帳.accde', 'accde', 'run'],
  ['設定.mobileconfig', 'mobileconfig', 'run'],
  ['install.pkg', 'pkg', 'run'],
  ['script.pyw', 'pyw', 'run'],
  ['図面.dll', 'dll', 'run'],
  ['資料.{20D04FE0-3AEA-1069-A2D8-08002B30309D}', '{20d04fe0-3aea-1069-a2d8-08002b30309d}', 'run'],
  // As mail and archive programs may turn them into plain ones
  ['請求書.ＥＸＥ', 'exe', 'run'],
  ['請求書．ｅｘｅ', 'exe', 'run'],
  ['請求書．scr', 'scr', 'run'],
  ['invoice.exe\u3000', 'exe', 'run'],
  ['invoice.exe\u00a0\t\r\n', 'exe', 'run'],
  ['invoice.settingcontent-ms . .', 'settingcontent-ms', 'run'],
  ['見積 第3．1版', '', ''],
  // What carries a program, but is itself only opened
  ['backup.vhdx', 'vhdx', ''],
  ['invoice.img', 'img', ''],
  // Words that end a part of a harmless name
  ['月報.job.pdf', 'pdf', ''],
  ['minutes.action.docx', 'docx', ''],
  ['data.local.csv', 'csv', ''],
  // Double extensions
  ['invoice.pdf.settingcontent-ms', 'settingcontent-ms', 'dbl pdf run'],
  ['請求書.pdf.exe', 'exe', 'dbl pdf run'],
  ['invoice.docx.js', 'js', 'dbl docx run'],
  ['photo.jpg.lnk', 'lnk', 'dbl jpg run'],
  ['明細.xlsx.html', 'html', 'dbl xlsx'],
  ['invoice.pdf.svg', 'svg', 'dbl pdf'],
  ['invoice.pdf.iso', 'iso', 'dbl pdf'],
  ['report.pdf.zip', 'zip', 'dbl pdf'],
  ['report.pdf.bak', 'bak', 'dbl pdf'],
  ['scan.PDF.EXE', 'exe', 'dbl pdf run'],
  ['請求書.pdf.exe', 'exe', 'dbl pdf run'],
  ['請求書。pdf.scr', 'scr', 'dbl pdf run'],
  ['請求書\u2024pdf.scr', 'scr', 'dbl pdf run'],
  ['請求書.pdf .exe', 'exe', 'dbl pdf run'],
  // Spaces that move the ending out of sight
  [`請求書.pdf${' '.repeat(40)}.exe`, 'exe', 'dbl pdf pad 40 run'],
  [`請求書.pdf${'\u3000'.repeat(20)}.exe`, 'exe', 'dbl pdf pad 20 run'],
  [`minutes${'\u00a0'.repeat(12)}.scr`, 'scr', 'pad 12 run'],
  [`invoice.pdf${' '.repeat(4)}`, 'pdf', 'pad 4'],
  // Characters that nobody sees
  ['注文書\u202efdp.exe', 'exe', 'rev pdf inv 1 run'],
  ['photo_\u202egpj.scr', 'scr', 'rev jpg inv 1 run'],
  ['CV_\u202excod.js', 'js', 'rev docx inv 1 run'],
  ['a\u202e\u202dfdp\u202c.exe', 'exe', 'rev fdp inv 3 run'],
  ['order\u202efdp.exe\u202c', 'exe\u202c', 'rev pdf inv 2'],
  ['abc\u202e\u202c.pdf', 'pdf', 'inv 2'],
  ['invoice.p\u200bdf', 'p\u200bdf', 'inv 1'],
  ['invoice.pdf\u200b.exe', 'exe', 'dbl pdf inv 1 run'],
  ['inv\u00adoice.pdf', 'pdf', 'inv 1'],
  ['\u200einvoice.pdf', 'pdf', 'inv 1'],
  ['\u2067invoice.pdf\u2069', 'pdf\u2069', 'inv 2'],
  // No names at all
  ['', '', ''],
  ['.', '', ''],
  ['...', '', ''],
  [' ', '', ''],
  ['\u202e', '', 'inv 1'],
  ['.exe', 'exe', 'run'],
  ['a/b.exe\\c', '', ''],
  [`x.${'y'.repeat(17)}`, '', ''],
];

function found(name: string): string {
  const { tricks, runs } = nameAnatomy(name);
  const short = tricks.map((trick) => {
    switch (trick.kind) {
      case 'reversed':
        return `rev ${trick.seems}`;
      case 'doubleExtension':
        return `dbl ${trick.seems}`;
      case 'padding':
        return `pad ${trick.count}`;
      case 'invisible':
        return `inv ${trick.count}`;
    }
  });
  return [...short, ...(runs ? ['run'] : [])].join(' ');
}

describe('the name of an attached file', () => {
  it.each(names)('%j ends in %j and holds %j', (name, extension, expected) => {
    expect(nameAnatomy(name).extension).toBe(extension);
    expect(found(name)).toBe(expected);
  });

  it('is shown as in mail, as in a file list, and with its real characters', () => {
    expect(nameAnatomy('注文書\u202efdp.exe')).toMatchObject({
      inMail: '注文書exe.pdf',
      inFolder: '注文書pdf',
      stored: '注文書⟨U+202E⟩fdp.exe',
    });
    expect(nameAnatomy('明細.pdf     .exe')).toMatchObject({
      inMail: '明細.pdf     .exe',
      inFolder: '明細.pdf     ',
      stored: '明細.pdf⟨U+0020 ×5⟩.exe',
    });
    expect(nameAnatomy('memo.xyz')).toMatchObject({ inFolder: 'memo.xyz' });
    expect(nameAnatomy('a \u3000\u3000b\u00a0c\n\ud800 ').stored).toBe(
      'a⟨U+0020⟩⟨U+3000 ×2⟩b⟨U+00A0⟩c⟨U+000A⟩⟨U+D800⟩⟨U+0020⟩',
    );
    expect(nameAnatomy('年度 予算.xlsx').stored).toBe('年度 予算.xlsx');
  });

  const anyName = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({
      unit: fc.constantFrom(
        'a',
        '.',
        ' ',
        '請',
        'exe',
        '\u202e',
        '\u202d',
        '\u202c',
        '\u2067',
        '\u2069',
        '\u0301',
        '(',
      ),
      maxLength: 40,
    }),
  );

  it('may be any text, and its written-out form hides nothing', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const { stored, inMail, inFolder } = nameAnatomy(name);
        expect(stored).not.toMatch(
          /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u,
        );
        for (const shown of [inMail, inFolder]) expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });

  it('keeps every character except the direction marks', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', '請', '.', '\u202e', '\u202c', '\u2066', '\u2069'),
    });
    fc.assert(
      fc.property(letters, (text) => {
        const kept = [...text].filter((character) => !/[\u202a-\u202e\u2066-\u2069]/.test(character));
        expect([...asShown(text)].toSorted()).toEqual(kept.toSorted());
      }),
    );
  });

  it('is reversed by one override, and restored by two', () => {
    const plain = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.', '請'), minLength: 1 });
    fc.assert(
      fc.property(plain, (text) => {
        const backwards = [...text].toReversed().join('');
        expect(asShown(`\u202e${text}`)).toBe(backwards);
        expect(asShown(`\u202e${backwards}\u202c`)).toBe(text);
        expect(asShown(`x\u202c\u2069${text}`)).toBe(`x${text}`);
      }),
    );
  });

  it('mirrors brackets and keeps combining marks on their letters (UAX #9)', () => {
    expect(asShown('\u202e(1)fdp')).toBe('pdf(1)');
    expect(asShown('\u202ee\u0301a')).toBe('ae\u0301');
    expect(asShown('a\u2067b\u202ecd\u2069ef')).toBe('abdcef');
  });

  it('may contain any number of nested marks', () => {
    expect(asShown('\u202e'.repeat(50_000) + 'ab')).toHaveLength(2);
    expect(asShown('\u2067\u202e\u202c'.repeat(20_000) + 'ab')).toHaveLength(2);
  });
});

describe('the type of a file', () => {
  it('agrees with its own endings, differs from those of other types, and says nothing about unknown ones', () => {
    expect(typeAgrees('pdf', 'pdf')).toBe('agrees');
    expect(typeAgrees('excel', 'csv')).toBe('agrees');
    expect(typeAgrees('text', 'csv')).toBe('agrees');
    expect(typeAgrees('program', 'pdf')).toBe('differs');
    expect(typeAgrees('html', 'pdf')).toBe('differs');
    expect(typeAgrees('pdf', 'xyz')).toBe('unknown');
    expect(typeAgrees('pdf', '')).toBe('unknown');
    expect(typeAgrees('pdf', '__proto__')).toBe('unknown');
  });

  it.each(fileTypes)('%s has an ending that agrees with it', (type) => {
    const usual = 'pdf docx xlsx txt png zip html exe ics eml svg lnk iso one mp3'.split(' ');
    expect(usual.filter((extension) => typeAgrees(type, extension) === 'agrees')).toHaveLength(1);
  });
});
