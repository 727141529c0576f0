/**
 * Characters that nobody sees: controls, and marks that turn or hide text (UAX #9, UTS #39). A lure may use them where the
 * game shows them spelled out, in the names of attachments and in addresses of links and pages; elsewhere they are refused.
 */
import { characterName } from '../../scenario/read/character-names.ts';
import { shownPath } from '../../scenario/read/shown.ts';
import type { Remark, TextRule } from '../rule.ts';
import { type TextPlace, textPlaces } from '../../scenario/layout/walk.ts';

/** C0 and C1 controls but for the line break, and halves of surrogate pairs: nowhere allowed. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const control = /[\p{Cs}\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u;
/** Emoji are joined by U+200D and coloured by U+FE0F; everything else of the kind only hides. */
const hidden =
  // oxlint-disable-next-line no-misleading-character-class -- each is meant by itself, joined to nothing
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0D\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]|(?<!\p{Extended_Pictographic}\uFE0F?)\u200D/u;

/** No text holds a character that cannot be seen, but where the game spells it out. */
export const hiddenCharacter: TextRule = {
  name: 'hidden-character',
  severity: 'error',
  summary: {
    ja: '目に見えない文字（添付ファイル名と、リンクとページの URL でだけ使える）',
    en: 'A character that cannot be seen; allowed only in names of attachments and in addresses of links and pages',
  },
  scope: 'text',
  check: (value, path) => {
    const remarks: Remark[] = [];
    for (const place of textPlaces(value, path)) {
      const found =
        control.exec(place.text)?.[0] ?? (mayHide(place) ? undefined : hidden.exec(place.text)?.[0]);
      if (found !== undefined) remarks.push(remarkOn(place, found));
    }
    return remarks;
  },
};

function mayHide({ path }: TextPlace): boolean {
  if (path[0] !== 'messages') return false;
  const [, , part, , field, , inner] = path;
  return (
    (part === 'attachments' && (field === 'name' || (field === 'holds' && inner === 'name'))) ||
    ((part === 'links' || part === 'pages') && field === 'url')
  );
}

function remarkOn({ path }: TextPlace, character: string): Remark {
  const name = characterName(character);
  const where = shownPath(path);
  return {
    path,
    text: {
      ja: `「${where}」に目に見えない文字 ${name.ja}が含まれています。削除してください（添付ファイル名とリンクの URL でだけ使えます）。`,
      en: `“${where}” holds a character that cannot be seen: ${name.en}. Delete it (it may only be used in names of attachments and in link addresses).`,
    },
  };
}
