import './debriefed.css';
import { use, useCallback, useLayoutEffect, useMemo, useState } from 'react';
import type { CompleteAnswer } from '../../core/engine/answer.ts';
import { assess, type Finding, scoringOf } from '../../core/engine/assess.ts';
import { consequenceScene } from '../../core/engine/debrief/consequence-scene.ts';
import { debriefOf } from '../../core/engine/debrief/debrief.ts';
import { lessonsAbout } from '../../core/engine/debrief/lessons-for.ts';
import { partExplained } from '../../core/engine/debrief/part-explained.ts';
import type { PlayedMessage } from '../../core/round/played-message.ts';
import { DrillShelf } from '../../explain/drill-shelf.ts';
import { findingWords } from '../../explain/labels.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import type { Marks } from '../../inbox/marks.tsx';
import type { Game } from '../store.ts';
import { useGame } from '../useGame.ts';
import { AskedPart } from './AskedPart.tsx';
import { BackFromDebrief } from './BackFromDebrief.tsx';
import { ConsequenceScene } from './ConsequenceScene.tsx';
import { Everything } from './Everything.tsx';
import { entriesOf } from './entries.ts';
import { explainedMarks } from './explained-marks.ts';
import { FirstSight } from './FirstSight.tsx';
import { NextBar } from './NextBar.tsx';
import { Thread } from './Thread.tsx';
import { useShownStep } from './useShownStep.ts';
import { useStepKeys } from './useStepKeys.ts';
import { VerdictMoment } from './VerdictMoment.tsx';

/** How the open message is shown while it is explained. */
export interface ExplainedView {
  readonly marks: Marks;
  /** A part to scroll to. */
  readonly reveal: { readonly region: string } | undefined;
}

interface DebriefScreenProps {
  readonly game: Game;
  readonly played: PlayedMessage;
  readonly answer: CompleteAnswer;
  /** Whether every message has been answered. */
  readonly last: boolean;
  /** Whether the answer was given just now. */
  readonly isFresh: boolean;
  readonly onNext: () => void;
  readonly onBack: () => void;
  /** Called with the way to show the message beside it. */
  readonly onView: (view: ExplainedView) => void;
}

/** What is beside an answered message: the outcome, one explanation after the other, and everything else on demand. */
export default function DebriefScreen(props: DebriefScreenProps) {
  const { game, played, answer, last, isFresh, onNext, onBack, onView } = props;
  const { t } = useLanguage();
  const { t: tell } = useSentences('debrief');
  const { message, scenario } = played;
  const moves = useGame(game, (state) => state.moves);
  const { assessment, debrief, entries, scene } = useDebrief(played, answer);
  const [isAll, setAll] = useState(false);
  const { steps } = debrief;
  const { panel, at, asked, setAt, choose } = useShownStep(steps);
  const [reveal, setReveal] = useState<{ readonly region: string }>();
  const showPart = useCallback((region: string) => setReveal({ region }), []);
  useStepKeys({ at, count: steps.length, onStep: setAt, onNext });
  const marks = useMemo(
    (): Marks => ({
      mode: 'explained',
      flags: answer.flags,
      findings: explainedMarks({
        steps,
        at: asked === undefined ? at : undefined,
        entries,
        isAll,
        wordFor: (finding: Finding) => tell(findingWords(finding).tag),
      }),
      onChoose: choose,
    }),
    [answer.flags, steps, at, asked, entries, isAll, tell, choose],
  );
  // Before it is painted, so that the marks appear together with the words.
  useLayoutEffect(() => onView({ marks, reveal }), [onView, marks, reveal]);
  const drills = use(DrillShelf);
  return (
    <aside className="debriefed" aria-label={t('debrief.title')}>
      {isFresh && <VerdictMoment assessment={assessment} />}
      <Thread key={asked?.region ?? at} />
      <div className="debrief-panel" ref={panel}>
        <BackFromDebrief onBack={onBack} />
        {scene && (
          <ConsequenceScene scene={scene} drill={lessonsAbout(cuesOf(assessment.findings), drills)[0]} />
        )}
        <FirstSight
          message={message}
          scenario={scenario}
          answer={answer}
          assessment={assessment}
          debrief={scene === undefined ? debrief : { ...debrief, consequence: undefined }}
          at={at}
          asked={
            asked && (
              <AskedPart
                key={asked.region}
                explained={partExplained(message, assessment.findings, asked.region)}
                onReveal={showPart}
                onBack={() => setAt(at)}
              />
            )
          }
          onStep={setAt}
          onReveal={showPart}
        />
        <p className="soft ask-hint">{tell('ask.hint')}</p>
        <details className="everything" open={isAll}>
          {/* Not by the event of the details: the cards are drawn only once they are asked for. */}
          <summary
            onClick={(event) => {
              event.preventDefault();
              setAll(!isAll);
            }}
          >
            {tell('others', { count: entries.length })}
          </summary>
          {isAll && (
            <Everything
              played={played}
              answer={answer}
              assessment={assessment}
              debrief={debrief}
              moves={moves}
              entries={entries}
              onReveal={showPart}
            />
          )}
        </details>
      </div>
      <NextBar
        isLastMessage={last}
        onNext={onNext}
        onStep={at >= steps.length - 1 ? undefined : () => setAt(at + 1)}
      />
    </aside>
  );
}

function useDebrief({ message, pack, scenario }: PlayedMessage, answer: CompleteAnswer) {
  return useMemo(() => {
    const assessment = assess(message, answer, scoringOf(pack), scenario);
    const debrief = debriefOf(message, assessment);
    return {
      assessment,
      debrief,
      entries: entriesOf(debrief.steps, assessment.findings),
      scene: consequenceScene(message, answer),
    };
  }, [message, answer, pack, scenario]);
}

/** The cues of the clues, what weighs most first. */
const cuesOf = (findings: readonly Finding[]) =>
  findings.flatMap(({ subject }) => (subject.kind === 'clue' ? [subject.clue.cue] : []));
