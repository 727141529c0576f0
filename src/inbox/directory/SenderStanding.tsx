import { domainOf } from '../../core/email/compose/authentication.ts';
import { organisationOf } from '../../core/email/url/ownership.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Standing } from './Standing.tsx';
import { useWorld } from './useWorld.ts';

interface SenderStandingProps {
  readonly address: string;
  readonly scenario: Pick<Scenario, 'directory' | 'recipient'>;
  /** Base URL of the pack's pictures, with a trailing slash. */
  readonly assets: string;
}

/** Says whose domain the sender's address uses. Shown after the answer. */
export default function SenderStanding({ address, scenario, assets }: SenderStandingProps) {
  const found = useWorld(assets);
  const { t } = useLanguage();
  const domain = organisationOf(domainOf(address));
  if (domain === undefined) return null;
  // Keeps the place of the sentence, so that nothing below it moves when it arrives.
  if (found === undefined) return <p className="owner-note waiting">{t('app.loading')}</p>;
  return <Standing domain={domain} scenario={scenario} found={found} />;
}
