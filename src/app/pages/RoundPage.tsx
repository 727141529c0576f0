import { useCallback, useEffect } from 'react';
import { useSentences } from '../../i18n/setup.ts';
import type { Packs } from '../../packs/content.ts';
import { useAsked } from '../../ui/asked.tsx';
import { Loaded, LoadingScreen } from '../../ui/Loaded.tsx';
import type { Parameters, Route } from '../route.ts';
import { NothingHere } from './NothingHere.tsx';
import { PlayedRound, type Playing } from './PlayedRound.tsx';
import { ReadScreen } from './ReadScreen.tsx';
import { type AddressedRound, roundOfAddress } from './round-of-address.ts';

interface RoundPageProps extends Playing {
  readonly route: Extract<Route, { screen: 'round' }>;
  readonly packs: Packs;
  /** The only round that is recorded; absent if every round is. */
  readonly assigned: Parameters | undefined;
  /** Called when the round is known, and again when it changes. */
  readonly onKnown: (round: AddressedRound) => void;
}

/** Settles, deals and plays the round that an address asks for. */
export default function RoundPage({ route, packs, assigned, onKnown, ...playing }: RoundPageProps) {
  const { memory, onGo } = playing;
  const isRecording = playing.reporter !== undefined;
  const ask = useCallback(
    () => roundOfAddress(route.parameters, { memory, packs, assigned, isRecording }),
    [route, memory, packs, assigned, isRecording],
  );
  const leave = (): void => onGo({ screen: 'start' });
  return (
    <ReadScreen asked={useAsked(ask)} onLeave={leave}>
      {(addressed) => (
        <Addressed addressed={addressed} assigned={assigned} onKnown={onKnown} onLeave={leave} {...playing} />
      )}
    </ReadScreen>
  );
}

interface AddressedProps extends Playing {
  readonly addressed: AddressedRound;
  readonly assigned: Parameters | undefined;
  readonly onKnown: (round: AddressedRound) => void;
  readonly onLeave: () => void;
}

function Addressed({ addressed, assigned, onKnown, onLeave, ...playing }: AddressedProps) {
  useEffect(
    () => onKnown(addressed),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the function only reports, so the first one is as good as the last
    [addressed],
  );
  if (addressed.kind === 'moved') return <LoadingScreen />;
  const { round, route, isCounted } = addressed;
  if (round.messages.length === 0) {
    return (
      <Loaded what="screen" waiting>
        <NothingDealt mode={round.rules.mode} onLeave={onLeave} />
      </Loaded>
    );
  }
  // The round of the day and an exam have one deal; other rounds have one for each seed.
  const isRepeatable = round.rules.mode === 'training' || round.rules.mode === 'practice';
  const another = (): void => {
    const settings =
      assigned && isCounted ? assigned : route.parameters.filter(([name]) => name !== 'weights');
    playing.onGo({ ...route, parameters: settings.filter(([name]) => name !== 'seed') });
  };
  return (
    <PlayedRound
      round={round}
      route={route}
      onAnother={isRepeatable ? another : undefined}
      {...playing}
      reporter={isCounted ? playing.reporter : undefined}
    />
  );
}

interface NothingDealtProps {
  readonly mode: Extract<AddressedRound, { kind: 'dealt' }>['round']['rules']['mode'];
  readonly onLeave: () => void;
}

/** There are messages, but none that fits what was asked for. */
function NothingDealt({ mode, onLeave }: NothingDealtProps) {
  const { t } = useSentences('round');
  const text = t('shortage.nothing');
  return <NothingHere title={t(`mode.${mode}`)} text={text} action={t('back')} onAction={onLeave} />;
}
