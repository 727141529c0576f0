import { createRoot } from 'react-dom/client';
import { changeLanguage, fetchLanguage, startLanguage } from '../i18n/setup.ts';
import { languageOf } from '../core/scenario/format/language-tag.ts';
import { Motion } from '../ui/motion.tsx';
import { unfoldForPrint } from '../ui/print.ts';
import { App } from './App.tsx';
import { PicturesContext } from '../inbox/pictures.ts';
import { carriedPicture, carriesContent } from '../packs/bundled.ts';
import { readIndex, readScenario } from '../packs/content.ts';
import { openMemory } from '../device/memory.ts';
import { workOffline } from './offline.ts';
import { packageSettings } from './session/package-settings.ts';
import { parametersOf } from './parameters.ts';
import { routeOf } from './route.ts';
import { assignedOf, firstHashOf } from './session/first-place.ts';
import { applySettings } from '../device/settings.ts';
import type { Loss } from '../device/connection.ts';
import { openSitting } from './session/open-session.ts';
import { dropFailedSheets } from '../loading/style-sheets.ts';
import { tellHeight } from './session/tell-height.ts';
import '../ui/tokens.css';
import '../inbox/message/client.css';
import '../inbox/region.css';
import '../inbox/inspect/lens.css';
import '../inbox/narrow.css';
import '../play/bar.css';
import '../play/answer/answer.css';
import '../play/debrief/debrief.css';
import '../ui/sheet.css';
import '../play/narrow.css';
import '../ui/print.css';

dropFailedSheets(document);
void start();

async function start(): Promise<void> {
  const parameters = parametersOf(location.search);
  const settled = packageSettings(document);
  const ofBrowser = languageOf(navigator.languages) ?? languageOf(navigator.language);
  const likely = parameters.language ?? settled.language ?? ofBrowser ?? 'ja';
  // The sentences are on their way while the device's memory opens, which may name another language.
  void fetchLanguage(likely);
  // Asked for before anything is drawn or waited for, so that the list is there as soon as the frame is.
  const index = readIndex();
  const sitting = await openSitting(window, settled, likely);
  const assigned = assignedOf(settled, parameters.route, sitting.session.standard);
  const firstHash = await firstHashOf(location.hash, {
    assigned,
    left: sitting.teller?.leftAt,
    asked: parameters.route,
    isLaunched: settled.standard !== 'none' && !isReload(),
  });
  if (firstHash !== undefined) history.replaceState(null, '', `${location.search}${firstHash}`);
  const route = routeOf(location.hash);
  const first =
    route.screen === 'play' ? { route, outcome: readScenario(route.pack, route.scenario) } : undefined;

  const listeners: Array<(loss: Loss | undefined) => void> = [];
  const memory = await openMemory((loss) => {
    for (const tell of listeners) tell(loss);
  }, sitting.owner);
  const settings = await memory.settings();
  const asked = parameters.language ?? settled.language ?? languageOf(sitting.session.launch.language);
  await startLanguage(asked ?? settings.language ?? sitting.language ?? likely);
  applySettings(settings);

  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  createRoot(root).render(
    <Motion>
      <PicturesContext value={carriedPicture}>
        <App
          memory={memory}
          title={settled.title}
          sitting={sitting}
          firstSettings={settings}
          mistakes={parameters.mistakes}
          foreign={parameters.foreign}
          assigned={assigned}
          index={index}
          first={first}
          onMemoryLost={(tell) => {
            listeners.push(tell);
            if (memory.loss !== undefined) tell(memory.loss);
          }}
          onNewVersion={(tell) => {
            if (settled.standard === 'none' && !carriesContent()) void workOffline(window, tell);
          }}
          changeLanguage={changeLanguage}
        />
      </PicturesContext>
    </Motion>,
  );
  if (sitting.host !== undefined) tellHeight(root, sitting.host);
  unfoldForPrint(window);
}

/** Whether the page was loaded again, and not launched. */
function isReload(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type === 'reload';
}
