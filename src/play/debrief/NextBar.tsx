import { useLanguage, useSentences } from '../../i18n/setup.ts';

interface NextBarProps {
  readonly isLastMessage: boolean;
  /** Leads to the next explanation; absent if there is none. */
  readonly onStep?: (() => void) | undefined;
  readonly onNext: () => void;
}

/** The way on: to the next explanation, and to the next message or the result. */
export function NextBar({ isLastMessage, onStep, onNext }: NextBarProps) {
  const { t } = useLanguage();
  const { t: tell } = useSentences('debrief');
  return (
    <div className="debrief-next">
      <button type="button" className={onStep === undefined ? 'button main' : 'button'} onClick={onNext}>
        {t(isLastMessage ? 'game.showResult' : 'debrief.next')}
      </button>
      {onStep && (
        <button type="button" className="button main" onClick={onStep}>
          <span>{tell('step.next')}</span>
          <span aria-hidden="true">→</span>
        </button>
      )}
    </div>
  );
}
