/** A cmi5 launch (cmi5, sections 8 to 11): token, launch data, preferences, then the session. */
import { languageOf } from '../../core/scenario/format/language-tag.ts';
import { jsonFrom } from '../../core/scenario/read/from-outside.ts';
import { type Conversation, createConversation } from '../conversation.ts';
import type { Clock, Connected, Launch, TabStorage, Trouble } from '../port.ts';
import { createLrs, type Fetch, type Lrs, request } from './lrs.ts';
import { type Cmi5Launch, cmi5LaunchFrom, httpAddress } from './xapi-launch.ts';
import { memoFrom, readMemo, writtenMemo } from './memo.ts';
import { jsonObjectFrom, openXapiSession, type Unfinished } from './xapi-session.ts';
import { isJsonObject, type JsonObject, objectOf, type Setting } from './xapi-statements.ts';

/** What an xAPI session uses of the browser. */
export interface XapiWorld {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly tab: TabStorage;
}

/** Opens the session of a cmi5 launch. A reloaded page uses the token of the page before it. */
export async function connectCmi5(query: string, world: XapiWorld): Promise<Connected> {
  const conversation = createConversation(world.clock);
  const launch = cmi5LaunchFrom(query);
  if (launch === undefined) return { ok: false, trouble: { kind: 'nobody' }, conversation: [] };
  const learner = JSON.stringify(launch.actor);
  const authorized = await authorizedLaunch(launch, world, conversation);
  if (!authorized.ok)
    return { ok: false, trouble: authorized.trouble, learner, conversation: conversation.all() };
  const { lrs, token, data, reloaded } = authorized;
  // cmi5 11: the preferences must be asked for before the first statement; most learners have none.
  const preferences = await lrs.send({
    method: 'GET',
    resource: 'agents/profile',
    query: { agent: learner, profileId: 'cmi5LearnerPreferences' },
  });
  const setting: Setting = {
    activity: launch.activity,
    actor: launch.actor,
    registration: launch.registration,
    context: objectOf(data['contextTemplate']),
    cmi5: true,
    masteryScore: masteryFrom(data['masteryScore']),
  };
  const memo = await readMemo(lrs, setting);
  // A page that crashed left nothing but its token.
  const unfinished = reloaded && (reloaded.unfinished ?? { told: memo, spent: 0, waiting: [] });
  const { state } = unfinished?.told ?? memo;
  const session = openXapiSession({
    standard: 'cmi5',
    setting,
    launch: {
      ...launchFrom(data, preferences.ok ? jsonObjectFrom(preferences.text) : undefined, state),
      learner,
    },
    memo,
    lrs,
    clock: world.clock,
    newId: world.newId,
    conversation: conversation.all,
    unfinished,
    onReload: (left) => keep(world.tab, launch, { token, ended: false, unfinished: left }),
    onEnd: () => void keep(world.tab, launch, { token, ended: true }),
  });
  keep(world.tab, launch, { token, ended: false });
  return { ok: true, session };
}

type Authorized =
  | {
      readonly ok: true;
      readonly lrs: Lrs;
      readonly token: string;
      readonly data: JsonObject;
      /** What the page before a reload left, whose token this is. */
      readonly reloaded: Kept | undefined;
    }
  | { readonly ok: false; readonly trouble: Trouble };

/** A store that lets us in, and the launch data it gives (cmi5 8.2 and 10). */
async function authorizedLaunch(
  launch: Cmi5Launch,
  world: XapiWorld,
  conversation: Conversation,
): Promise<Authorized> {
  const lrsOf = (token: string): Lrs =>
    createLrs(launch.endpoint, `Basic ${token}`, { ...world, conversation });
  const kept = keptIn(world.tab, launch);
  if (kept?.ended === false) {
    const lrs = lrsOf(kept.token);
    const data = await readLaunchData(lrs, launch);
    if (data.ok) return { ok: true, lrs, token: kept.token, data: data.value, reloaded: kept };
    // The token is of a former launch: this one has its own.
    if (!isForbidden(data.trouble)) return data;
  }
  const fetched = await fetchToken(launch, world, conversation);
  if (!fetched.ok) return fetched;
  // It is given out only once.
  keep(world.tab, launch, { token: fetched.token, ended: false });
  const lrs = lrsOf(fetched.token);
  const data = await readLaunchData(lrs, launch);
  return data.ok
    ? { ok: true, lrs, token: fetched.token, data: data.value, reloaded: undefined }
    : { ok: false, trouble: data.trouble };
}

