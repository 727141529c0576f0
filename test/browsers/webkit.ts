/** WebKitGTK by its driver. It speaks WebDriver (W3C), of which a few commands are enough. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect } from '@playwright/test';
import { isFields } from '../../src/core/scenario/read/from-outside.ts';
import { findXvfb } from './browsers.mjs';
import type { Driver } from './hands.ts';

/** Opens a window of a new browser, which knows nothing of earlier ones. */
export async function startWebKit(
  program: string,
): Promise<{ readonly driver: Driver; readonly close: () => Promise<void> }> {
  const screen = await startScreen();
  const port = await freePort();
  const webKit = spawn(program, ['-p', String(port)], {
    stdio: 'ignore',
    env: { ...process.env, ...(screen !== undefined && { DISPLAY: screen.display }) },
  });
  const address = `http://127.0.0.1:${port}`;
  await expect(async () => expect((await fetch(`${address}/status`)).ok).toBe(true)).toPass({
    timeout: 15_000,
  });
  const { sessionId } = fieldsOf(await answer(`${address}/session`, 'POST', { capabilities: {} }));
  const session = `${address}/session/${String(sessionId)}`;
  const tell = (what: string, said: object): Promise<unknown> => answer(`${session}/${what}`, 'POST', said);
  const execute = (expression: string): Promise<unknown> =>
    tell('execute/sync', { script: `return ${expression}`, args: [] });
  await tell('window/rect', { x: 0, y: 0, width: 1280, height: 900 });
  return {
    driver: {
      open: async (url) => void (await tell('url', { url })),
      reload: async () => void (await tell('refresh', {})),
      read: execute,
      click: async (finding) => {
        const found = await execute(finding);
        if (found === null) return false;
        const [id] = Object.values(fieldsOf(found));
        await tell(`element/${String(id)}/click`, {});
        return true;
      },
    },
    close: async () => {
      await answer(session, 'DELETE');
      await end(webKit);
      if (screen !== undefined) await end(screen.xvfb);
    },
  };
}

/** A virtual screen, for machines without one. */
async function startScreen(): Promise<{ readonly display: string; readonly xvfb: ChildProcess } | undefined> {
  if (process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined) return undefined;
  const xvfb = spawn(findXvfb() ?? 'Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const told = xvfb.stdio[3];
  if (!told) throw new Error('Xvfb cannot say the number of its screen');
  const number: unknown[] = await once(told, 'data');
  return { display: `:${String(number[0]).trim()}`, xvfb };
}

/** The value of a WebDriver answer. */
async function answer(address: string, method: 'POST' | 'DELETE', said?: object): Promise<unknown> {
  const response = await fetch(address, {
    method,
    ...(said !== undefined && { body: JSON.stringify(said) }),
  });
  const { value } = fieldsOf(await response.json());
  if (!response.ok) throw new Error(JSON.stringify(value));
  return value;
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => (isFields(value) ? value : {});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

async function end(child: ChildProcess): Promise<void> {
  child.kill();
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
