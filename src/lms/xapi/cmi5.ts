/** A cmi5 launch (cmi5 specification, sections 8 to 10): token, launch data, preferences, then the session. */
import { languageOf } from '../../core/scenario/format/language-tag.ts';
import { createConversation } from '../conversation.ts';
import type { Clock, Connected, Launch, Trouble } from '../port.ts';
import { createLrs, type Fetch, type Lrs, request } from './lrs.ts';
import { type Cmi5Launch, cmi5LaunchFrom, httpAddress } from './xapi-launch.ts';
import { readMemo } from './memo.ts';
import { jsonObjectFrom, openXapiSession } from './xapi-session.ts';
import { type JsonObject, objectOf, type Setting } from './xapi-statements.ts';

/** What a reload of the page may read back; the token can be fetched only once. */
export interface SittingStore {
  readonly read: (name: string) => string | undefined;
  readonly write: (name: string, value: string) => void;
}

export interface XapiWorld {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly sitting: SittingStore;
}

export async function connectCmi5(query: string, world: XapiWorld): Promise<Connected> {
  const conversation = createConversation(world.clock);
  const failed = (trouble: Trouble): Connected => ({ ok: false, trouble, conversation: conversation.all() });
  const launch = cmi5LaunchFrom(query);
  if (launch === undefined) return failed({ kind: 'nobody' });
  const name = `mikiwame.cmi5.${launch.registration}`;
  const before = sittingFrom(world.sitting.read(name));
  if (before?.ended === true) return failed({ kind: 'over' });

  const token =
    before === undefined
      ? await fetchToken(launch, world, conversation)
      : { ok: true as const, token: before.token };
  if (!token.ok) return failed(token.trouble);
  world.sitting.write(name, JSON.stringify({ token: token.token, ended: false }));

  const lrs = createLrs(launch.endpoint, `Basic ${token.token}`, { ...world, conversation });
  const data = await readLaunchData(lrs, launch);
  if (!data.ok) return failed(data.trouble);
  // Asked for before the first statement, as the specification has it; having none is ordinary.
  const preferences = await lrs.send({
    method: 'GET',
    resource: 'agents/profile',
    query: { agent: JSON.stringify(launch.actor), profileId: 'cmi5LearnerPreferences' },
  });
  const setting: Setting = {
    activity: launch.activity,
    actor: launch.actor,
    registration: launch.registration,
    context: objectOf(data.value['contextTemplate']),
    cmi5: true,
    masteryScore: masteryFrom(data.value['masteryScore']),
  };
  const memo = await readMemo(lrs, setting);
  return {
    ok: true,
    session: openXapiSession({
      standard: 'cmi5',
      setting,
      launch: {
        ...launchFrom(data.value, preferences.ok ? jsonObjectFrom(preferences.text) : undefined, memo.state),
        learner: JSON.stringify(launch.actor),
      },
      memo,
      lrs,
      clock: world.clock,
      newId: world.newId,
      conversation: conversation.all,
      begun: before !== undefined,
      onEnd: () => world.sitting.write(name, JSON.stringify({ token: token.token, ended: true })),
    }),
  };
}

function sittingFrom(
  text: string | undefined,
): { readonly token: string; readonly ended: boolean } | undefined {
  const { token, ended } = objectOf(text === undefined ? undefined : jsonObjectFrom(text));
  return isToken(token) ? { token, ended: ended === true } : undefined;
}

/** A token goes into a header as it is. */
const isToken = (value: unknown): value is string =>
  typeof value === 'string' && /^[\x21-\x7e]{1,4000}$/.test(value);

type Token =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly trouble: Trouble };

/** POST without a body, once; an error comes with status 200 too (cmi5 8.2). */
async function fetchToken(
  { fetchAddress }: Cmi5Launch,
  world: XapiWorld,
  conversation: ReturnType<typeof createConversation>,
): Promise<Token> {
  const quiet = {
    ...conversation,
    note: (call: string, answer: string) => conversation.note(call, withoutToken(answer)),
  };
  const answer = await request(
    'POST fetch',
    fetchAddress,
    { method: 'POST' },
    { ...world, conversation: quiet },
  );
  if (!answer.ok) return { ok: false, trouble: answer.trouble };
  const {
    'auth-token': token,
    'error-code': code,
    'error-text': text,
  } = objectOf(jsonObjectFrom(answer.text));
  if (isToken(token)) return { ok: true, token };
  // In use already, as in a second window or after a reload without storage (cmi5 8.2.3).
  if (code === '1' || code === 1) return { ok: false, trouble: { kind: 'over' } };
  return {
    ok: false,
    trouble:
      code === undefined
        ? { kind: 'odd', call: 'POST fetch', text: answer.text.slice(0, 200) }
        : {
            kind: 'refused',
            call: 'POST fetch',
            code: JSON.stringify(code),
            text: typeof text === 'string' ? text.slice(0, 200) : '',
          },
  };
}

/** The conversation can be copied into a support mail: a token has no place there. */
const withoutToken = (answer: string): string => answer.replace(/("auth-token"\s*:\s*")[^"]*/, '$1…');

type LaunchData =
  | { readonly ok: true; readonly value: JsonObject }
  | { readonly ok: false; readonly trouble: Trouble };

async function readLaunchData(lrs: Lrs, { activity, actor, registration }: Cmi5Launch): Promise<LaunchData> {
  const answer = await lrs.send({
    method: 'GET',
    resource: 'activities/state',
    query: { activityId: activity, agent: JSON.stringify(actor), registration, stateId: 'LMS.LaunchData' },
  });
  if (!answer.ok) return { ok: false, trouble: answer.trouble };
  const value = jsonObjectFrom(answer.text);
  return value === undefined
    ? { ok: false, trouble: { kind: 'odd', call: 'GET activities/state', text: answer.text.slice(0, 200) } }
    : { ok: true, value };
}

function launchFrom(data: JsonObject, preferences: JsonObject | undefined, state: string): Launch {
  const mode = data['launchMode'];
  const language = preferences?.['languagePreference'];
  const mastery = masteryFrom(data['masteryScore']);
  const returnTo = data['returnURL'];
  return {
    mode: mode === 'Browse' ? 'browse' : mode === 'Review' ? 'review' : 'normal',
    ...(typeof language === 'string' && language !== '' && { language: preferred(language) }),
    ...(mastery !== undefined && { passMark: passMarkOf(mastery) }),
    ...(state !== '' && { state }),
    ...(typeof returnTo === 'string' && httpAddress(returnTo) && { returnTo }),
  };
}

function masteryFrom(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined;
}

/** Of a list such as `fr-CA,ja-JP,en-US` the first that the game speaks, or else just the first. */
function preferred(list: string): string {
  const tags = list.split(',').map((tag) => tag.trim());
  return tags.find((tag) => languageOf(tag) !== undefined) ?? tags[0] ?? list;
}

/** 0 to 100 with two decimals, rounded up: who reaches it reaches the mastery score however many decimals that has. */
function passMarkOf(mastery: number): number {
  return Math.ceil(Number((10_000 * mastery).toFixed(4))) / 100;
}
