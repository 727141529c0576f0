import '../ui/helps.css';
import type { Scenario } from '../core/scenario/format/scenario.ts';
import { pick } from '../i18n/language.ts';
import { useSentences } from '../i18n/setup.ts';
import { dayOf } from '../i18n/moment.ts';

/** In a dealt round: who received this message, where and when. The story unfolds. */
export default function WhoseInbox({ scenario }: { readonly scenario: Scenario }) {
  const { t, language } = useSentences('round');
  const { recipient, clock, story } = scenario;
  return (
    <details className="whose">
      <summary>
        <span className="visually-hidden">{`${t('inbox')} `}</span>
        <span>
          {[
            t('whose', {
              name: pick(recipient.name, language),
              organization: pick(recipient.organization, language),
            }),
            dayOf(clock, clock, language),
          ].join(' · ')}
        </span>
      </summary>
      <p>{pick(story, language)}</p>
    </details>
  );
}
