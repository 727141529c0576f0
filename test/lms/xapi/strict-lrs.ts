/** A learning record store that checks every cmi5 rule that concerns us. Unit tests call it, browser tests serve it. */
import { xapiOffences } from './xapi-rules.ts';

export interface StrictLrs {
  readonly handle: (request: LrsRequest) => LrsResponse;
  readonly statements: () => readonly Fields[];
  /** The violated rules, each in a sentence. */
  readonly offences: string[];
  /** Answers every request with this; undefined ends that. */
  readonly answerWith: (status: number | undefined, headers?: Readonly<Record<string, string>>) => void;
  readonly launch: Cmi5Launch;
  /** Launches the same registration again, with a new token. */
  readonly relaunch: () => void;
  /** Abandons the session, like an LMS that opens the unit elsewhere: every later request is forbidden. */
  readonly abandon: () => void;
  /** Refuses every state with this; undefined ends that. */
  readonly refuseStates: (status: number | undefined) => void;
  /** Deletes the stored state. */
  readonly forgetState: () => void;
  /** The requests for states, in order, such as `PUT If-Match`. */
  readonly stateCalls: readonly string[];
}

export interface LrsRequest {
  readonly method: string;
  /** Below the server, such as `/xapi/statements`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface LrsResponse {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Fields = Readonly<Record<string, unknown>>;

interface Cmi5Launch {
  readonly actor: Fields;
  readonly registration: string;
  readonly activity: string;
  readonly session: string;
}

interface LrsOptions {
  readonly masteryScore?: number;
  readonly launchMode?: 'Normal' | 'Browse' | 'Review';
  /** The spelling of the mode, if it differs from the standard. */
  readonly writtenMode?: string;
  readonly returnURL?: string;
  readonly language?: string;
  /** Refuses a whole request for one statement that breaks a rule, as ADL's player does, instead of only noting it. */
  readonly refusing?: boolean;
  /** Overwrites a state only if the request names its ETag (xAPI 2.0). */
  readonly wantsEtag?: boolean;
  /** Of the context template. */
  readonly categories?: readonly Fields[];
}

const cmi5Category = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
const moveOnCategory = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
const masteryExtension = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';

