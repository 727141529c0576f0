import { useMemo } from 'react';
import { sourceOf } from '../../core/email/compose/headers.ts';
import type { SourceSegment } from '../../core/email/compose/fold.ts';
import type { SealedMail } from '../../core/scenario/format/message.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { breakableInFlow } from '../../ui/breakable.tsx';
import { scrolledTo } from '../../ui/motion/scrolled-to.ts';
import { Flaggable } from '../Flaggable.tsx';

/** In sight, and where the reader goes on: the details may lie between it and its button. */
const shown = (element: HTMLElement | null): void => {
  scrolledTo(element);
  element?.focus({ preventScroll: true });
};

interface HeaderSourceProps {
  readonly message: SealedMail;
  readonly recipient: Scenario['recipient'];
}

/** The message as transmitted, line by line, with encoded lines also decoded. */
export default function HeaderSource({ message, recipient }: HeaderSourceProps) {
  const { t, language } = useLanguage();
  const { lines } = useMemo(() => sourceOf(message, recipient, language), [message, recipient, language]);
  return (
    <div
      ref={shown}
      tabIndex={-1}
      className="source"
      role="group"
      aria-label={t('message.source')}
      lang="en"
      translate="no"
    >
      {lines.map((line, index) => (
        <div key={index} className="source-line">
          <Segments segments={line.segments} />
          {line.decoded !== undefined && (
            <span className="decoded">
              <Segments segments={line.decodedSegments ?? [{ text: line.decoded }]} />
            </span>
          )}
        </div>
      ))}
    </div>
  );
}

function Segments({ segments }: { readonly segments: readonly SourceSegment[] }) {
  return segments.map(({ text, region }, index) =>
    region === undefined ? (
      <span key={index}>{breakableInFlow(text)}</span>
    ) : (
      <Flaggable key={index} region={region}>
        {text}
      </Flaggable>
    ),
  );
}
