import { domainOf } from '../../core/email/compose/authentication.ts';
import { organisationOf } from '../../core/email/url/ownership.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import { Standing } from './Standing.tsx';
import { useWorld } from './useWorld.ts';

interface SenderStandingProps {
  readonly address: string;
  readonly scenario: Pick<Scenario, 'directory' | 'recipient'>;
  /** Where the pack's pictures lie, ending in a slash. */
  readonly assets: string;
}

/** Below the sender card, after the answer: whose the domain of the sender is. */
export default function SenderStanding({ address, scenario, assets }: SenderStandingProps) {
  const found = useWorld(assets);
  const domain = organisationOf(domainOf(address));
  return domain === undefined ? null : <Standing domain={domain} scenario={scenario} found={found} />;
}
