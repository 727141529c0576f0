import { useMemo, useState } from 'react';
import type { DraftMessage } from '../../core/draft/read-file.ts';
import { drawable } from '../../core/propose/partial.ts';
import { proposalsFor } from '../../core/propose/propose.ts';
import type { AuthoredMark } from '../mark/authored-marks.ts';
import { truthIn } from '../mark/new-solution.ts';
import type { Drawn, Surround } from '../mail/drawn.ts';
import { idOf } from '../mail/drawn.ts';
import { type OpenProposal, openProposals } from './open-proposals.ts';

/** The open proposals of a message, and how to dismiss one until the draft is closed. */
export interface Proposals {
  readonly proposals: readonly OpenProposal[];
  readonly dismiss: (proposal: OpenProposal) => void;
}

/** Reads the proposals of a message. What was dismissed stays so while the draft is open. */
export function useProposals(
  message: DraftMessage | undefined,
  drawn: Drawn | undefined,
  surround: Surround,
  marks: readonly AuthoredMark[],
): Proposals {
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const value = message?.value;
  const truth = truthIn(value);
  const id = value === undefined ? '' : idOf(value);
  const all = useMemo(() => {
    if (drawn === undefined) return [];
    const { recipient, clock, directory } = surround;
    return proposalsFor({
      message: drawn.sealed,
      recipient,
      contacts: directory,
      organizations: [],
      unsaid: drawable(value, recipient, clock)?.unsaid ?? new Set(),
    });
  }, [drawn, surround, value]);
  const proposals = useMemo(
    () =>
      truth === undefined || drawn === undefined
        ? []
        : openProposals(all, { layout: drawn.layout, truth, marks }).filter(
            ({ key }) => !dismissed.has(`${id} ${key}`),
          ),
    [all, drawn, truth, marks, dismissed, id],
  );
  return {
    proposals,
    dismiss: ({ key }) => setDismissed((before) => new Set(before).add(`${id} ${key}`)),
  };
}
