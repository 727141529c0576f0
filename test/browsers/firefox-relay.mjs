#!/usr/bin/env node
/**
 * Starts Firefox in its place and passes on what it and Playwright say to each other (WebDriver BiDi). Playwright sets the colour scheme
 * of each context by a command that Firefox ESR does not know yet, and gives up where that is refused; here it is answered with
 * success, so that the page keeps the light scheme. Once Firefox knows the command, nothing is changed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';

const unknownToFirefox = 'emulation.setMediaFeaturesOverride';

const firefox = spawn(process.env.MIKIWAME_FIREFOX, process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
});
firefox.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => firefox.kill(signal));

for await (const line of createInterface({ input: firefox.stderr })) {
  const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
  // Playwright reads the address that it connects to from this line.
  console.error(address === undefined ? line : line.replace(address, await relay(address)));
}

/** Address of a relay to the one given. */
async function relay(address) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  server.on('connection', (playwright, { url }) => void connect(playwright, address + url));
  await once(server, 'listening');
  return `ws://127.0.0.1:${server.address().port}`;
}

async function connect(playwright, address) {
  const browser = new WebSocket(address, { perMessageDeflate: false });
  const opened = once(browser, 'open');
  const forgiven = new Set();
  playwright.on('message', async (bytes) => {
    const text = bytes.toString();
    if (text.includes(unknownToFirefox)) forgiven.add(JSON.parse(text).id);
    await opened;
    browser.send(text);
  });
  browser.on('message', (bytes) => {
    const text = bytes.toString();
    playwright.send(text.includes('"unknown command"') ? pardoned(text, forgiven) : text);
  });
  playwright.on('close', () => browser.close());
  browser.on('close', () => playwright.close());
}

function pardoned(text, forgiven) {
  const { id, error } = JSON.parse(text);
  return error === 'unknown command' && forgiven.has(id)
    ? JSON.stringify({ type: 'success', id, result: {} })
    : text;
}
