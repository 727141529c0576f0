/** A session that is recorded by the page around the frame. */
import { createConversation } from '../conversation.ts';
import type { HostMessage } from './frame-messages.ts';
import type { HostPage } from './host.ts';
import type { Clock, Connected } from '../port.ts';
import { createStatus } from '../status.ts';

/** Milliseconds that the host has to answer `ready`. */
const patience = 1_000;

/** Announces that the game is ready and waits for an allowed host to configure it. */
export async function connectFrame(host: HostPage, clock: Clock): Promise<Connected> {
  const conversation = createConversation(clock);
  const configuration = await configurationFrom(host, clock);
  if (configuration === undefined) {
    conversation.note('ready', 'no allowed host answered');
    return { ok: false, trouble: { kind: 'nobody' }, conversation: conversation.all() };
  }
  conversation.note('ready', 'configured');
  const status = createStatus();
  let ended = false;
  let started = false;
  const { state, language, passMark } = configuration;
  return {
    ok: true,
    session: {
      standard: 'frame',
      launch: {
        mode: 'normal',
        ...(state !== undefined && state !== '' && { state }),
        ...(language !== undefined && { language }),
        ...(passMark !== undefined && { passMark }),
      },
      stateLimit: 64_000,
      keep: (next) => {
        if (!ended) host.tell({ type: 'state', state: next });
      },
      record: (record) => {
        if (ended) return;
        if (!started) host.tell({ type: 'started' });
        started = true;
        host.tell(
          record.complete
            ? { type: 'result', record }
            : { type: 'progress', done: record.progress, score: record.score },
        );
        conversation.note(record.complete ? 'result' : 'progress', 'told');
      },
      hurry: () => undefined,
      close: () => {
        if (ended) return;
        ended = true;
        host.tell({ type: 'closed' });
        status.become({ state: 'ended' });
      },
      delivery: status.current,
      onDelivery: status.listen,
      conversation: conversation.all,
    },
  };
}

type Configuration = Extract<HostMessage, { type: 'configure' }>;

function configurationFrom(host: HostPage, clock: Clock): Promise<Configuration | undefined> {
  return new Promise((resolve) => {
    const settle = (configuration: Configuration | undefined): void => {
      stop();
      callOff();
      resolve(configuration);
    };
    const stop = host.onMessage((message) => {
      if (message.type === 'configure') settle(message);
    });
    const callOff = clock.later(patience, () => settle(undefined));
    host.announce({ type: 'ready' });
  });
}
