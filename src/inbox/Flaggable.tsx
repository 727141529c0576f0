import type { KeyboardEvent, ReactNode } from 'react';
import { useLanguage } from '../i18n/setup.ts';
import { breakableInFlow } from '../ui/breakable.tsx';
import { isComposing } from '../ui/is-composing.ts';
import { Stamp } from '../ui/motion/motion.tsx';
import { InkSeal } from './InkSeal.tsx';
import { findingsIn, type Mark, useMarks } from './marks.tsx';
import { useReading } from './reading.ts';
import { usePress } from './usePress.ts';

interface FlaggableProps {
  readonly region: string;
  /** A later piece of a region that began earlier: it shows the same mark but is not another Tab stop. */
  readonly continued?: boolean;
  /** Whether the region continues after this piece, so that its seal is drawn later. */
  readonly continues?: boolean;
  /**
   * Whether the text is the interface's. The text of a message is its evidence, so no page translator may change
   * it.
   */
  readonly ours?: boolean;
  readonly children: ReactNode;
}

/**
 * Makes any part of a message flaggable by mouse, key or touch. The markup is the same for guilty and innocent
 * parts.
 */
export function Flaggable({
  region,
  continued = false,
  continues = false,
  ours = false,
  children,
}: FlaggableProps) {
  const { t } = useLanguage();
  const marks = useMarks();
  const isText = useReading() && marks.mode === 'play';
  const findings = findingsIn(marks);
  const mark = findings?.get(region);
  const toggle = (): void => {
    switch (marks.mode) {
      case 'play':
        return marks.onToggle(region);
      case 'kept':
        return undefined;
      case 'explained':
      case 'author':
        return marks.onChoose(mark, region);
      case 'read':
        return mark && marks.onChoose(mark, region);
    }
  };
  const press = usePress(toggle);
  const words = (
    <span translate={ours ? undefined : 'no'}>
      {typeof children === 'string' ? breakableInFlow(children) : children}
    </span>
  );
  if (marks.mode === 'read' && mark === undefined) return words;
  const ink = marks.flags.get(region);
  const flagged = ink !== undefined;
  const onKey = (event: KeyboardEvent): void => {
    if (!isPressKey(event) || isComposing(event)) return;
    event.preventDefault();
    // Ignore key repeat: a held key counts as one press.
    if (!event.repeat) toggle();
  };
  const look =
    mark === undefined
      ? flagged && findings === undefined
        ? `flagged ${ink}`
        : ''
      : mark.lit === true
        ? `${mark.kind} lit`
        : mark.kind;
  const stop =
    continued || isText
      ? {}
      : {
          role: 'button',
          tabIndex: -1,
          'aria-pressed': flagged,
          'aria-description':
            mark?.number === undefined && mark?.word ? mark.word : ink && t(`ink.${ink}.mark`),
          onKeyDown: onKey,
        };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- `stop` makes it a button with keys
    <span className={`region ${look}`.trimEnd()} data-region={region} {...press} {...stop}>
      {words}
      {!continues && mark === undefined && findings === undefined && flagged && (
        <Stamp>
          <InkSeal ink={ink} />
        </Stamp>
      )}
      {!continues && isText && flagged && (
        <span className="visually-hidden">{` (${t(`ink.${ink}.mark`)})`}</span>
      )}
      {!continues && mark !== undefined && ('badge' in mark || mark.number !== undefined) && (
        <MarkNumber mark={mark} />
      )}
    </span>
  );
}

/**
 * Enter or space without modifiers. With Ctrl, Alt or Command the key belongs to the browser, the input method or
 * assistive technology.
 */
function isPressKey({ key, code, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey) return false;
  // A Japanese input method may report the space bar as a full-width space.
  return key === 'Enter' || key === ' ' || code === 'Space';
}

/** The number of a finding, in a shape that shows its outcome, with the outcome as text for screen readers. */
export function MarkNumber({ mark }: { readonly mark: Mark }) {
  const { t } = useLanguage();
  const [word, sign] =
    'badge' in mark ? [mark.word, mark.badge] : [mark.word ?? t(`outcome.${mark.kind}`), mark.number];
  return (
    <span className={`mark ${mark.kind}`} data-number={mark.number}>
      <span className="visually-hidden">{`${word} `}</span>
      <span>{sign}</span>
    </span>
  );
}
