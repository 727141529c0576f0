import type { Scenario } from '../core/scenario/format/scenario.ts';
import type { Localized } from '../core/scenario/format/text.ts';
import { pick } from '../i18n/language.ts';
import { listGroup } from '../i18n/moment.ts';
import { useLanguage } from '../i18n/setup.ts';
import { Avatar } from '../inbox/message/Avatar.tsx';

interface BriefingProps {
  readonly story: Localized;
  readonly scenario: Pick<Scenario, 'recipient' | 'clock'>;
  /** How many messages there are. */
  readonly count: number;
  /** Whether none is answered yet. */
  readonly isFirst: boolean;
  /** Absent if nothing is left to answer. */
  readonly onStart: (() => void) | undefined;
}

const facts = ['genuine', 'lookUp'] as const;

/** Who the player is today and what there is to do. The story stays at hand among contacts and rules. */
export function Briefing({ story, scenario, count, isFirst, onStart }: BriefingProps) {
  const { t, language } = useLanguage();
  const { recipient, clock } = scenario;
  const name = pick(recipient.name, language);
  return (
    <div className="briefing">
      <div className="briefing-head">
        <Avatar name={recipient.name} />
        <div>
          <h2>{name}</h2>
          <p className="soft">
            {`${pick(recipient.organization, language)} · ${listGroup(clock, clock, language).date}`}
          </p>
        </div>
      </div>
      <p>{pick(story, language)}</p>
      <ul className="briefing-facts">
        <li>{t('game.messages', { count })}</li>
        {facts.map((fact) => (
          <li key={fact}>{t(`game.${fact}`)}</li>
        ))}
      </ul>
      {onStart && (
        <button type="button" className="button main" onClick={onStart}>
          {t(isFirst ? 'game.openFirst' : 'game.openNext')}
        </button>
      )}
      <details>
        <summary>{t('game.how')}</summary>
        <ol>
          <li>{t('game.how1')}</li>
          <li>{t('game.how2')}</li>
          <li>{t('game.how3')}</li>
        </ol>
        <p className="soft keyboard-note">{t('game.keys')}</p>
      </details>
    </div>
  );
}
