/** What surrounds the messages of a scenario, also where the scenario is not complete yet. */
import type { Contact, Scenario } from '../scenario/format/scenario.ts';
import type { Localized } from '../scenario/format/text.ts';

/** The parts of a scenario that proposals need, with neutral values for what is missing. */
export interface DraftContext {
  readonly recipient: Scenario['recipient'];
  readonly clock: string;
  readonly contacts: readonly Contact[];
  readonly messages: readonly { readonly id: string; readonly value: unknown }[];
}

/** Reads what is there of a scenario. */
export function contextOf(scenario: unknown): DraftContext {
  const recipient = fieldOf(scenario, 'recipient');
  const address = fieldOf(recipient, 'address');
  const server = fieldOf(recipient, 'server');
  const clock = fieldOf(scenario, 'clock');
  return {
    recipient: {
      name: localized(fieldOf(recipient, 'name')),
      address: typeof address === 'string' ? address : 'you@example.com',
      organization: localized(fieldOf(recipient, 'organization')),
      server: typeof server === 'string' ? server : 'mx.example.com',
    },
    clock: typeof clock === 'string' ? clock : '2026-01-01T00:00:00Z',
    contacts: listOf(fieldOf(scenario, 'directory')).flatMap(contactOf),
    messages: listOf(fieldOf(scenario, 'messages')).map((value, index) => {
      const id = fieldOf(value, 'id');
      return { id: typeof id === 'string' ? id : `messages[${index}]`, value };
    }),
  };
}

function contactOf(value: unknown): readonly Contact[] {
  const [id, address, phone, site] = ['id', 'address', 'phone', 'site'].map((name) => {
    const field = fieldOf(value, name);
    return typeof field === 'string' ? field : undefined;
  });
  if (id === undefined) return [];
  return [
    {
      id,
      name: localized(fieldOf(value, 'name')),
      role: localized(fieldOf(value, 'role')),
      ...(address !== undefined && { address }),
      ...(phone !== undefined && { phone }),
      ...(site !== undefined && { site }),
    },
  ];
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A text of one language stands for both; a missing one is a dash. */
function localized(value: unknown): Localized {
  const [ja, en] = ['ja', 'en'].map((language) => {
    const text = fieldOf(value, language);
    return typeof text === 'string' && text !== '' ? text : undefined;
  });
  return { ja: ja ?? en ?? '―', en: en ?? ja ?? '–' };
}
