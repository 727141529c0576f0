import './start.css';
import { useMemo, useState } from 'react';
import { roundModes } from '../../core/round/round-vocabulary.ts';
import type { ContentIndex } from '../../core/scenario/format/pack.ts';
import type { RoundRecord } from '../../core/record/round-record.ts';
import { finishedScenarios } from '../../core/record/way.ts';
import type { Memory } from '../../device/memory.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { hashOf, type Route } from '../route.ts';
import { Shelves } from './Shelves.tsx';
import { WayCards } from './WayCards.tsx';

const CodeEntry = lazyPart(() => import('../pages/CodeEntry.tsx'));
const OpenedPacks = lazyPart(() => import('../opened/OpenedPacks.tsx'));
const Nudge = lazyPart(() => import('../pages/Nudge.tsx'));

interface StartShelvesProps {
  readonly content: ContentIndex;
  /** The rounds with moves on this device, as `pack/scenario`. */
  readonly begun: ReadonlySet<string>;
  readonly records: readonly RoundRecord[];
  readonly memory: Memory;
  /** Whether an LMS records what is played: then only what its course brings is played. */
  readonly isCourse?: boolean;
  readonly onGo: (route: Route) => void;
}

/** Everything the start page offers below its first way on. */
export default function StartShelves({
  content,
  begun,
  records,
  memory,
  isCourse = false,
  onGo,
}: StartShelvesProps) {
  const finished = useMemo(() => finishedScenarios(records, content), [records, content]);
  const isPlayable = content.packs.some(({ scenarios }) => scenarios.length > 0);
  return (
    <>
      {/* The reminder makes sense only after a first round. */}
      {begun.size > 0 && (
        <Loaded>
          <Nudge memory={memory} />
        </Loaded>
      )}
      {isPlayable && <WayCards content={content} finished={finished} records={records} />}
      {isPlayable && <Ways />}
      <Shelves content={content} begun={begun} finished={finished} memory={memory} />
      {!isCourse && (
        <Loaded>
          <OpenedPacks memory={memory} />
        </Loaded>
      )}
      {isPlayable && <CodeStart onGo={onGo} />}
    </>
  );
}

/** The ways to practise beside the inboxes one after the other. */
function Ways() {
  const { t: tGame } = useLanguage();
  const { t } = useSentences('start');
  return (
    <nav className="start-part" aria-labelledby="ways-title">
      <h2 id="ways-title">{t('ways')}</h2>
      <ul className="modes">
        {roundModes
          .filter((mode) => mode !== 'daily')
          .map((mode) => (
            <li key={mode}>
              <a href={hashOf({ screen: 'round', parameters: [['mode', mode]] })}>
                <strong>{tGame(`start.mode.${mode}.name`)}</strong>
                <span className="soft">{tGame(`start.mode.${mode}.about`)}</span>
              </a>
            </li>
          ))}
        <li>
          <a href={hashOf({ screen: 'progress' })}>
            <strong>{t('progress')}</strong>
            <span className="soft">{t('progressAbout')}</span>
          </a>
        </li>
      </ul>
    </nav>
  );
}

/** Folded, because most rounds start with a click or a link. */
function CodeStart({ onGo }: Pick<StartShelvesProps, 'onGo'>) {
  const { t } = useSentences('start');
  const [open, setOpen] = useState(false);
  return (
    <details className="code-start" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('code')}</summary>
      {open && (
        <Loaded waiting>
          <CodeEntry onGo={onGo} />
        </Loaded>
      )}
    </details>
  );
}
