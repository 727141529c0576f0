import { useCallback } from 'react';
import LureScreen from '../../explain/LureScreen.tsx';
import { useSentences } from '../../i18n/setup.ts';
import type { Packs } from '../../packs/content.ts';
import { useAsked } from '../../ui/asked.tsx';
import type { Route } from '../route.ts';
import { readInbox } from './read-inbox.ts';
import { ReadScreen } from './ReadScreen.tsx';

interface TeachPageProps {
  readonly route: Extract<Route, { screen: 'teach' }>;
  readonly packs: Packs;
  readonly onGo: (route: Route) => void;
}

/** Fetches the scenario of one message to explain it. */
export default function TeachPage({ route, packs, onGo }: TeachPageProps) {
  const asked = useAsked(useCallback(() => readInbox(route, packs), [route, packs]));
  const practise = (): void =>
    onGo({
      screen: 'round',
      parameters: [
        ['mode', 'training'],
        ['packs', route.pack],
        ['length', '4'],
      ],
    });
  return (
    <ReadScreen asked={asked} onLeave={() => onGo({ screen: 'start' })}>
      {({ messages }) => {
        const played = messages.find(({ message: { id } }) => id === route.message);
        return played === undefined ? (
          <NoSuchMessage onPractise={practise} />
        ) : (
          <LureScreen played={played} onPractise={practise} />
        );
      }}
    </ReadScreen>
  );
}

function NoSuchMessage({ onPractise }: { readonly onPractise: () => void }) {
  const { t } = useSentences('teach');
  return (
    <main className="sheet">
      <p role="alert">{t('missing')}</p>
      <p className="missing-way">
        <button type="button" className="button main" onClick={onPractise}>
          {t('start')}
        </button>
      </p>
    </main>
  );
}
