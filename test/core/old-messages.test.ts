import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { messageSchema, type SealedMessage } from '../../src/core/scenario/format/message.ts';
import { fieldsOf, laterMailFields } from '../../src/core/scenario/format/vocabulary.ts';
import { fieldRegion, layOut } from '../../src/core/scenario/layout/regions.ts';
import { aLegitimateMessage, aReassurance } from '../fixtures/builders.ts';
import frozen from '../fixtures/messages-1.json';

const { solution } = aLegitimateMessage();
const regionsOf: Readonly<Record<string, { readonly keys: string; readonly texts: string }>> = frozen.regions;

/** A frozen message with a solution, which the fixture leaves out. */
function read(message: (typeof frozen.messages)[number]): SealedMessage {
  const [field] =
    fieldsOf[messageSchema.options.map(channelOf).find((one) => one === message.channel) ?? 'mail'];
  return messageSchema.parse({
    ...message,
    solution: { ...solution, reassurances: [aReassurance({ anchor: { field } })] },
  });
}

const channelOf = (option: (typeof messageSchema.options)[number]) => option.shape.channel.value;

/** Regions of fields that mails had not yet. */
const later = new Set(laterMailFields.map(fieldRegion));

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

describe('messages shipped before the format was widened, which use every field of that time', () => {
  it.each(frozen.messages)('$id is read unchanged', (message) => {
    const { solution: _, ...rest }: SealedMessage & { solution?: unknown } = read(message);
    expect(JSON.parse(JSON.stringify(rest))).toEqual(message);
  });

  it.each(frozen.messages)('$id keeps the key and text of each region, where kept flags lie', (message) => {
    const regions = layOut(read(message)).regions.filter(({ key }) => !later.has(key));
    expect(regions.map(({ key }) => key).join(' ')).toBe(regionsOf[message.id]?.keys);
    expect(digestOf(JSON.stringify(regions.map(({ text }) => text ?? '')))).toBe(
      regionsOf[message.id]?.texts,
    );
  });
});
