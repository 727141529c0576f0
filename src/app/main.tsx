import { createRoot } from 'react-dom/client';
import { changeLanguage, fetchLanguage, startLanguage, startWords } from '../i18n/setup.ts';
import type { Language } from '../i18n/language.ts';
import { languageOf } from '../core/scenario/format/language-tag.ts';
import { Motion } from '../ui/motion/motion.tsx';
import { unfoldForPrint } from '../ui/print.ts';
import { refuseDrops } from '../ui/refuse-drops.ts';
import { App, type AppProps } from './App.tsx';
import { PicturesContext } from '../inbox/pictures.ts';
import { packsFrom } from '../packs/content.ts';
import { isOpenedFile, withOpened } from '../packs/opened.ts';
import { pageSource } from '../packs/page-source.ts';
import { openMemory } from '../device/memory.ts';
import { workOffline } from './offline.ts';
import { packageSettings } from './session/package-settings.ts';
import { parametersOf } from './parameters.ts';
import { routeOf } from './route.ts';
import { assignedOf, firstHashOf } from './session/first-place.ts';
import { applySettings } from '../device/settings.ts';
import type { StorageLoss } from '../device/connection.ts';
import { firstLanguage, takeOver } from './first/take-over.ts';
import { openConnection } from './session/open-connection.ts';
import { asked, isReloaded, replaceHash } from '../loading/browser.ts';
import { loadOnce } from '../loading/load-once.ts';
import { dropFailedSheets, sheetsAgain } from '../loading/style-sheets.ts';
import { useSettled } from '../ui/asked.tsx';
import { Loaded, LoadingScreen } from '../ui/Loaded.tsx';
import { Brand } from './shell/Brand.tsx';
import { tellHeight } from './session/tell-height.ts';
import '../ui/tokens.css';
import '../inbox/message/client.css';
import '../inbox/region.css';
import '../inbox/narrow.css';
import '../play/bar.css';
import '../play/answer/answer.css';
import '../play/debrief/debrief.css';
import '../ui/sheet.css';
import '../play/narrow.css';
import '../ui/print.css';

const source = pageSource();
/** Pictures of packs from files, once such a pack is used. */
let openedPicture = source.picture;
const picture = (path: string): string => (isOpenedFile(path) ? openedPicture : source.picture)(path);

dropFailedSheets(document);
refuseDrops(window);
void start();

/** Draws the game once everything for the first screen has loaded. If something fails, says so with sentences that are part of the page. */
async function start(): Promise<void> {
  const place = document.getElementById('root');
  if (place === null) throw new Error('index.html has no #root');
  const parameters = parametersOf(location.search);
  const settled = packageSettings(document);
  const ofBrowser = asked(() => languageOf(navigator.languages) ?? languageOf(navigator.language), undefined);
  const likely =
    parameters.language ?? settled.language ?? languageOf(firstLanguage(document)) ?? ofBrowser ?? 'ja';
  const prepare = preparation(place, { parameters, settled, likely });
  let prepared = prepare();
  // The failure is shown later, where the game is drawn.
  prepared.catch(() => undefined);
  await startWords(likely);
  takeOver(document, place);
  createRoot(place).render(
    <Loaded
      what="start"
      renderAround={(note) => (
        <>
          <Bar />
          {note}
        </>
      )}
      onAgain={() => {
        prepared = prepare();
      }}
    >
      <Game app={() => prepared} />
    </Loaded>,
  );
  unfoldForPrint(window);
}

const opening = loadOnce(() => import('./opened/opened-content.ts'));

interface Beginning {
  readonly parameters: ReturnType<typeof parametersOf>;
  readonly settled: ReturnType<typeof packageSettings>;
  /** The language until a setting, an LMS or the address names one. */
  readonly likely: Language;
}

/** Returns a function that prepares the game. Called again after a failure, it repeats only what failed. */
function preparation(place: HTMLElement, { parameters, settled, likely }: Beginning) {
  // Fetch the sentences while the device's memory opens, although it may name another language.
  void fetchLanguage(likely);
  // Requested first of all, so that the list is there as soon as the frame is drawn.
  const packs = withOpened(packsFrom(source), async () => {
    const { openedContent } = await opening();
    const opened = openedContent(await remember());
    openedPicture = opened.picture;
    return opened.packs;
  });
  const named = routeOf(location.hash);
  if (named.screen === 'play') packs.fetchAhead(named.pack, named.scenario);
  else packs.index().catch(() => undefined);
  const sheets = loadOnce(sheetsAgain(document, '--paper'));
  const connect = loadOnce(async () => {
    const connection = await openConnection(window, settled, likely);
    if (connection.host !== undefined) tellHeight(place, connection.host);
    return connection;
  });
  const listeners: Array<(loss: StorageLoss | undefined) => void> = [];
  const remember = loadOnce(async () =>
    openMemory(
      (loss) => {
        for (const tell of listeners) tell(loss);
      },
      (await connect()).owner,
    ),
  );
  return async (): Promise<AppProps> => {
    // The memory opens while the sheets and the first address are seen to. Its failure is met below.
    remember().catch(() => undefined);
    await sheets();
    const connection = await connect();
    const assigned = assignedOf(settled, parameters.route, connection.session.standard);
    const firstHash = await firstHashOf(location.hash, {
      assigned,
      left: connection.reporter?.leftAt,
      asked: parameters.route,
      isLaunched: settled.standard !== 'none' && !isReloaded(window),
      packs,
    });
    if (firstHash !== undefined) replaceHash(window, firstHash);
    const route = routeOf(location.hash);
    if (route.screen === 'play') packs.fetchAhead(route.pack, route.scenario);
    const memory = await remember();
    const firstSettings = await memory.settings();
    const spoken = parameters.language ?? settled.language ?? languageOf(connection.session.launch.language);
    await startLanguage(spoken ?? firstSettings.language ?? connection.language ?? likely);
    applySettings(firstSettings);
    return {
      memory,
      connection,
      firstSettings,
      assigned,
      packs,
      changeLanguage,
      title: settled.title,
      mistakes: parameters.mistakes,
      foreign: parameters.foreign,
      onMemoryLost: (tell) => {
        listeners.push(tell);
        if (memory.loss !== undefined) tell(memory.loss);
      },
      onNewVersion: (tell) => {
        if (settled.standard === 'none' && source.isServed) void workOffline(window, tell);
      },
    };
  };
}

/** The game. Until it is ready, the bar of index.html, with a sentence if that takes long. */
function Game({ app }: { readonly app: () => Promise<AppProps> }) {
  const prepared = useSettled(app());
  if (prepared === undefined) {
    return (
      <>
        <Bar />
        <LoadingScreen isSilent />
      </>
    );
  }
  return (
    <Motion>
      <PicturesContext value={picture}>
        <App {...prepared} />
      </PicturesContext>
    </Motion>
  );
}

function Bar() {
  return (
    <header className="top-bar">
      <Brand />
    </header>
  );
}
