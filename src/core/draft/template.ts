/** The inbox from which trainers begin: the example of their guide, a lure and its genuine twin. */
import type { Scenario } from '../scenario/format/scenario.ts';
import { isList, type JsonValue, membersOf } from './json.ts';
import template from './template.json' with { type: 'json' };

/** The messages of the template. */
export const templateKinds = ['lure', 'genuine'] as const;
/** A message of the template. */
export type TemplateKind = (typeof templateKinds)[number];

/** A scenario with this id. Its messages are named after it, as no two scenarios of a pack may share an id. */
export function templateScenario(id: string): JsonValue {
  return renamed(
    template,
    new Map([
      ['expenses', id],
      ['expenses-lure', `${id}-lure`],
      ['expenses-genuine', `${id}-genuine`],
    ]),
  );
}

/** A message with this id for the inbox of somebody. It has no twin, and asks no contact. */
export function templateMessage(
  kind: TemplateKind,
  id: string,
  { clock, recipient }: Pick<Scenario, 'clock' | 'recipient'>,
): JsonValue {
  const message = template.messages.find((one) => one.id === `expenses-${kind}`);
  if (message === undefined) throw new Error(`no template ${kind}`);
  const { differences: _, twin: __, ...solution } = message.solution;
  const { contacts: ___, ...verify } = message.verify;
  const named = new Map([
    [template.recipient.name.ja, recipient.name.ja],
    [template.recipient.name.en, recipient.name.en],
    [template.recipient.address, recipient.address],
    [`${template.recipient.name.ja} 様`, `${recipient.name.ja} 様`],
    [`Dear ${template.recipient.name.en},`, `Dear ${recipient.name.en},`],
  ]);
  return renamed({ ...message, id, sent: clock, verify, solution }, named);
}

/** A pack of one scenario. */
export function templatePack(id: string, scenario: string): JsonValue {
  return {
    $schema: '../../schema/pack.schema.json',
    format: 1,
    id,
    title: { ja: '新しいパック', en: 'A new pack' },
    description: { ja: 'ここに、何を練習するかを書きます。', en: 'Write here what it practises.' },
    author: 'Your name',
    licence: 'CC BY 4.0',
    audiences: [{ id: 'office', name: { ja: '会社員', en: 'Office workers' } }],
    scenarios: [`${scenario}.json`],
  };
}

/** A value with some of its texts in place of others. */
function renamed(value: JsonValue, names: ReadonlyMap<string, string>): JsonValue {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => renamed(item, names));
  return Object.fromEntries(membersOf(value).map(([key, member]) => [key, renamed(member, names)]));
}
