import { useMemo, useState } from 'react';
import type { ValueChange } from '../../core/draft/change-text.ts';
import type { ScenarioFile } from '../../core/draft/read-file.ts';
import type { OpenDraft } from '../draft/store.ts';
import { drawnMessage, surroundOf } from '../mail/drawn.ts';
import { authoredMarks, isSameMark } from '../mark/authored-marks.ts';
import { useProposals } from '../proposals/useProposals.ts';
import type { Editing, Pane, Tab } from './editing.ts';

/** What is chosen: a message, a part of it, and the mark of that part that is edited. */
interface Chosen {
  readonly index: number;
  readonly region?: string | undefined;
  readonly mark?: string | undefined;
}

/** What the panes share of a scenario. A file without messages has none to draw. */
export function useEditingValue(open: OpenDraft, file: ScenarioFile, onPane: (pane: Pane) => void): Editing {
  const [chosen, setChosen] = useState<Chosen>({ index: 0 });
  const [tab, setTab] = useState<Tab>('solution');
  const index = Math.max(0, Math.min(chosen.index, file.messages.length - 1));
  const message = file.messages[index];
  const { around } = file;
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- another message changes what is around only by its id, title and password
  const surround = useMemo(() => surroundOf(file), [around, file.messages.length]);
  const value = message?.value;
  const drawn = useMemo(
    () => message && drawnMessage(message, surround),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the same value is the same message, wherever it stands in the text
    [value, surround],
  );
  const marks = useMemo(
    () => (value === undefined ? [] : authoredMarks(value, drawn?.layout)),
    [value, drawn],
  );
  const { proposals, dismiss } = useProposals(message, drawn, surround, marks);
  const mark = marks.find(({ path }) => path.join('/') === chosen.mark);
  const lead = (changes: readonly ValueChange[]): readonly ValueChange[] =>
    changes.map((change) => ({ ...change, path: ['messages', index, ...change.path] }));
  return {
    open,
    file,
    index,
    message,
    drawn,
    surround,
    marks,
    proposals,
    dismiss,
    region: chosen.region,
    mark,
    tab,
    onTab: (next) => {
      setTab(next);
      onPane('inspector');
    },
    onRegion: (region) => {
      const on = marks.filter(({ regions }) => region !== undefined && regions.includes(region));
      const kept = on.find((one) => isSameMark(one, mark)) ?? on[0];
      setChosen({ index, region, mark: kept?.path.join('/') });
      if (region !== undefined) setTab('solution');
    },
    onMark: (path) => {
      const next = marks.find((one) => one.path.join('/') === path?.join('/'));
      setChosen({ index, region: next?.regions[0] ?? chosen.region, mark: path?.join('/') });
      setTab('solution');
    },
    onMessage: (next) => {
      setChosen({ index: next });
      onPane('mail');
    },
    change: (changes) => open.change(file.path, lead(changes)),
    type: (changes, field) => open.type(file.path, lead(changes), `${index} ${field}`),
  };
}