const isForbidden = (trouble: Trouble): boolean =>
  trouble.kind === 'refused' && (trouble.code === '401' || trouble.code === '403');

/** What a tab keeps of a launch. */
interface Kept {
  readonly token: string;
  /** Whether the session has been ended. */
  readonly ended: boolean;
  /** What a page that is being loaded again leaves to the next one. */
  readonly unfinished?: Unfinished;
}

const nameOf = ({ registration }: Cmi5Launch): string => `mikiwame.cmi5.${registration}`;

/** A registration is launched many times, each time with a fetch address of its own. Gives back whether it is kept. */
function keep(tab: TabStorage, launch: Cmi5Launch, { unfinished, ...kept }: Kept): boolean {
  return tab.write(
    nameOf(launch),
    JSON.stringify({
      fetch: launch.fetchAddress,
      ...kept,
      ...(unfinished && { unfinished: { ...unfinished, told: writtenMemo(unfinished.told) } }),
    }),
  );
}

function keptIn(tab: TabStorage, launch: Cmi5Launch): Kept | undefined {
  const { fetch, token, ended, unfinished } = objectOf(jsonFrom(tab.read(nameOf(launch)) ?? ''));
  if (fetch !== launch.fetchAddress || !isToken(token)) return undefined;
  return {
    token,
    ended: ended === true,
    ...(isJsonObject(unfinished) && { unfinished: unfinishedFrom(unfinished) }),
  };
}

function unfinishedFrom({ told, spent, waiting }: JsonObject): Unfinished {
  return {
    told: memoFrom(told),
    spent: typeof spent === 'number' && spent >= 0 ? spent : 0,
    waiting: Array.isArray(waiting) ? waiting.filter(isJsonObject) : [],
  };
}

/** Whether a value can stand in a header as it is. */
const isToken = (value: unknown): value is string =>
  typeof value === 'string' && /^[\x21-\x7e]{1,4000}$/.test(value);

type Token =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly trouble: Trouble };

/** Fetches the token by one POST without a body. Errors come with status 200 as well (cmi5 8.2). */
async function fetchToken(
  { fetchAddress }: Cmi5Launch,
  world: XapiWorld,
  conversation: Conversation,
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
  // The token was given out already, as to a second window or before a reload without storage (cmi5 8.2.3).
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

/** The answer without its token: the conversation can be copied into a support mail. */
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
  // The standard writes "Review"; some LMSs do not.
  const word = typeof mode === 'string' ? mode.trim().toLowerCase() : '';
  const language = preferences?.['languagePreference'];
  const mastery = masteryFrom(data['masteryScore']);
  const returnTo = data['returnURL'];
  return {
    mode: word === 'browse' || word === 'review' ? word : 'normal',
    ...(typeof language === 'string' && language !== '' && { language: preferred(language) }),
    ...(mastery !== undefined && { passMark: passMarkOf(mastery) }),
    ...(state !== '' && { state }),
    ...(typeof returnTo === 'string' && httpAddress(returnTo) && { returnTo }),
  };
}

function masteryFrom(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined;
}

/** The first tag of a list such as `fr-CA,ja-JP,en-US` that the game has, or else the first tag. */
function preferred(list: string): string {
  const tags = list.split(',').map((tag) => tag.trim());
  return tags.find((tag) => languageOf(tag) !== undefined) ?? tags[0] ?? list;
}

/** The pass mark, 0 to 100 with two decimals. Rounded up, so that reaching it always reaches the mastery score. */
function passMarkOf(mastery: number): number {
  return Math.ceil(Number((10_000 * mastery).toFixed(4))) / 100;
}
