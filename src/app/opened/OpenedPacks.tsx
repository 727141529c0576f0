import './opened.css';
import { useEffect, useId, useRef, useState } from 'react';
import { packFileEnding } from '../../core/packaging/bounds.ts';
import type { Memory } from '../../device/memory.ts';
import { pick } from '../../i18n/language.ts';
import { useSentences } from '../../i18n/setup.ts';
import type { OpenedPack } from '../../packs/opened-shelf.ts';
import { useSettled } from '../../ui/asked.tsx';
import { hashOf, type Route } from '../route.ts';
import { calendarDay } from '../settings/calendar-day.ts';
import { OpenedNews } from './OpenedNews.tsx';
import { useOpenedPacks } from './useOpenedPacks.ts';
import { FileInput } from '../../ui/FileInput.tsx';

/** Packs that the player opened from files, marked as such, and the button that opens one. A file may also be dropped anywhere. */
export default function OpenedPacks({ memory }: { readonly memory: Memory }) {
  const { t } = useSentences('opened');
  const work = useOpenedPacks(memory);
  const packs = useSettled(work.packs.promise) ?? [];
  const isOver = useDrop(work.open);
  const input = useId();
  const place = useRef<HTMLDivElement>(null);
  return (
    <section className="start-part opened" data-over={isOver} aria-labelledby={`${input}-title`}>
      <h2 id={`${input}-title`}>{t('title')}</h2>
      {packs.length > 0 && (
        <ul className="opened-packs">
          {packs.map((pack) => (
            <Pack
              key={pack.listed.id}
              pack={pack}
              onRemove={() => {
                work.remove(pack);
                // Its button goes, and must not take the focus with it.
                place.current?.focus();
              }}
            />
          ))}
        </ul>
      )}
      <div className="opened-way">
        <label className="button file-button" htmlFor={input}>
          <span>{t('open')}</span>
          <FileInput id={input} accept={`${packFileEnding},.zip`} onFile={work.open} />
        </label>
        <p className="soft">{isOver ? t('drop') : t('about')}</p>
      </div>
      <div ref={place} tabIndex={-1} role="status" className="opened-news">
        {work.told && (
          <OpenedNews
            told={work.told}
            fileName={work.fileName}
            onKeep={work.keep}
            onForget={() => {
              work.forget();
              place.current?.focus();
            }}
          />
        )}
      </div>
    </section>
  );
}

interface PackProps {
  readonly pack: OpenedPack;
  readonly onRemove: () => void;
}

function Pack({ pack: { listed, fileName, openedAt }, onRemove }: PackProps) {
  const { t, language } = useSentences('opened');
  const title = pick(listed.title, language);
  return (
    <li className="opened-pack">
      <p className="opened-mark">{t('mark')}</p>
      <h3>{title}</h3>
      <p className="soft">{pick(listed.description, language)}</p>
      <ul className="opened-parts">
        {partsOf(listed).map(({ route, title: part, kind, count }) => (
          <li key={hashOf(route)}>
            <a href={hashOf(route)}>{pick(part, language)}</a>
            <span className="soft">{kind === 'inbox' ? t('inbox', { count }) : t(kind)}</span>
          </li>
        ))}
      </ul>
      <p className="opened-foot">
        <span className="soft">{t('from', { file: fileName, day: calendarDay(openedAt) })}</span>
        <button
          type="button"
          className="button small"
          aria-label={t('removeThis', { title })}
          onClick={onRemove}
        >
          {t('remove')}
        </button>
      </p>
    </li>
  );
}

interface Part {
  readonly route: Route;
  readonly title: OpenedPack['listed']['title'];
  readonly kind: 'inbox' | 'drill' | 'lesson';
  /** Of messages. */
  readonly count: number;
}

const partsOf = ({ id: pack, scenarios, drills = [], lessons }: OpenedPack['listed']): readonly Part[] => [
  ...scenarios.map(({ id, title, messages }): Part => ({
    route: { screen: 'play', pack, scenario: id },
    title,
    kind: 'inbox',
    count: messages,
  })),
  ...drills.map(({ id, title }): Part => ({
    route: { screen: 'drill', pack, drill: id },
    title,
    kind: 'drill',
    count: 0,
  })),
  ...lessons.map(({ id, title }): Part => ({
    route: { screen: 'lesson', pack, lesson: id },
    title,
    kind: 'lesson',
    count: 0,
  })),
];

/** Takes a file that is dropped anywhere on the page. Returns whether one is being dragged over it. */
function useDrop(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useRef(onFile);
  useEffect(() => {
    take.current = onFile;
  }, [onFile]);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      // The page refuses all other drops, at the window.
      event.stopPropagation();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      take.current(file);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return isOver;
}
