/** Reads the launch parameters of cmi5 and plain xAPI from the address. Untrusted. */
import { jsonFrom } from '../../core/scenario/read/from-outside.ts';
import { readQuery } from '../query.ts';
import { isJsonObject, type Json, type JsonObject } from './xapi-statements.ts';

/** The launch parameters of cmi5 (section 8.1). */
export interface Cmi5Launch {
  readonly endpoint: string;
  readonly fetchAddress: string;
  readonly actor: JsonObject;
  readonly registration: string;
  readonly activity: string;
}

/** The launch parameters of a plain xAPI launch. */
export interface XapiLaunch {
  readonly endpoint: string;
  /** The whole value of the Authorization header. */
  readonly authorization: string;
  readonly actor: JsonObject;
  readonly registration: string | undefined;
  readonly activity: string;
  readonly grouping: string | undefined;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The five parameters of cmi5 8.1; undefined if one is missing or wrong. */
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

/** The parameters of the usual launch without cmi5 (`endpoint`, `auth`, `actor`, `activity_id`); undefined if one is missing or wrong. */
export function xapiLaunchFrom(query: string): XapiLaunch | undefined {
  const parameters = readQuery(query);
  const endpoint = address(parameters.get('endpoint'));
  const authorization = parameters.get('auth');
  const actor = agentFrom(parameters.get('actor'));
  const activity = parameters.get('activity_id');
  const registration = parameters.get('registration');
  const grouping = parameters.get('grouping');
  if (endpoint === undefined || actor === undefined || !isIri(activity)) return undefined;
  // `fetch` throws for a header with a line break.
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

/** Whether a text is an http or https address. */
export function httpAddress(text: string): boolean {
  if (text.length > 4_000 || !URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === 'https:' || protocol === 'http:';
}

const isIri = (text: string | null): text is string =>
  text !== null && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text) && text.length <= 2_000;

/**
 * An agent with exactly one identifier, as stores require. A correct one is kept as it was given, which cmi5 demands. Older tools send
 * lists, a "Person", an address without `mailto:`, the account fields of Tin Can 0.9, or several identifiers.
 */
function agentFrom(text: string | null): JsonObject | undefined {
  if (text === null || text.length > 4_000) return undefined;
  const value = jsonFrom(text);
  if (!isJsonObject(value)) return undefined;
  return isRightAgent(value) ? value : agentOf(value);
}

const identifiers = ['mbox', 'mbox_sha1sum', 'account', 'openid'] as const;

function isRightAgent(agent: JsonObject): boolean {
  const { objectType = 'Agent', name = '', ...rest } = agent;
  if (objectType !== 'Agent' || typeof name !== 'string') return false;
  const [given = '', ...more] = Object.keys(rest);
  const own = identifierIn(agent, given);
  return more.length === 0 && own !== undefined && JSON.stringify(own) === JSON.stringify(rest[given]);
}

function agentOf(value: JsonObject): JsonObject | undefined {
  for (const identifier of identifiers) {
    const found = identifierIn(value, identifier);
    if (found === undefined) continue;
    const name = textIn(value['name']);
    return { objectType: 'Agent', ...(name !== undefined && { name }), [identifier]: found };
  }
  return undefined;
}

/** The value of an identifier; in a list, the first that is valid. */
function identifierIn(agent: JsonObject, name: string): Json | undefined {
  const given = agent[name];
  const entries: readonly (Json | undefined)[] = Array.isArray(given) ? given : [given];
  for (const entry of entries) {
    const found = identifierFrom(name, entry);
    if (found !== undefined) return found;
  }
  return undefined;
}

function identifierFrom(name: string, value: Json | undefined): Json | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  switch (name) {
    case 'mbox': {
      const address = text.replace(/^mailto:/i, '');
      return /^[^\s@]+@[^\s@]+$/.test(address) ? `mailto:${address}` : undefined;
    }
    case 'mbox_sha1sum':
      return /^[0-9a-f]{40}$/i.test(text) ? text : undefined;
    case 'openid':
      return isIri(text) ? text : undefined;
    case 'account':
      return value !== undefined && isJsonObject(value) ? accountFrom(value) : undefined;
    default:
      return undefined;
  }
}

/** Tin Can 0.9 has `accountServiceHomePage` and `accountName`; some tools send a number as the name. */
function accountFrom(account: JsonObject): JsonObject | undefined {
  const homePage = textIn(account['homePage']) ?? textIn(account['accountServiceHomePage']);
  const given = account['name'] ?? account['accountName'];
  const name = typeof given === 'number' ? String(given) : textIn(given);
  return homePage !== undefined && isIri(homePage) && name !== undefined ? { homePage, name } : undefined;
}

/** A text that is not empty; in a list, the first. */
function textIn(value: Json | undefined): string | undefined {
  const entries: readonly (Json | undefined)[] = Array.isArray(value) ? value : [value];
  return entries.find((entry): entry is string => typeof entry === 'string' && entry.trim() !== '');
}
