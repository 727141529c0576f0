/** An imported mail → a draft of its own. What only the author can say is left open or has words to replace. */
import { changed } from '../../core/draft/change-text.ts';
import { type JsonValue, memberOf } from '../../core/draft/json.ts';
import { templatePack } from '../../core/draft/template.ts';
import { contextOf } from '../../core/propose/draft-context.ts';
import { drawable } from '../../core/propose/partial.ts';
import type { SealedMessage } from '../../core/scenario/format/message.ts';
import type { Truth } from '../../core/scenario/format/solution.ts';
import type { KeptDraft } from '../draft/shelf.ts';
import type { Surround } from '../mail/drawn.ts';
import { withTruth } from '../mark/new-solution.ts';
import { type DraftHead, fileText } from '../start/new-draft.ts';
import type { ImportedMail } from './import-job.ts';

type Imported = Pick<ImportedMail, 'scenario' | 'language'>;

/** The draft of a pack with the mail in it. Without a truth, the author says later what it is. */
export function draftOfMail(head: DraftHead, imported: Imported, truth: Truth | undefined): KeptDraft {
  const pack = templatePack('my-pack', 'my-inbox');
  const files: readonly (readonly [string, JsonValue])[] = [
    ['packs/my-pack/pack.json', pack],
    ['packs/my-pack/scenarios/my-inbox.json', scenarioOfMail(imported, truth)],
  ];
  const texts = new Map(files.map(([path, value]) => [path, fileText(value)]));
  return { ...head, texts, pictures: new Map(), past: [], future: [] };
}

function scenarioOfMail({ scenario, language }: Imported, truth: Truth | undefined): JsonValue {
  const { recipient, clock, messages } = contextOf(scenario);
  const all = messages.map(({ value }) => jsonOf(value));
  const [subject] = all.flatMap((message) => memberOf(memberOf(message, 'subject'), language) ?? []);
  return {
    $schema: '../../../schema/scenario.schema.json',
    format: 1,
    id: 'my-inbox',
    title: { ja: '届いたメール', en: 'A real email', ...(subject !== undefined && { [language]: subject }) },
    story: { ja: '届いたメールを見極めます。', en: 'An email has come in. Is it what it claims to be?' },
    clock,
    recipient: { ...recipient, organization: { ja: '若葉商事株式会社', en: 'Wakaba Trading Co., Ltd.' } },
    companyRules: [],
    directory: [],
    messages: truth === undefined ? all : all.map((message) => changed(message, withTruth(message, truth))),
    source: {
      text: {
        ja: '届いたメールから作成。実在の名前は置き換えました。',
        en: 'Made from a real email; real names were replaced.',
      },
    },
    author: 'Your name',
    licence: 'CC BY 4.0',
  };
}

/** The message of an import as the inbox draws it; undefined where it cannot be laid out yet. */
export function drawnImport(
  scenario: ImportedMail['scenario'],
): { readonly message: SealedMessage; readonly surround: Surround } | undefined {
  const { recipient, clock, messages } = contextOf(scenario);
  const message = drawable(messages[0]?.value, recipient, clock)?.message;
  return message && { message, surround: { recipient, clock, directory: [], messages: [message] } };
}

/** A value of a draft, as JSON. */
function jsonOf(value: unknown): JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value !== 'object') throw new Error('a mail was read as something that is no JSON');
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, jsonOf(member)]));
}
