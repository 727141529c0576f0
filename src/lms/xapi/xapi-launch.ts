/** What an LMS writes into the address when it launches cmi5 or plain xAPI content; a stranger's text until read here. */
import { jsonFrom } from '../../core/scenario/read/from-outside.ts';
import { readQuery } from '../query.ts';
import { isJsonObject, type JsonObject } from './xapi-statements.ts';

export interface Cmi5Launch {
  readonly endpoint: string;
  readonly fetchAddress: string;
  readonly actor: JsonObject;
  readonly registration: string;
  readonly activity: string;
}

export interface XapiLaunch {
  readonly endpoint: string;
  /** A whole Authorization header. */
  readonly authorization: string;
  readonly actor: JsonObject;
  readonly registration: string | undefined;
  readonly activity: string;
  readonly grouping: string | undefined;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The five parameters of cmi5 8.1; undefined where one is missing or is not what it should be. */
export function cmi5LaunchFrom(query: string): Cmi5Launch | undefined {
  const parameters = readQuery(query);
  const endpoint = address(parameters.get('endpoint'));
  const fetchAddress = address(parameters.get('fetch'));
  const actor = agentFrom(parameters.get('actor'));
  const registration = parameters.get('registration');
  const activity = parameters.get('activityId');
  if (endpoint === undefined || fetchAddress === undefined || actor === undefined) return undefined;
  if (registration === null || !uuid.test(registration) || !isIri(activity)) return undefined;
  return { endpoint, fetchAddress, actor, registration, activity };
}

/** The parameters of the usual launch without cmi5 (`endpoint`, `auth`, `actor`, `activity_id`). */
export function xapiLaunchFrom(query: string): XapiLaunch | undefined {
  const parameters = readQuery(query);
  const endpoint = address(parameters.get('endpoint'));
  const authorization = parameters.get('auth');
  const actor = agentFrom(parameters.get('actor'));
  const activity = parameters.get('activity_id');
  const registration = parameters.get('registration');
  const grouping = parameters.get('grouping');
  if (endpoint === undefined || actor === undefined || !isIri(activity)) return undefined;
  // A header with a line break would be refused by fetch with an exception.
  if (authorization === null || !/^[\x20-\x7e]{1,4000}$/.test(authorization)) return undefined;
  return {
    endpoint,
    authorization,
    actor,
    activity,
    registration: registration !== null && uuid.test(registration) ? registration : undefined,
    grouping: isIri(grouping) ? grouping : undefined,
  };
}

function address(text: string | null): string | undefined {
  return text !== null && httpAddress(text) ? text : undefined;
}

/** Whether a text is an address that may be requested or gone to; `javascript:` and the like are none. */
export function httpAddress(text: string): boolean {
  if (text.length > 4_000 || !URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === 'https:' || protocol === 'http:';
}

const isIri = (text: string | null): text is string =>
  text !== null && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text) && text.length <= 2_000;

/** An agent by one identifier. Older tools send lists of names and addresses, which become one agent. */
function agentFrom(text: string | null): JsonObject | undefined {
  if (text === null || text.length > 4_000) return undefined;
  const value = jsonFrom(text);
  if (!isJsonObject(value)) return undefined;
  const agent = Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, Array.isArray(entry) ? entry[0] : entry]),
  );
  const { account, mbox, mbox_sha1sum: hash, openid } = agent;
  return [isJsonObject(account), ...[mbox, hash, openid].map((id) => typeof id === 'string')].some(Boolean)
    ? agent
    : undefined;
}
