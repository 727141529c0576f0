/** What is kept of a finished round: plain JSON that holds no name, so that it can be stored, exported, pooled and handed in. */
import { z } from 'zod';
import { cueIds } from '../scenario/format/cues.ts';
import { actionKinds } from '../scenario/format/vocabulary.ts';
import { limits, recordModes } from './limits.ts';

// Zod's compiled parsers need `eval`, which the page's Content-Security-Policy forbids.
z.config({ jitless: true });

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .max(60);
const percent = z.number().min(0).max(100);
/** Milliseconds since 1970, up to the last moment a Date can hold. */
const moment = z.int().min(0).max(8.64e15);
const truth = z.enum(['phish', 'legitimate']);

const messageRecordSchema = z
  .strictObject({
    pack: id,
    scenario: id,
    message: id,
    /** As in the scenario, such as `mail`. */
    channel: z
      .string()
      .regex(/^[a-z][a-zA-Z0-9-]*$/)
      .max(30),
    truth,
    verdict: truth,
    confidence: z.number().min(0.5).max(1),
    action: z.enum(actionKinds),
    score: percent,
    /** Time spent on it, rounded; information only. */
    seconds: z.int().min(0).max(limits.seconds),
    /**
     * The facts that could be found, in the scenario's order. `cue` is that of the clue flagged, or of the fact's first clue where it
     * was missed.
     */
    facts: z
      .array(z.strictObject({ fact: id, cue: z.enum(cueIds), found: z.boolean() }).readonly())
      .max(limits.facts)
      .readonly(),
    /** What each flag that cost was on: the decoy's cue, or null where no author gave one. */
    falseAlarms: z.array(z.enum(cueIds).nullable()).max(limits.falseAlarms).readonly(),
  })
  .readonly();

/** A record from outside is a stranger's until it has passed this. */
export const roundRecordSchema = z
  .strictObject({
    version: z.literal(1),
    /** Tells this round from the others of one device. */
    id: z
      .string()
      .regex(/^[A-Za-z0-9_-]+$/)
      .max(60),
    mode: z.enum(recordModes),
    startedAt: moment,
    endedAt: moment,
    seed: z.string().min(1).max(64).exactOptional(),
    passMark: percent.exactOptional(),
    /** Two decimals: the mean over all messages of the round. */
    score: percent,
    /** The answered ones. */
    messages: z.array(messageRecordSchema).max(limits.messages).readonly(),
  })
  .readonly();

export type RoundRecord = z.infer<typeof roundRecordSchema>;
export type MessageRecord = z.infer<typeof messageRecordSchema>;
