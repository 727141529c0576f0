/** Connects the page to whoever records it: an LMS, a record store, the page around the frame. */
import type { Language } from '../../i18n/language.ts';
import type { FrameWorld, Host } from '../../lms/frame/host.ts';
import type { Clock, Connected, LmsSession } from '../../lms/port.ts';
import { readQuery } from '../../lms/query.ts';
import type { TabStorage, XapiWorld } from '../../lms/xapi/cmi5.ts';
import { digest } from '../../packs/digest.ts';
import { languageAround } from './language-around.ts';
import { launchIn } from './launch.ts';
import { isLoadedAgain, keepOpenedRounds, openedBeforeReload } from './opened-rounds.ts';
import type { PackageSettings } from './package-settings.ts';
import { watchReloads } from './page-reload.ts';
import { type Page, type Sitting, unrecorded } from './session.ts';

const clock: Clock = {
  now: () => Date.now(),
  counted: () => performance.now(),
  later: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Connects as the package says, or else the address. If that fails, the round is played without a record. */
export async function connectSitting(
  page: Page,
  settings: PackageSettings,
  language: Language,
): Promise<Sitting> {
  const host = await hostAround(page, settings);
  const connected = await connect(page, settings, language, host);
  if (connected === undefined) {
    return { ...unrecorded, host };
  }
  const { createTeller } = await import('./lms-reporter.ts');
  const isReloading = settings.standard === 'cmi5' ? watchReloads(page) : () => false;
  const tab = tabStorage(page);
  const sittingOf = (session: LmsSession, isLate: boolean): Sitting => {
    const { learner } = session.launch;
    // Learners share devices: the device gets only a digest of the LMS's name for them.
    const owner = learner === undefined ? undefined : digest(learner);
    const { pathname, search } = page.location;
    const place = { address: pathname + search, owner };
    const openedBefore = isLoadedAgain(page)
      ? openedBeforeReload(tab, place, clock.now())
      : new Set<string>();
    const teller = createTeller(session, clock.now, { isLate, openedBefore });
    endWithThePage(page, session, (): 'reload' | 'gone' => {
      keepOpenedRounds(tab, place, teller.opened(), clock.now());
      return isReloading() ? 'reload' : 'gone';
    });
    const around = session.standard === 'frame' ? undefined : languageAround(page);
    return {
      session,
      teller,
      host,
      ...(owner !== undefined && { owner }),
      ...(around && { language: around }),
      trouble: undefined,
      attempt: [],
    };
  };
  if (connected.ok) return sittingOf(connected.session, false);
  const { trouble, learner, conversation: attempt } = connected;
  const scorm = await scormParts(page, settings, language);
  return {
    ...unrecorded,
    host,
    ...(learner !== undefined && { owner: digest(learner) }),
    trouble,
    attempt,
    ...(scorm !== undefined &&
      trouble.kind !== 'over' && {
        late: (tell) => scorm.awaitScorm(...scorm.parts, (session) => tell(sittingOf(session, true))),
      }),
  };
}

/** Loads the SCORM adapter and its arguments; undefined if the package is for another standard. */
async function scormParts(page: Page, { standard, keepOpen }: PackageSettings, language: Language) {
  if (standard !== 'scorm12' && standard !== 'scorm2004') return undefined;
  const { awaitScorm, connectScorm } = await import('../../lms/scorm/scorm.ts');
  const dialect =
    standard === 'scorm12'
      ? (await import('../../lms/scorm/scorm12.ts')).scorm12
      : (await import('../../lms/scorm/scorm2004.ts')).scorm2004;
  return { awaitScorm, connectScorm, parts: [dialect, page, { language, keepOpen }, clock] as const };
}

/** Undefined if nobody is expected to record. Each adapter loads only when it is needed. */
async function connect(
  page: Page,
  settings: PackageSettings,
  language: Language,
  host: Host | undefined,
): Promise<Connected | undefined> {
  const scorm = await scormParts(page, settings, language);
  if (scorm !== undefined) return scorm.connectScorm(...scorm.parts);
  const { search } = page.location;
  switch (settings.standard === 'cmi5' ? 'cmi5' : launchIn(search)) {
    case 'cmi5':
      return (await import('../../lms/xapi/cmi5.ts')).connectCmi5(search, xapiWorld(page));
    case 'xapi':
      return (await import('../../lms/xapi/xapi.ts')).connectXapi(search, xapiWorld(page));
    case undefined:
      break;
  }
  if (host !== undefined && readQuery(search).has('frame')) {
    return (await import('../../lms/frame/frame.ts')).connectFrame(host, clock);
  }
  return undefined;
}

async function hostAround(page: Page, { hosts }: PackageSettings): Promise<Host | undefined> {
  if (page.parent === page) return undefined;
  const { findHost } = await import('../../lms/frame/host.ts');
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
    if (message.type !== 'pause') return;
    void import('./pause.tsx').then(({ holdGame }) => holdGame(message));
  });
  return host;
}

function xapiWorld(page: Page): XapiWorld {
  return {
    clock,
    fetch: (address, request) => page.fetch(address, request),
    newId: () => uuid(page.crypto),
    tab: tabStorage(page),
  };
}

/** The tab's storage. In a frame it may be forbidden and then throws at every access. */
function tabStorage(page: Page): TabStorage {
  return {
    read: (name) => {
      try {
        return page.sessionStorage.getItem(name) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write: (name, value) => {
      try {
        page.sessionStorage.setItem(name, value);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** A random UUID (RFC 9562, version 4); `crypto.randomUUID` itself exists only under https. */
function uuid(crypto: Crypto): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, place) => {
    const value = place === 6 ? (byte & 0x0f) | 0x40 : place === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, '0');
  });
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(''))
    .join('-');
}

/** Ends the session with the page: most learners just close the window. `pagehide` also fires if the page may come back; the session has ended then too. */
function endWithThePage(page: Page, session: LmsSession, ending: () => 'reload' | 'gone'): void {
  page.addEventListener('pagehide', () => {
    if (session.delivery().state !== 'ended') session.close(ending());
  });
  page.document.addEventListener('visibilitychange', () => {
    if (page.document.visibilityState === 'hidden') session.hurry();
  });
}