export function strictLrs({
  masteryScore,
  launchMode = 'Normal',
  writtenMode = launchMode,
  returnURL,
  language,
  refusing = false,
  wantsEtag = false,
  categories: given = [],
}: LrsOptions = {}): StrictLrs {
  const launch: Cmi5Launch = {
    actor: { objectType: 'Agent', account: { homePage: 'https://lms.example', name: '4711' } },
    registration: '2a4bd0e6-9a0c-4b8f-8a3e-0c1a5c1d7f10',
    activity: 'https://lms.example/activities/81',
    session: 'f3a1',
  };
  const template = {
    contextActivities: {
      grouping: [{ id: 'https://mikiwame.example/au/1' }],
      ...(given.length > 0 && { category: given }),
    },
    extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': launch.session },
  };
  const offences: string[] = [];
  const stored = new Map<string, string>();
  const states = new Map<string, string>();
  let token: string | undefined;
  let tokens = 0;
  /** Authorization headers of earlier sessions that have ended. */
  const ended = new Set<string>();
  let spent = false;
  let preferencesRead = false;
  let forced: LrsResponse | undefined;
  let abandoned = false;
  let stateRefusal: number | undefined;
  const stateCalls: string[] = [];
  /** Of the current session. */
  let verbs: readonly string[] = [];
  let registrationVerbs: readonly string[] = [];

  const object = (value: unknown): Fields =>
    typeof value === 'object' && value !== null ? { ...value } : {};
  const offend = (condition: boolean, sentence: string): void => {
    if (condition) offences.push(sentence);
  };

  const check = (statement: Fields): void => {
    const verb = String(object(statement['verb'])['id']).split('/').at(-1) ?? '';
    const context = object(statement['context']);
    const activities = object(context['contextActivities']);
    const categories = Array.isArray(activities['category'])
      ? activities['category'].map((entry) => object(entry)['id'])
      : [];
    const result = object(statement['result']);
    const score = object(result['score']);
    for (const offence of xapiOffences(statement)) offend(true, `${verb}: ${offence}`);
    offend(
      !JSON.stringify(activities['category'] ?? []).startsWith(JSON.stringify(given).slice(0, -1)),
      `${verb}: the template's categories are not the first`,
    );
    offend(
      JSON.stringify(statement['actor']) !== JSON.stringify(launch.actor),
      `${verb}: the actor is not as given`,
    );
    offend(context['registration'] !== launch.registration, `${verb}: the registration is missing`);
    offend(
      JSON.stringify(activities['grouping']) !== JSON.stringify(template.contextActivities.grouping),
      `${verb}: the template's grouping is changed`,
    );
    offend(
      object(context['extensions'])['https://w3id.org/xapi/cmi5/context/extensions/sessionid'] !==
        launch.session,
      `${verb}: the session id is missing`,
    );
    offend(/null/.test(JSON.stringify(statement)), `${verb}: a null`);
    const own = ['initialized', 'completed', 'passed', 'failed', 'terminated'].includes(verb);
    offend(
      own && object(statement['object'])['id'] !== launch.activity,
      `${verb}: the object is not the activity`,
    );
    offend(own !== categories.includes(cmi5Category), `${verb}: the cmi5 category is wrong`);
    offend(
      ['completed', 'passed', 'failed'].includes(verb) !== categories.includes(moveOnCategory),
      `${verb}: the moveOn category is wrong`,
    );
    offend(verbs.length === 0 && verb !== 'initialized', `${verb}: before initialized`);
    offend(verb === 'initialized' && verbs.includes(verb), 'initialized twice');
    offend(verbs.includes('terminated'), `${verb}: after terminated`);
    offend(
      ['completed', 'passed'].includes(verb) && registrationVerbs.includes(verb),
      `${verb} twice in a registration`,
    );
    offend(verb === 'failed' && registrationVerbs.includes('passed'), 'failed after passed');
    offend(
      ['passed', 'failed'].includes(verb) && (verbs.includes('passed') || verbs.includes('failed')),
      'two verdicts in a session',
    );
    offend(
      own && launchMode !== 'Normal' && !['initialized', 'terminated'].includes(verb),
      `${verb} in ${launchMode} mode`,
    );
    offend(!own && launchMode !== 'Normal', `${verb} in ${launchMode} mode`);
    if (verb === 'completed')
      offend(
        result['completion'] !== true || 'score' in result || 'success' in result,
        'completed: its result is wrong',
      );
    if (verb === 'passed' || verb === 'failed') {
      offend(result['success'] !== (verb === 'passed'), `${verb}: its success is wrong`);
      const mastery = object(context['extensions'])[masteryExtension];
      offend(mastery !== masteryScore, `${verb}: the mastery score is missing`);
      if (masteryScore !== undefined)
        offend(
          Number(score['scaled']) >= masteryScore !== (verb === 'passed'),
          `${verb}: the score says otherwise`,
        );
    }
    if (['completed', 'passed', 'failed', 'terminated'].includes(verb)) {
      offend(
        !/^PT(\d+H)?(\d+M)?\d+(\.\d{1,2})?S$/.test(String(result['duration'])),
        `${verb}: its duration is wrong`,
      );
    }
    verbs = [...verbs, verb];
    registrationVerbs = [...registrationVerbs, verb];
  };

  const etagOf = (text: string): string => `"${text.length}-${text.replaceAll(/\W/g, '').slice(-20)}"`;
  const store = (statements: readonly Fields[]): LrsResponse => {
    const fresh: string[] = [];
    const saidFirst = [verbs, registrationVerbs] as const;
    for (const statement of statements) {
      const id = String(statement['id']);
      const text = JSON.stringify(statement);
      const known = stored.get(id);
      if (known !== undefined && known !== text)
        return { status: 409, body: 'another statement has this id' };
      // A known statement may arrive again later.
      if (known === undefined) {
        offend(!preferencesRead, 'a statement before the preferences were read');
        const before = offences.length;
        check(statement);
        if (refusing && offences.length > before) {
          for (const other of fresh) stored.delete(other);
          [verbs, registrationVerbs] = saidFirst;
          return { status: 403, body: offences.splice(before).join() };
        }
        fresh.push(id);
      }
      stored.set(id, text);
    }
    return { status: 200, body: JSON.stringify(statements.map(({ id }) => id)) };
  };

  const stateRequest = ({ method, query, body, headers }: LrsRequest): LrsResponse => {
    offend(verbs.includes('terminated'), 'a state after terminated');
    offend(query.get('activityId') !== launch.activity, 'a state of another activity');
    offend(query.get('registration') !== launch.registration, 'a state of another registration');
    offend(query.get('agent') !== JSON.stringify(launch.actor), 'a state of another agent');
    const id = query.get('stateId') ?? '';
    if (method === 'GET' && id === 'LMS.LaunchData') {
      return {
        status: 200,
        body: JSON.stringify({
          contextTemplate: template,
          launchMode: writtenMode,
          launchMethod: 'AnyWindow',
          moveOn: 'CompletedOrPassed',
          ...(masteryScore !== undefined && { masteryScore }),
          ...(returnURL !== undefined && { returnURL }),
        }),
      };
    }
    if (method === 'GET') {
      const state = states.get(id);
      return state === undefined
        ? { status: 404, body: '' }
        : { status: 200, body: state, headers: { ETag: etagOf(state) } };
    }
    if (method !== 'PUT' || id === 'LMS.LaunchData') return { status: 400, body: 'not this' };
    const known = states.get(id);
    const match = headers['if-match'];
    stateCalls.push(match === undefined ? 'PUT' : 'PUT If-Match');
    if (match !== undefined && (known === undefined || match !== etagOf(known)))
      return { status: 412, body: '' };
    if (stateRefusal !== undefined) return { status: stateRefusal, body: 'not this state' };
    if (wantsEtag && known !== undefined && match === undefined) return { status: 409, body: 'which one?' };
    states.set(id, body);
    return { status: 204, body: '' };
  };

  return {
    launch,
    offences,
    statements: () => [...stored.values()].map((text) => object(JSON.parse(text))),
    answerWith: (status, headers = {}) => {
      forced = status === undefined ? undefined : { status, body: 'no', headers };
    },
    abandon: () => {
      abandoned = true;
    },
    refuseStates: (status) => {
      stateRefusal = status;
    },
    forgetState: () => states.clear(),
    stateCalls,
    relaunch: () => {
      if (verbs.includes('terminated')) ended.add(`Basic ${token}`);
      verbs = [];
      abandoned = false;
      spent = false;
      token = undefined;
      preferencesRead = false;
    },
    handle: (request) => {
      if (forced !== undefined) return forced;
      const { method, path, headers } = request;
      if (path === '/fetch') {
        offend(method !== 'POST' || request.body !== '', 'the token was not asked for by an empty POST');
        if (spent) return { status: 200, body: JSON.stringify({ 'error-code': '1', 'error-text': 'spent' }) };
        spent = true;
        tokens += 1;
        token = `dG9rZW4${tokens}`;
        return { status: 200, body: JSON.stringify({ 'auth-token': token }) };
      }
      offend(
        ended.has(headers['authorization'] ?? ''),
        `${method} ${path} after terminated, in an earlier session`,
      );
      if (token === undefined || headers['authorization'] !== `Basic ${token}`)
        return { status: 401, body: 'who?' };
      if (abandoned) return { status: 403, body: 'the session was abandoned' };
      offend(headers['x-experience-api-version'] !== '1.0.3', 'the version header is missing');
      offend(path.includes('//'), `a double slash: ${path}`);
      if (path === '/xapi/activities/state') return stateRequest(request);
      if (path === '/xapi/agents/profile') {
        preferencesRead = true;
        return language === undefined
          ? { status: 404, body: '' }
          : { status: 200, body: JSON.stringify({ languagePreference: language, audioPreference: 'off' }) };
      }
      if (path === '/xapi/statements' && method === 'POST') {
        const statements: unknown = JSON.parse(request.body);
        return store(Array.isArray(statements) ? statements.map(object) : [object(statements)]);
      }
      return { status: 404, body: '' };
    },
  };
}
