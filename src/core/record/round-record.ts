/**
 * What is kept of a finished round: plain JSON without a name, so that it can be stored, exported, combined and
 * handed in.
 */
import { z } from 'zod';
import { cueIds } from '../scenario/format/cues.ts';
import { actionKinds } from '../scenario/format/vocabulary.ts';
import { techniques } from '../scenario/format/techniques.ts';
import { limits, recordModes } from './limits.ts';

// Zod's compiled parsers need `eval`, which the page's Content-Security-Policy forbids.
z.config({ jitless: true });

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .max(60);
const percent = z.number().min(0).max(100);
/** Milliseconds since 1970, up to the last moment of a Date. */
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
    /** Present if a source that settles the message was looked at before the answer. */
    checked: z.literal(true).exactOptional(),
    /** The trick it practised; absent in records kept before there were names for them. */
    technique: z.enum(techniques).exactOptional(),
    /** Time spent on it, rounded; informational. */
    seconds: z.int().min(0).max(limits.seconds),
    /**
     * The facts that could be found, in the scenario's order. `cue` is the cue of the clue that was flagged, or of
     * the fact's first clue if it was missed.
     */
    facts: z
      .array(
        z
          .strictObject({
            fact: id,
            cue: z.enum(cueIds),
            found: z.boolean(),
            /** Present where the fact only adds; absent also in records of earlier versions. */
            soft: z.literal(true).exactOptional(),
          })
          .readonly(),
      )
      .max(limits.facts)
      .readonly(),
    /** The subject of each false alarm: the decoy's cue, or null if no author gave one. */
    falseAlarms: z.array(z.enum(cueIds).nullable()).max(limits.falseAlarms).readonly(),
  })
  .readonly();

/** The schema of a record. A record from outside is untrusted until it has passed. */
export const roundRecordSchema = z
  .strictObject({
    version: z.literal(1),
    /** Unique among the rounds of one device. */
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
    /** The answered messages. */
    messages: z.array(messageRecordSchema).max(limits.messages).readonly(),
  })
  .readonly();

/** What is kept of a finished round. */
export type RoundRecord = z.infer<typeof roundRecordSchema>;
/** What is kept of one answered message. */
export type MessageRecord = z.infer<typeof messageRecordSchema>;
