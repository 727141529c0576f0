/** A plain xAPI launch, with the credentials in the address. */
import type { XapiWorld } from './cmi5.ts';
import { createConversation } from '../conversation.ts';
import type { Connected } from '../port.ts';
import { createLrs } from './lrs.ts';
import { xapiLaunchFrom } from './xapi-launch.ts';
import { readMemo } from './memo.ts';
import { openXapiSession } from './xapi-session.ts';
import type { Setting } from './xapi-statements.ts';

/** Connects by a plain xAPI launch, as its query asks. */
export async function connectXapi(query: string, world: XapiWorld): Promise<Connected> {
  const conversation = createConversation(world.clock);
  const launch = xapiLaunchFrom(query);
  if (launch === undefined) return { ok: false, trouble: { kind: 'nobody' }, conversation: [] };
  const lrs = createLrs(launch.endpoint, launch.authorization, { ...world, conversation });
  const setting: Setting = {
    activity: launch.activity,
    actor: launch.actor,
    registration: launch.registration,
    context:
      launch.grouping === undefined ? {} : { contextActivities: { grouping: [{ id: launch.grouping }] } },
    cmi5: false,
    masteryScore: undefined,
  };
  const memo = await readMemo(lrs, setting);
  return {
    ok: true,
    session: openXapiSession({
      standard: 'xapi',
      setting,
      launch: {
        mode: 'normal',
        learner: JSON.stringify(launch.actor),
        ...(memo.state !== '' && { state: memo.state }),
      },
      memo,
      lrs,
      clock: world.clock,
      newId: world.newId,
      conversation: conversation.all,
      unfinished: undefined,
      onEnd: () => undefined,
    }),
  };
}
