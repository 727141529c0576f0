import './verify.css';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { Answer } from '../../core/engine/answer.ts';
import { confidenceOf } from '../../core/engine/sureness.ts';
import type { SealedMessage } from '../../core/scenario/format/message.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import type { Truth } from '../../core/scenario/format/solution.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { otherInk } from '../../inbox/InkPalette.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { type Game, inkInHand, inkOf } from '../store.ts';
import { useGame } from '../useGame.ts';
import { ActionBar, type Tool } from './ActionBar.tsx';
import { Dock, useFold } from './Dock.tsx';
import { useAnswerKeys } from './useAnswerKeys.ts';

const VerifyPlaces = lazyPart(() => import('./VerifyPlaces.tsx'));

interface AnswerPanelProps {
  readonly game: Game;
  readonly message: SealedMessage;
  /** The inbox of the message. */
  readonly scenario: Pick<Scenario, 'directory' | 'notices' | 'recipient'>;
  /** Base URL of the pack's pictures, with a trailing slash. */
  readonly assets: string;
  readonly answer: Answer;
  /** Whether help beyond the facts is offered during play. */
  readonly coaching: boolean;
  /** What is in the toolbar besides the actions. */
  readonly further?: ReactNode;
}

/**
 * Where the answer is given: the toolbar of the mail client and the dock of seals. The style sheet places the
 * toolbar above the message where there is room, and folds all but the inks in a low frame.
 */
export function AnswerPanel({
  game,
  message,
  scenario,
  assets,
  answer,
  coaching,
  further,
}: AnswerPanelProps) {
  const { t } = useLanguage();
  const { id, channel } = message;
  const place = useRef<HTMLDivElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const fold = useFold(toggle);
  const [verifying, setVerifying] = useState(false);
  // How often the answer was given while it lacked something.
  const [tries, setTries] = useState(0);
  const ink = useGame(game, (state) => inkInHand(id, state));
  const missing = missingOf(answer);
  const against = verdictAgainstFlags(answer);
  const takeTool = (tool: Tool): void => {
    if (tool === 'verify') setVerifying(true);
    else game.act(id, { kind: tool });
  };
  const submit = (): void => {
    if (missing === undefined) {
      game.submit(id);
      return;
    }
    fold.unfold();
    setTries(tries + 1);
  };
  useLayoutEffect(() => {
    if (tries > 0)
      place.current?.querySelector<HTMLElement>('.lacking [tabindex="0"], .lacking input')?.focus();
  }, [tries]);
  useAnswerKeys({
    onSeal: ({ verdict, sureness }) => game.judge(id, verdict, confidenceOf[sureness]),
    onSwap: () => game.chooseInk(id, otherInk(ink)),
    onTool: takeTool,
    onSubmit: submit,
  });
  // The name alternates, so that the animation starts again at every try.
  const lackOf = (part: Missing): string =>
    tries > 0 && (missing === part || missing === 'both') ? `lacking shakes-${tries % 2}` : '';
  const lacking = tries > 0 && missing !== undefined ? t(`answer.missing.${missing}`) : undefined;
  const said = lacking ?? (against && t(`answer.against.${against}`));
  return (
    <>
      <div
        ref={place}
        className={fold.unfolded ? 'answer unfolded' : 'answer'}
        role="group"
        aria-label={t('answer.title')}
      >
        <ActionBar
          action={answer.action}
          channel={channel}
          directory={scenario.directory}
          look={lackOf('action')}
          further={further}
          onTool={takeTool}
        />
        <Dock
          answer={answer}
          channel={channel}
          ink={ink}
          fold={fold}
          toggle={toggle}
          look={lackOf('verdict')}
          said={said}
          onInk={(chosen) => game.chooseInk(id, chosen)}
          onJudge={(verdict, confidence) => game.judge(id, verdict, confidence)}
          onSubmit={submit}
        />
      </div>
      {verifying && (
        <Loaded onClose={() => setVerifying(false)}>
          <VerifyPlaces
            message={message}
            scenario={scenario}
            assets={assets}
            action={answer.action}
            coaching={coaching}
            onLook={(source) => game.look(id, source)}
            onAct={(action) => game.act(id, action)}
            onClose={() => setVerifying(false)}
          />
        </Loaded>
      )}
    </>
  );
}

type Missing = 'both' | 'verdict' | 'action';

function missingOf({ verdict, action }: Answer): Missing | undefined {
  if (verdict === undefined) return action === undefined ? 'both' : 'verdict';
  return action === undefined ? 'action' : undefined;
}

/** The verdict, if a flag in the ink of the other one is still there. */
function verdictAgainstFlags({ verdict, flags }: Answer): Truth | undefined {
  return [...flags.values()].some((ink) => ink !== inkOf(verdict)) ? verdict : undefined;
}
