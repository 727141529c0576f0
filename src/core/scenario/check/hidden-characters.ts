/**
 * Characters that nobody sees: controls, and marks that turn or hide text (UAX #9, UTS #39). A lure may use them where the
 * game shows them spelled out, in the names of attachments and in addresses of links and pages; elsewhere they are refused.
 */
import { characterName } from '../read/character-names.ts';
import type { Flaw } from '../read/problem.ts';
import { shownPath } from '../read/shown.ts';
import { type TextPlace, textPlaces } from '../layout/walk.ts';

/** C0 and C1 controls but for the line break, and halves of surrogate pairs: nowhere allowed. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const control = /[\p{Cs}\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u;
/** Emoji are joined by U+200D and coloured by U+FE0F; everything else of the kind only hides. */
const hidden =
  // oxlint-disable-next-line no-misleading-character-class -- each is meant by itself, joined to nothing
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0D\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]|(?<!\p{Extended_Pictographic}\uFE0F?)\u200D/u;

/** A flaw for every text with a hidden character where none may be. */
export function hiddenCharacters(value: unknown): readonly Flaw[] {
  const flaws: Flaw[] = [];
  for (const place of textPlaces(value)) {
    const found =
      control.exec(place.text)?.[0] ?? (mayHide(place) ? undefined : hidden.exec(place.text)?.[0]);
    if (found !== undefined) flaws.push(flawOf(place, found));
  }
  return flaws;
}

function mayHide({ path }: TextPlace): boolean {
  if (path[0] !== 'messages') return false;
  const [, , part, , field, , inner] = path;
  return (
    (part === 'attachments' && (field === 'name' || (field === 'holds' && inner === 'name'))) ||
    ((part === 'links' || part === 'pages') && field === 'url')
  );
}

function flawOf({ path }: TextPlace, character: string): Flaw {
  const name = characterName(character);
  const where = shownPath(path);
  return {
    rule: 'hidden-character',
    severity: 'error',
    path,
    text: {
      ja: `「${where}」に目に見えない文字 ${name.ja}が含まれています。削除してください（添付ファイル名とリンクの URL でだけ使えます）。`,
      en: `“${where}” holds a character that cannot be seen: ${name.en}. Delete it (it may only be used in names of attachments and in link addresses).`,
    },
  };
}
