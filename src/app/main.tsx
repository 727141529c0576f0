import { createRoot } from 'react-dom/client';
import { changeLanguage, fetchLanguage, startLanguage } from '../i18n/setup.ts';
import { isLanguage } from '../i18n/language.ts';
import { Motion } from '../ui/motion.tsx';
import { App } from './App.tsx';
import { readIndex, readScenario } from './content.ts';
import { openMemory } from './memory.ts';
import { parametersOf } from './parameters.ts';
import { hashOf, routeOf } from './route.ts';
import { applySettings } from './settings.ts';
import type { Loss } from './shelves.ts';
import '../ui/tokens.css';
import '../inbox/inbox.css';
import '../game/game.css';

void start();

async function start(): Promise<void> {
  const parameters = parametersOf(location.search);
  // What the query asks for is where the page starts; once the player has gone elsewhere, a reload stays there.
  if (parameters.route && location.hash === '') {
    history.replaceState(null, '', `${location.search}${hashOf(parameters.route)}`);
  }
  const route = routeOf(location.hash);
  // Asked for before anything is drawn, so that the list is there as soon as the frame is.
  const index = readIndex();
  const first =
    route.screen === 'play' ? { route, outcome: readScenario(route.pack, route.scenario) } : undefined;

  const ofBrowser = navigator.language.slice(0, 2);
  const likely = parameters.language ?? (isLanguage(ofBrowser) ? ofBrowser : 'ja');
  // The sentences are on their way while the device's memory opens, which may name another language.
  void fetchLanguage(likely);

  const listeners: Array<(loss: Loss) => void> = [];
  const memory = await openMemory((loss) => {
    for (const tell of listeners) tell(loss);
  });
  const settings = await memory.settings();
  await startLanguage(parameters.language ?? settings.language ?? likely);
  applySettings(settings);

  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  createRoot(root).render(
    <Motion>
      <App
        memory={memory}
        firstSettings={settings}
        mistakes={parameters.mistakes}
        index={index}
        first={first}
        onMemoryLost={(tell) => {
          listeners.push(tell);
          if (memory.loss !== undefined) tell(memory.loss);
        }}
        changeLanguage={changeLanguage}
      />
    </Motion>,
  );
}
