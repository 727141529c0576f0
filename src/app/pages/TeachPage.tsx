import { useCallback } from 'react';
import LureScreen from '../../explain/LureScreen.tsx';
import { useSentences } from '../../i18n/setup.ts';
import type { Packs } from '../../packs/content.ts';
import { useAsked } from '../../ui/asked.tsx';
import type { Route } from '../route.ts';
import { readInbox } from './read-inbox.ts';
import { NothingHere } from './NothingHere.tsx';
import { ReadScreen } from './ReadScreen.tsx';

/** The number of messages in the round that follows the explanation. */
const practiceLength = 4;

interface TeachPageProps {
  readonly route: Extract<Route, { screen: 'teach' }>;
  readonly packs: Packs;
  readonly onGo: (route: Route) => void;
}

/** Fetches the scenario of one message to explain it. */
export default function TeachPage({ route, packs, onGo }: TeachPageProps) {
  const { t } = useSentences('teach');
  const asked = useAsked(useCallback(() => readInbox(route, packs), [route, packs]));
  const practise = (): void =>
    onGo({
      screen: 'round',
      parameters: [
        ['mode', 'training'],
        ['packs', route.pack],
        ['length', String(practiceLength)],
      ],
    });
  return (
    <ReadScreen asked={asked} onLeave={() => onGo({ screen: 'start' })}>
      {({ messages }) => {
        const played = messages.find(({ message: { id } }) => id === route.message);
        return played === undefined ? (
          <NothingHere text={t('missing')} action={t('start')} onAction={practise} />
        ) : (
          <LureScreen played={played} practiceLength={practiceLength} onPractise={practise} />
        );
      }}
    </ReadScreen>
  );
}
