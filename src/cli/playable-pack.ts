/** Imported mails as a pack that can be played at once. */
import { phishScale } from '../core/engine/phish-scale.ts';
import type { DraftFields } from '../core/eml/draft/draft-body.ts';
import type { JsonValue } from '../core/draft/json.ts';
import { templatePack } from '../core/draft/template.ts';
import { completedMessage } from '../core/propose/complete.ts';
import { contextOf } from '../core/propose/draft-context.ts';
import { drawable } from '../core/propose/partial.ts';
import { proposalsFor } from '../core/propose/propose.ts';
import type { Message } from '../core/scenario/format/message.ts';
import type { Truth } from '../core/scenario/format/solution.ts';
import { titleOf } from '../core/scenario/layout/headline.ts';

/** The values of a pack's files. */
export interface PlayablePack {
  readonly pack: JsonValue;
  readonly scenario: JsonValue;
  /** How many messages could not be completed and were left out. */
  readonly leftOut: number;
}

/** Completes the messages of a draft as what their author says they are. Undefined if none can be completed. */
export function playablePack(id: string, draft: DraftFields, truth: Truth): PlayablePack | undefined {
  const { recipient, clock, contacts, messages } = contextOf(draft);
  const complete = messages.flatMap(({ value }): readonly Message[] => {
    const partial = drawable(value, recipient, clock);
    if (partial === undefined) return [];
    const proposals = proposalsFor({ ...partial, recipient, contacts, organizations: [] });
    return [rated(completedMessage(partial.message, proposals, truth))];
  });
  const [first] = complete;
  if (first === undefined) return undefined;
  const scenario = {
    $schema: '../../../schema/scenario.schema.json',
    format: 1,
    id,
    title: titleOf(first),
    story: { ja: '届いたメールを見極めます。', en: 'A mail has come in. Is it what it claims to be?' },
    clock,
    recipient,
    companyRules: [],
    directory: [],
    messages: complete,
    source: { text: { ja: '届いたメールから作成。', en: 'Made from real mail.' } },
    author: 'Your name',
    licence: 'CC BY 4.0',
  };
  const value: JsonValue = JSON.parse(JSON.stringify(scenario));
  return { pack: templatePack(id, id), scenario: value, leftOut: messages.length - complete.length };
}

/** With the difficulty that the Phish Scale gives. */
function rated(message: Message): Message {
  const { solution } = message;
  if (solution.truth !== 'phish') return message;
  const difficulty = phishScale(solution, 'office')?.difficulty ?? solution.difficulty;
  return { ...message, solution: { ...solution, difficulty } };
}
