/** A message of a draft as the inbox draws it, complete or not. */
import { memberOf, type JsonValue } from '../../core/draft/json.ts';
import type { DraftMessage, ScenarioFile } from '../../core/draft/read-file.ts';
import { contextOf } from '../../core/propose/draft-context.ts';
import { jsonFrom } from '../../core/scenario/read/from-outside.ts';
import { drawable } from '../../core/propose/partial.ts';
import { seal } from '../../core/round/played-message.ts';
import type { SealedMessage } from '../../core/scenario/format/message.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import { type Layout, layOut } from '../../core/scenario/layout/regions.ts';

/** A message laid out. */
export interface Drawn {
  readonly sealed: SealedMessage;
  readonly layout: Layout;
}

/** What the inbox needs to know around a message. */
export type Surround = Pick<Scenario, 'clock' | 'recipient' | 'directory'> & {
  readonly messages: readonly SealedMessage[];
};

/** What stands around the messages of a file, with neutral values where it is wrong. */
export function surroundOf({ around, messages, text }: ScenarioFile): Surround {
  const { recipient, clock, contacts } = contextOf(around ?? jsonFrom(text.replace(/^\uFEFF/, '')));
  return {
    clock,
    recipient: around?.recipient ?? recipient,
    directory: around?.directory ?? [...contacts],
    messages: messages.flatMap(({ message }) => (message === undefined ? [] : seal(message))),
  };
}

/** A message laid out; undefined where its value cannot be made a message. */
export function drawnMessage(message: DraftMessage, surround: Surround): Drawn | undefined {
  const sealed = sealedOf(message, surround);
  return sealed && { sealed, layout: layOut(sealed) };
}

const known = new WeakMap<object, SealedMessage | 'none'>();

/** A message without its solution, its gaps filled; undefined where its value cannot be made a message. */
export function sealedOf(
  { message, value }: Pick<DraftMessage, 'message' | 'value'>,
  { recipient, clock }: Surround,
): SealedMessage | undefined {
  if (message !== undefined) return seal(message);
  if (typeof value !== 'object' || value === null) return undefined;
  const before = known.get(value);
  const sealed = before ?? drawable(value, recipient, clock)?.message ?? 'none';
  known.set(value, sealed);
  return sealed === 'none' ? undefined : sealed;
}

/** The id of a message, as far as it has one. */
export function idOf(value: JsonValue): string {
  const id = memberOf(value, 'id');
  return typeof id === 'string' ? id : '';
}
