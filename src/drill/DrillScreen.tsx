import './drill.css';
import { useRef, useState } from 'react';
import { turnNow } from '../core/engine/drill/timeline.ts';
import type { Drill } from '../core/scenario/format/drill.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import { DrillDebrief } from './DrillDebrief.tsx';
import { StepOrder } from './StepOrder.tsx';
import { TurnView } from './TurnView.tsx';
import { titleClass } from '../ui/title-class.ts';

/** What a player chose in a drill from beginning to end. */
export interface DrillAnswer {
  /** Ids of the chosen options, turn by turn. */
  readonly choices: readonly string[];
  /** Ids of the steps in the chosen order; absent if the drill has no steps. */
  readonly order?: readonly string[];
}

interface DrillScreenProps {
  readonly drill: Drill;
  /** The kept answer. If given, the drill opens at its debrief. */
  readonly answered?: DrillAnswer | undefined;
  /** Called with undefined when the player starts again. */
  readonly onAnswer?: (answer: DrillAnswer | undefined) => void;
  readonly onLeave: () => void;
}

/**
 * An incident has happened: decide turn by turn against the clock, put the steps in order, then see each choice
 * explained.
 */
export default function DrillScreen({ drill, answered, onAnswer, onLeave }: DrillScreenProps) {
  const { language } = useLanguage();
  const [choices, setChoices] = useState<readonly string[]>(answered?.choices ?? []);
  const [order, setOrder] = useState<readonly string[] | undefined>(answered?.order);
  const sheet = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const { timeline, steps } = drill;
  const turn = timeline && turnNow(timeline, choices);
  /** Each new part is read from its top. */
  const toTop = (): void => {
    if (sheet.current) sheet.current.scrollTop = 0;
  };

  return (
    <main className="sheet drill" ref={sheet}>
      <h1 tabIndex={-1} ref={title} className={titleClass(pick(drill.title, language))}>
        {pick(drill.title, language)}
      </h1>
      {content()}
    </main>
  );

  function content() {
    if (timeline && turn) {
      return (
        <TurnView
          drill={drill}
          timeline={timeline}
          choices={choices}
          turn={turn}
          onChoose={(option) => {
            toTop();
            const made = [...choices, option];
            setChoices(made);
            if (steps === undefined && turnNow(timeline, made) === undefined) onAnswer?.({ choices: made });
          }}
          onLeave={onLeave}
        />
      );
    }
    if (steps && order === undefined) {
      return (
        <StepOrder
          drill={drill}
          steps={steps}
          choices={choices}
          onSubmit={(submitted) => {
            toTop();
            setOrder(submitted);
            onAnswer?.({ choices, order: submitted });
          }}
          onLeave={onLeave}
        />
      );
    }
    return (
      <DrillDebrief
        drill={drill}
        choices={choices}
        order={order ?? []}
        onLeave={onLeave}
        onAgain={() => {
          setChoices([]);
          setOrder(undefined);
          onAnswer?.(undefined);
          title.current?.focus();
        }}
      />
    );
  }
}
