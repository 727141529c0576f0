/** Names of character sets as mails write them, and the names that decoders know (WHATWG Encoding). */

/** Names that the Encoding Standard lacks. Most come from Japanese and Korean mail programs. */
const others: Readonly<Record<string, string>> = {
  'iso-2022-jp-ms': 'iso-2022-jp',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-3': 'iso-2022-jp',
  'iso-2022-jp-2004': 'iso-2022-jp',
  'x-iso-2022-jp': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  cp50222: 'iso-2022-jp',
  jis: 'iso-2022-jp',
  'eucjp-ms': 'euc-jp',
  'eucjp-win': 'euc-jp',
  eucjp: 'euc-jp',
  cp51932: 'euc-jp',
  cp20932: 'euc-jp',
  'sjis-win': 'shift_jis',
  'shift-jis': 'shift_jis',
  'x-sjis-cp932': 'shift_jis',
  'x-ms-cp932': 'shift_jis',
  cp932: 'shift_jis',
  cp943: 'shift_jis',
  cp943c: 'shift_jis',
  ms932: 'shift_jis',
  'windows-932': 'shift_jis',
  cp936: 'gbk',
  ms936: 'gbk',
  'windows-936': 'gbk',
  cp950: 'big5',
  ms950: 'big5',
  'windows-950': 'big5',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  ks_c_5601: 'euc-kr',
  utf8mb4: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  cp65001: 'utf-8',
  cp1250: 'windows-1250',
  cp1251: 'windows-1251',
  cp1252: 'windows-1252',
  'iso-8859-1-windows-3.1-latin-1': 'windows-1252',
  'ansi_x3.110-1983': 'windows-1252',
  unknown: '',
  'unknown-8bit': '',
  'x-unknown': '',
  default: '',
  binary: '',
  none: '',
};

/** The name that a decoder knows, as far as it has one; empty if the name says nothing. */
export function labelOf(declared: string): string {
  const name = declared
    .trim()
    .replace(/^["']+|["']+$/g, '')
    .toLowerCase();
  // RFC 2231 allows a language after the charset, as in `utf-8*ja`.
  const [plain = ''] = name.split('*');
  return Object.hasOwn(others, plain) ? (others[plain] ?? plain) : plain;
}
