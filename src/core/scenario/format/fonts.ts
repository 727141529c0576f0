/** The fonts of the format. */

/**
 * Fonts that tell something, with the families that draw them: a mail in a Chinese font was written on a Chinese computer.
 * Only ASCII names, so that a source in ISO-2022-JP can hold them.
 */
export const fontFamilies = {
  serif: "'Times New Roman', 'MS Mincho', 'Noto Serif CJK JP', serif",
  mono: "'Courier New', 'MS Gothic', 'Noto Sans Mono CJK JP', monospace",
  'simplified-chinese': "'Microsoft YaHei', SimSun, 'PingFang SC', 'Noto Sans CJK SC', sans-serif",
  'traditional-chinese': "'Microsoft JhengHei', PMingLiU, 'PingFang TC', 'Noto Sans CJK TC', sans-serif",
  korean: "'Malgun Gothic', Gulim, 'Apple SD Gothic Neo', 'Noto Sans CJK KR', sans-serif",
} as const;
/** A font that tells something. */
export type Font = keyof typeof fontFamilies;
/** Fonts that tell something. */
export const fonts = [
  'serif',
  'mono',
  'simplified-chinese',
  'traditional-chinese',
  'korean',
] as const satisfies readonly Font[];
