import type { ReactNode } from 'react';
import { useSentences } from '../../i18n/setup.ts';

interface AssignedStartProps {
  /** The address of the assigned round. */
  readonly href: string;
  /** Whether somebody records the assigned round, and nothing else. */
  readonly recorded: boolean;
  /** The rest of the start page. */
  readonly children: ReactNode;
}

/** The start page of a package with an assigned round: the round comes first, the rest is folded away. */
export default function AssignedStart({ href, recorded, children }: AssignedStartProps) {
  const { t } = useSentences('lms');
  return (
    <main className="sheet start">
      <section className="hero">
        <div>
          <h1>{t('assigned.title')}</h1>
          <p className="lead">{t(recorded ? 'assigned.leadRecorded' : 'assigned.lead')}</p>
          <p>
            <a className="button main big" href={href}>
              {t('assigned.go')}
            </a>
          </p>
        </div>
      </section>
      <details className="code-start">
        <summary>{t(recorded ? 'assigned.asideUnrecorded' : 'assigned.aside')}</summary>
        {children}
      </details>
    </main>
  );
}
