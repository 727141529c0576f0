import { authenticationOf, domainOf } from '../../core/email/compose/authentication.ts';
import { organisationOf } from '../../core/email/url/ownership.ts';
import type { Mail } from '../../core/scenario/format/message.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Standing } from './Standing.tsx';
import { useWorld } from './useWorld.ts';

interface SenderStandingProps {
  readonly message: Pick<Mail, 'from' | 'delivery'>;
  readonly scenario: Pick<Scenario, 'directory' | 'recipient'>;
  /** Base URL of the pack's pictures, with a trailing slash. */
  readonly assets: string;
}

/** Says whose domain the sender's address uses, and whether authentication failed for it. Shown after the answer. */
export default function SenderStanding({ message, scenario, assets }: SenderStandingProps) {
  const found = useWorld(assets);
  const { t } = useLanguage();
  const { address } = message.from;
  const domain = organisationOf(domainOf(address));
  if (domain === undefined) return null;
  // Keeps the place of the sentence, so that nothing below it moves when it arrives.
  if (found === undefined) return <p className="owner-note waiting">{t('app.loading')}</p>;
  const isUnproven = authenticationOf(message.delivery, address).dmarc === 'fail';
  return <Standing domain={domain} isUnproven={isUnproven} scenario={scenario} found={found} />;
}
