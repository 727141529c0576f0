/** xAPI 1.0.3 statements, of cmi5 and our own; docs/xapi.md lists every verb and extension. */
import { isoMoment } from '../../core/scenario/read/datable.ts';
import { duration } from '../durations.ts';
import type { Decision } from '../port.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** The base of our own extensions; what lies below it is described in docs/xapi.md. */
export const vocabulary = 'https://mikiwame.example/xapi';

const adl = 'http://adlnet.gov/expapi';
const cmi5 = 'https://w3id.org/xapi/cmi5/context';

const verbs = {
  initialized: { id: `${adl}/verbs/initialized`, ja: '開始した', en: 'initialized' },
  answered: { id: `${adl}/verbs/answered`, ja: '回答した', en: 'answered' },
  progressed: { id: `${adl}/verbs/progressed`, ja: '進めた', en: 'progressed' },
  completed: { id: `${adl}/verbs/completed`, ja: '完了した', en: 'completed' },
  passed: { id: `${adl}/verbs/passed`, ja: '合格した', en: 'passed' },
  failed: { id: `${adl}/verbs/failed`, ja: '不合格になった', en: 'failed' },
  terminated: { id: `${adl}/verbs/terminated`, ja: '終了した', en: 'terminated' },
} as const;

/** Who, where and under which registration; from the launch, never changed. */
export interface Setting {
  readonly activity: string;
  readonly actor: JsonObject;
  readonly registration: string | undefined;
  /** cmi5's context template, or what a plain launch gives of a context. */
  readonly context: JsonObject;
  /** Whether cmi5's categories belong to its own statements. */
  readonly cmi5: boolean;
  /** 0 to 1. */
  readonly masteryScore: number | undefined;
}

interface Said {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The learner began. */
export const initialized = (setting: Setting, said: Said): JsonObject =>
  statement(setting, said, 'initialized', {});

/** The learner went away; `spent` in milliseconds. */
export const terminated = (setting: Setting, said: Said, spent: number): JsonObject =>
  statement(setting, said, 'terminated', { result: { duration: duration(spent) } });

/** The whole round was played. */
export const completed = (setting: Setting, said: Said, spent: number): JsonObject =>
  statement(setting, said, 'completed', {
    result: { completion: true, duration: duration(spent) },
    moveOn: true,
  });

/** The round's score, 0 to 100, reached the pass mark or did not. */
export function judged(
  setting: Setting,
  said: Said,
  outcome: 'passed' | 'failed',
  score: number,
  spent: number,
): JsonObject {
  return statement(setting, said, outcome, {
    result: {
      success: outcome === 'passed',
      score: scoreOf(score),
      duration: duration(spent),
    },
    moveOn: true,
    ...(setting.masteryScore !== undefined && {
      extensions: { [`${cmi5}/extensions/masteryscore`]: setting.masteryScore },
    }),
  });
}

/** How far the learner is, 0 to 1. */
export const progressed = (setting: Setting, said: Said, progress: number): JsonObject =>
  statement(setting, said, 'progressed', {
    result: {
      extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': Math.round(100 * progress) },
    },
  });

/** The learner's judgement of one message: a choice between phish and legitimate, with what was found of it. */
export function answered(setting: Setting, said: Said, decision: Decision): JsonObject {
  const { pack, scenario, message, title, truth, verdict, correct, score, seconds, facts } = decision;
  return statement(setting, said, 'answered', {
    object: {
      objectType: 'Activity',
      id: `${setting.activity.replace(/\/+$/, '')}/messages/${pack}/${scenario}/${message}`,
      definition: {
        type: `${adl}/activities/cmi.interaction`,
        name: title,
        interactionType: 'choice',
        choices: [
          { id: 'phish', description: { ja: 'フィッシング', en: 'phish' } },
          { id: 'legitimate', description: { ja: '正規のメール', en: 'genuine' } },
        ],
        correctResponsesPattern: [truth],
      },
    },
    result: {
      success: correct,
      response: verdict,
      score: scoreOf(score),
      duration: duration(1000 * seconds),
      extensions: {
        [`${vocabulary}/confidence`]: decision.confidence,
        [`${vocabulary}/action`]: decision.action,
        [`${vocabulary}/facts-found`]: facts.filter(({ found }) => found).map(({ id }) => id),
        [`${vocabulary}/facts-missed`]: facts.filter(({ found }) => !found).map(({ id }) => id),
      },
    },
  });
}

interface Parts {
  readonly object?: JsonObject;
  readonly result?: JsonObject;
  readonly extensions?: JsonObject;
  readonly moveOn?: boolean;
}

/** cmi5 9.4 and 9.6: template first and in its order, nothing of it changed; only cmi5's own verbs carry its categories. */
function statement(setting: Setting, { id, at }: Said, verb: keyof typeof verbs, parts: Parts): JsonObject {
  const { id: verbId, ...display } = verbs[verb];
  const own = setting.cmi5 && verb !== 'answered' && verb !== 'progressed';
  const ours: Readonly<Record<string, readonly JsonObject[]>> = {
    ...(parts.object && { parent: [{ objectType: 'Activity', id: setting.activity }] }),
    category: [
      ...(own ? [{ id: `${cmi5}/categories/cmi5` }] : []),
      ...(own && parts.moveOn === true ? [{ id: `${cmi5}/categories/moveon` }] : []),
      ...(verb === 'answered' ? [{ id: vocabulary }] : []),
    ],
  };
  return {
    id,
    actor: setting.actor,
    verb: { id: verbId, display },
    object: parts.object ?? { objectType: 'Activity', id: setting.activity },
    ...(parts.result && { result: parts.result }),
    context: contextOf(setting, ours, parts.extensions),
    timestamp: isoMoment(at),
  };
}

/** The template's activities stand first in each list. */
function contextOf(
  { context, registration }: Setting,
  ours: Readonly<Record<string, readonly JsonObject[]>>,
  extensions: JsonObject | undefined,
): JsonObject {
  const given = objectOf(context['contextActivities']);
  const activities = Object.fromEntries(
    Object.entries({ ...given, ...ours })
      .map(([name]) => [name, [...listOf(given[name]), ...(ours[name] ?? [])]] as const)
      .filter(([, list]) => list.length > 0),
  );
  return {
    ...context,
    ...(registration !== undefined && { registration }),
    ...(Object.keys(activities).length > 0 && { contextActivities: activities }),
    ...(extensions && { extensions: { ...objectOf(context['extensions']), ...extensions } }),
  };
}

/** One activity may stand without its list (xAPI 1.0.3, 2.4.6.2). */
const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** At most two decimals, and as many of the scaled one: what a store compares with the mastery score. */
function scoreOf(score: number): JsonObject {
  const hundredths = Math.round(100 * score);
  return { scaled: hundredths / 10_000, raw: hundredths / 100, min: 0, max: 100 };
}

/** An object of JSON, or an empty one where it is none. */
export function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** Whether a value parsed from JSON is an object; what is in it is JSON by its origin. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
