/** xAPI 1.0.3 statements: cmi5's and our own. docs/xapi.md lists every verb and extension. */
import { isoMoment } from '../../core/scenario/read/datable.ts';
import { duration } from '../durations.ts';
import type { Decision } from '../port.ts';

/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/** The base of our own IRIs; docs/xapi.md describes each. */
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

/** Actor, activity and registration of a launch. */
export interface Setting {
  readonly activity: string;
  readonly actor: JsonObject;
  readonly registration: string | undefined;
  /** cmi5's context template, or the context of a plain launch. */
  readonly context: JsonObject;
  /** Whether cmi5's own statements carry its categories. */
  readonly cmi5: boolean;
  /** 0 to 1. */
  readonly masteryScore: number | undefined;
}

interface Said {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The session began (cmi5 9.3.2). */
export const initialized = (setting: Setting, said: Said): JsonObject =>
  statement(setting, said, 'initialized', {});

/** The session ended (cmi5 9.3.8). `spent` is in milliseconds. */
export const terminated = (setting: Setting, said: Said, spent: number): JsonObject =>
  statement(setting, said, 'terminated', { result: { duration: duration(spent) } });

/** The whole round was played (cmi5 9.3.3). `spent` is in milliseconds. */
export const completed = (setting: Setting, said: Said, spent: number): JsonObject =>
  statement(setting, said, 'completed', {
    result: { completion: true, duration: duration(spent) },
    moveOn: true,
  });

/** The score, 0 to 100, reached the pass mark or did not (cmi5 9.3.4 and 9.3.5). `spent` is in milliseconds. */
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

/** How far the learner is; `progress` is 0 to 1. */
export const progressed = (setting: Setting, said: Said, progress: number): JsonObject =>
  statement(setting, said, 'progressed', {
    result: {
      extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': Math.round(100 * progress) },
    },
  });

/** The learner's answer to one message: a choice between phish and legitimate, with the facts that were found. */
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
        ...(decision.checked && { [`${vocabulary}/checked`]: true }),
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

/** A statement with its context (cmi5 9.4 and 9.6): the template comes first and unchanged; only cmi5's own verbs carry its categories. */
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

/** The context; the template's activities are the first in each list. */
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

/** A single activity may come without a list (xAPI 1.0.3, 2.4.6.2). */
const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** The score, 0 to 100, in hundredths. `scaled` is exact, since stores compare it with the mastery score. */
function scoreOf(score: number): JsonObject {
  const hundredths = Math.round(100 * score);
  return { scaled: hundredths / 10_000, raw: hundredths / 100, min: 0, max: 100 };
}

/** The value if it is a JSON object, otherwise an empty one. */
export function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** Whether a value parsed from JSON is an object. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
