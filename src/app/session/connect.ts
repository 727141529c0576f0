/** Connects the page to whoever records it: an LMS, a record store, the page around the frame. */
import type { Language } from '../../i18n/language.ts';
import type { FrameWorld, HostPage } from '../../lms/frame/host.ts';
import type { Clock, Connected, LmsSession, TabStorage } from '../../lms/port.ts';
import { readQuery } from '../../lms/query.ts';
import type { XapiWorld } from '../../lms/xapi/cmi5.ts';
import { asked, randomNumbers } from '../../loading/browser.ts';
import { loadOnce } from '../../loading/load-once.ts';
import { digest } from '../../core/packaging/digest.ts';
import { languageAround } from './language-around.ts';
import { holdGame } from './pause.tsx';
import { launchIn } from './launch.ts';
import { isLoadedAgain, keepOpenedRounds, openedBeforeReload } from './opened-rounds.ts';
import type { PackageSettings } from './package-settings.ts';
import { watchReloadKeys, watchReloads } from './page-reload.ts';
import { type Page, type Connection, unrecorded } from './connection.ts';

const clock: Clock = {
  now: () => Date.now(),
  counted: () => performance.now(),
  later: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Each part loads only when needed, and before the first call to the LMS: a failed part can be loaded again, but a session cannot be opened twice. */
const part = {
  cmi5: loadOnce(() => import('../../lms/xapi/cmi5.ts')),
  frame: loadOnce(() => import('../../lms/frame/frame.ts')),
  host: loadOnce(() => import('../../lms/frame/host.ts')),
  reporter: loadOnce(() => import('./lms-reporter.ts')),
  scorm: loadOnce(() => import('../../lms/scorm/scorm.ts')),
  scorm12: loadOnce(() => import('../../lms/scorm/scorm12.ts')),
  scorm2004: loadOnce(() => import('../../lms/scorm/scorm2004.ts')),
  xapi: loadOnce(() => import('../../lms/xapi/xapi.ts')),
};

/** Connects as the package says, or else the address. If that fails, the round is played without a record. */
export async function connectPage(
  page: Page,
  settings: PackageSettings,
  language: Language,
): Promise<Connection> {
  const [host, scorm, { createReporter }] = await Promise.all([
    hostAround(page, settings),
    scormParts(page, settings, language),
    part.reporter(),
  ]);
  const connected = await (scorm === undefined
    ? connect(page, settings, host)
    : scorm.connectScorm(...scorm.parts));
  if (connected === undefined) {
    return { ...unrecorded, host };
  }
  const isReloading = reloadsOf(page, settings);
  const tab = tabStorage(page);
  const connectionOf = (session: LmsSession, isLate: boolean): Connection => {
    const { learner } = session.launch;
    // Learners share devices: the device gets only a digest of the LMS's name for them.
    const owner = learner === undefined ? undefined : digest(learner);
    const { pathname, search } = page.location;
    const place = { address: pathname + search, owner };
    const openedBefore = isLoadedAgain(page)
      ? openedBeforeReload(tab, place, clock.now())
      : new Set<string>();
    const reporter = createReporter(session, clock.now, { isLate, openedBefore });
    endWithThePage(page, session, (): 'reload' | 'gone' => {
      keepOpenedRounds(tab, place, reporter.opened(), clock.now());
      return isReloading() ? 'reload' : 'gone';
    });
    const around = session.standard === 'frame' ? undefined : languageAround(page);
    return {
      session,
      reporter,
      host,
      ...(owner !== undefined && { owner }),
      ...(around && { language: around }),
      trouble: undefined,
      attempt: [],
    };
  };
  if (connected.ok) return connectionOf(connected.session, false);
  const { trouble, learner, conversation: attempt } = connected;
  return {
    ...unrecorded,
    host,
    ...(learner !== undefined && { owner: digest(learner) }),
    trouble,
    ...(scorm === undefined && !isForLms(page, settings) && { isHostMissing: true }),
    attempt,
    ...(scorm !== undefined &&
      trouble.kind !== 'over' && {
        late: (tell) => scorm.awaitScorm(...scorm.parts, (session) => tell(connectionOf(session, true))),
      }),
  };
}

/**
 * Whether the page is being loaded again and its session outlives it. A SCORM session does so where the API lies in another window; in
 * a frame of the LMS the keys load the API again too.
 */
function reloadsOf(page: Page, { standard }: PackageSettings): () => boolean {
  if (standard === 'cmi5') return watchReloads(page);
  const isScorm = standard === 'scorm12' || standard === 'scorm2004';
  return isScorm && page.parent === page ? watchReloadKeys(page) : () => false;
}

/** Loads the SCORM adapter and its arguments; undefined if the package is for another standard. */
async function scormParts(page: Page, { standard, keepOpen }: PackageSettings, language: Language) {
  if (standard !== 'scorm12' && standard !== 'scorm2004') return undefined;
  const [{ awaitScorm, connectScorm }, dialect] = await Promise.all([
    part.scorm(),
    standard === 'scorm12'
      ? part.scorm12().then(({ scorm12 }) => scorm12)
      : part.scorm2004().then(({ scorm2004 }) => scorm2004),
  ]);
  return {
    awaitScorm,
    connectScorm,
    parts: [dialect, page, { language, keepOpen, tab: tabStorage(page) }, clock] as const,
  };
}

/** Whether an LMS or a record store is to record, and not the page around the frame. */
const isForLms = ({ location }: Page, { standard }: PackageSettings): boolean =>
  standard !== 'none' || launchIn(location.search) !== undefined;

/** Undefined if nobody is expected to record. Each adapter loads only when it is needed. */
async function connect(
  page: Page,
  settings: PackageSettings,
  host: HostPage | undefined,
): Promise<Connected | undefined> {
  const { search } = page.location;
  switch (settings.standard === 'cmi5' ? 'cmi5' : launchIn(search)) {
    case 'cmi5':
      return (await part.cmi5()).connectCmi5(search, xapiWorld(page));
    case 'xapi':
      return (await part.xapi()).connectXapi(search, xapiWorld(page));
    case undefined:
      break;
  }
  if (host !== undefined && readQuery(search).has('frame')) {
    return (await part.frame()).connectFrame(host, clock);
  }
  return undefined;
}

async function hostAround(page: Page, { hosts }: PackageSettings): Promise<HostPage | undefined> {
  if (page.parent === page) return undefined;
  const { findHost } = await part.host();
  const world: FrameWorld = {
    parent: page.parent,
    page,
    // `location.origin` is the server's even if the frame's own origin is opaque.
    hosts: [page.location.origin, ...hosts],
    listen: (handler) => {
      const hear = ({ source, origin, data }: MessageEvent<unknown>): void =>
        handler({ source, origin, data });
      page.addEventListener('message', hear);
      return () => page.removeEventListener('message', hear);
    },
    clock,
  };
  const host = findHost(world);
  host?.onMessage((message) => {
    if (message.type === 'pause') holdGame(message);
  });
  return host;
}

function xapiWorld(page: Page): XapiWorld {
  return {
    clock,
    fetch: (address, request) => page.fetch(address, request),
    newId: uuid,
    tab: tabStorage(page),
  };
}

/** The tab's storage. In a frame it may be forbidden and then throws at every access. */
function tabStorage(page: Page): TabStorage {
  return {
    read: (name) => asked(() => page.sessionStorage.getItem(name) ?? undefined, undefined),
    write: (name, value) =>
      asked(() => {
        page.sessionStorage.setItem(name, value);
        return true;
      }, false),
  };
}

/** A random UUID (RFC 9562, version 4); `crypto.randomUUID` itself exists only under https. */
function uuid(): string {
  const hex = randomNumbers(16).map((number, place) => {
    const byte = number & 0xff;
    const value = place === 6 ? (byte & 0x0f) | 0x40 : place === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, '0');
  });
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(''))
    .join('-');
}

/**
 * Ends the session with the page: most learners just close the window. `pagehide` also fires if the page may come back; the session has
 * ended then too, so a page that does come back begins anew.
 */
function endWithThePage(page: Page, session: LmsSession, ending: () => 'reload' | 'gone'): void {
  let isEnded = false;
  page.addEventListener('pagehide', () => {
    if (session.delivery().state === 'ended') return;
    isEnded = true;
    session.close(ending());
  });
  page.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && isEnded) page.location.reload();
  });
  page.document.addEventListener('visibilitychange', () => {
    if (page.document.visibilityState === 'hidden') session.hurry();
  });
}
