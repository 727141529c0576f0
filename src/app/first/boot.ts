/**
 * Runs before the game, as a script in the head of the page: asks for what the address will need, and draws the first screen where
 * nothing was played before. Where anything is unusual it does nothing, and the game starts without it.
 */
import { settingsElement } from '../../core/packaging/page.ts';
import type { Language } from '../../core/scenario/format/vocabulary.ts';
import { databaseName } from '../../device/database-name.ts';
import { applySettings, settingsFrom } from '../../device/settings.ts';
import { contentRoot, requestAhead } from '../../packs/ahead.ts';
import { isOpened } from '../../packs/opened.ts';
import type { PackageSettings } from '../session/package-settings.ts';
import { inboxScreen } from './first-screen.ts';
import {
  firstElement,
  headFile,
  type InPage,
  inPageElement,
  type InboxHead,
  templateId,
} from '../../inbox/inbox-head.ts';

/** In milliseconds. The words in index.html appear after as long. */
const patience = 8_000;

if (document.readyState === 'loading') {
  // Sooner than any deferred script, and than the style sheets.
  document.addEventListener('readystatechange', begin, { once: true });
} else begin();

function begin(): void {
  const place = document.getElementById(firstElement);
  const root = document.getElementById('root');
  // Only looked at, never drawn; if it is spoilt, the game sees to it.
  const { standard, round, language }: Partial<PackageSettings> = JSON.parse(
    document.getElementById(settingsElement)?.textContent ?? '{"standard":"none"}',
  );
  // An LMS, a page around the frame or an assigned round may lead elsewhere.
  const isUsual = location.search === '' && parent === window && standard === 'none' && round === undefined;
  if (!isUsual || place === null || root === null) return;
  const showFirst = (): void => void show(place, root, language).catch(() => undefined);
  addEventListener('hashchange', showFirst);
  place.addEventListener('click', press);
  setTimeout(() => sayLate(place, root), patience);
  showFirst();
}

/** `only`: the language of a package that has one. */
async function show(first: HTMLElement, game: HTMLElement, only: Language | undefined): Promise<void> {
  // The game has taken over.
  if (!first.isConnected) return;
  first.hidden = true;
  game.hidden = false;
  const { hash } = location;
  const [, pack = '', scenario = ''] =
    /^#\/play\/([a-z][a-z\d-]{0,59})\/([a-z][a-z\d-]{0,59})$/.exec(hash) ?? [];
  // A pack from a file is not on the server.
  if (isOpened(pack)) return;
  const screen = scenario === '' ? 'start' : 'inbox';
  if (screen === 'start' && !/^(#\/?)?$/.test(hash)) return;
  const { heads, ahead }: InPage = JSON.parse(document.getElementById(inPageElement)?.textContent ?? '');
  const likely =
    navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'ja' || tag === 'en') ?? 'ja';
  const styled = preload(ahead?.[`${screen}/${only ?? likely}`]);
  if (ahead !== undefined) request(screen, pack, scenario);
  const { moves, records, fields } = await kept(screen === 'inbox' ? `${pack}/${scenario}` : undefined);
  const settings = settingsFrom(fields);
  applySettings(settings);
  const language = only ?? settings.language ?? likely;
  document.documentElement.lang = language;
  first.lang = language;
  if (screen === 'inbox' && moves > 0) return;
  const template = document.getElementById(templateId(screen, language));
  if (!(template instanceof HTMLTemplateElement)) return;
  const frame = document.importNode(template.content, true);
  if (screen === 'inbox') {
    const head: InboxHead =
      heads[`${pack}/${scenario}/${language}`] ?? (await fetched(headFile(pack, scenario, language)));
    inboxScreen(frame, head, hash, settings);
  } else {
    // Where the way on leads is known only to the game.
    const go = frame.querySelector<HTMLElement>('.hero-go');
    if (go !== null && moves + records > 0) go.style.visibility = 'hidden';
    await styled;
  }
  if (!first.isConnected || location.hash !== hash) return;
  first.replaceChildren(frame);
  first.hidden = false;
  game.hidden = true;
}

/** Asks for what the game will read first. */
function request(screen: 'start' | 'inbox', pack: string, scenario: string): void {
  if (screen === 'start') requestAhead('index.json');
  else for (const file of [`scenarios/${scenario}`, 'pack']) requestAhead(`packs/${pack}/${file}.json`);
}

const fetched = async (file: string): Promise<InboxHead> =>
  (await fetch(contentRoot + file, { cache: 'no-cache' })).json();

/** Shows the page's own words that loading takes long, which are hidden with #root; the game removes them when it begins. */
function sayLate(first: HTMLElement, game: HTMLElement): void {
  const words = game.querySelector<HTMLElement>('.start-late');
  if (words === null || first.hidden) return;
  words.style.visibility = 'visible';
  first.querySelector('.top-bar')?.after(words);
}

/** A row that is pressed now opens as soon as the game is there: its message stays in the address until then. */
function press(event: MouseEvent): void {
  const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event;
  const row = target instanceof Element ? target.closest('a[href^="#/play/"]') : null;
  const href = row?.getAttribute('href') ?? '';
  if (row === null || href.split('/').length < 5) return;
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return;
  event.preventDefault();
  history.replaceState(null, '', href);
  for (const other of document.querySelectorAll(`#${firstElement} .row`)) {
    other.setAttribute('aria-current', String(other.getAttribute('href') === href));
  }
}

/** Starts to load files of the game. Fulfilled once the style sheets among them are there. */
async function preload(files: readonly string[] = []): Promise<void> {
  await Promise.all(
    files.map(async (file) => {
      const link = document.createElement('link');
      const isSheet = file.endsWith('.css');
      link.rel = isSheet ? 'stylesheet' : 'modulepreload';
      link.crossOrigin = '';
      link.href = file;
      document.head.append(link);
      if (isSheet) await new Promise((resolve) => link.addEventListener('load', resolve));
    }),
  );
}

/** What the device keeps: how many moves of a round, or of all, how many finished rounds, and the settings. */
async function kept(round: string | undefined) {
  const nothing = { moves: 0, records: 0, fields: {} };
  if (!(await indexedDB.databases()).some(({ name }) => name === databaseName)) return nothing;
  const opening = indexedDB.open(databaseName);
  // It was deleted meanwhile: the game makes it anew.
  opening.addEventListener('upgradeneeded', () => opening.transaction?.abort());
  const database = await answered(opening);
  try {
    const reading = database.transaction(['settings', 'moves', 'records']);
    const settings = reading.objectStore('settings');
    const [names, values, moves, records] = await Promise.all([
      answered(settings.getAllKeys()),
      answered(settings.getAll()),
      answered(reading.objectStore('moves').index('round').count(round)),
      answered(reading.objectStore('records').count()),
    ]);
    return {
      moves,
      records,
      fields: Object.fromEntries(names.map((name, at) => [typeof name === 'string' ? name : '', values[at]])),
    };
  } finally {
    database.close();
  }
}

const answered = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
