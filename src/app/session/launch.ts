/** What an LMS writes into the address of what it launches. */
import { readQuery } from '../../lms/query.ts';

/** Names that are no mistake of a trainer's; `frame` is written by the page around the frame. */
export const launchParameters: ReadonlySet<string> = new Set([
  'activity_id',
  'activityId',
  'actor',
  'auth',
  'endpoint',
  'fetch',
  'frame',
  'grouping',
  'registration',
]);

/** By which standard an address was launched; whether the rest of it holds is seen when it is connected. */
export function launchIn(query: string): 'cmi5' | 'xapi' | undefined {
  const parameters = readQuery(query);
  if (parameters.has('fetch') && parameters.has('activityId')) return 'cmi5';
  return parameters.has('endpoint') && parameters.has('auth') ? 'xapi' : undefined;
}
