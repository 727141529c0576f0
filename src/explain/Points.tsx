import { use, useMemo } from 'react';
import type { Flags } from '../core/engine/answer.ts';
import { evidence } from '../core/engine/evidence.ts';
import type { Finding } from '../core/engine/finding.ts';
import { lessonsFor } from '../core/engine/debrief/lessons-for.ts';
import type { PlayedMessage } from '../core/round/played-message.ts';
import type { Message } from '../core/scenario/format/message.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage, useSentences } from '../i18n/setup.ts';
import { MarkNumber } from '../inbox/Flaggable.tsx';
import type { Mark, Marks } from '../inbox/marks.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { titleClass } from '../ui/title-class.ts';
import { authoredExplanation, type AuthoredSubject } from './authored-explanation.ts';
import { LessonShelf } from './lesson-shelf.ts';
import { PullNote } from './PullNote.tsx';
import { ReadOn } from './ReadOn.tsx';
import { useCard } from './useCard.ts';

const SenderStanding = lazyPart(() => import('../inbox/directory/SenderStanding.tsx'));

const mainPoints = 3;
const noFlags: Flags = new Map();

/** Everything there is to see in a message, without a player's answer, and the numbered marks that lead to it. */
export function usePoints(message: Message): { readonly points: readonly Point[]; readonly marks: Marks } {
  const choose = useCard('point');
  const points = useMemo(() => pointsOf(evidence(message, noFlags).findings), [message]);
  const marks = useMemo(
    (): Marks => ({ mode: 'explained', flags: noFlags, findings: marksOf(points), onChoose: choose }),
    [points, choose],
  );
  return { points, marks };
}

interface PointsProps {
  readonly played: PlayedMessage;
  readonly points: readonly Point[];
  readonly onReveal: (region: string) => void;
}

/** The points as cards, the three main ones first, then the best action and what to read on. */
export function Points({ played, points, onReveal }: PointsProps) {
  const { t } = useSentences('teach');
  const { language } = useLanguage();
  const { message, scenario, assets } = played;
  const shelf = use(LessonShelf);
  const lessons = useMemo(() => lessonsFor(points, shelf), [points, shelf]);
  const { solution } = message;
  const pull = solution.truth === 'phish' && solution.pull;
  const card = (point: Point, index: number) => {
    const [region] = point.regions;
    return (
      <li key={index} className="card" id={`point-${index + 1}`} tabIndex={-1}>
        <header>
          <MarkNumber mark={{ number: index + 1, kind: 'point' }} />
          <PointTitle subject={point.subject} />
        </header>
        <p>{pick(authoredExplanation(point.subject), language)}</p>
        {region !== undefined && (
          <button type="button" className="button small plain" onClick={() => onReveal(region)}>
            {t('reveal')}
          </button>
        )}
      </li>
    );
  };
  return (
    <>
      {message.channel === 'mail' && (
        <Loaded waiting>
          <SenderStanding message={message} scenario={scenario} assets={assets} />
        </Loaded>
      )}
      <h3>{t('points')}</h3>
      <ol className="cards">{points.slice(0, mainPoints).map(card)}</ol>
      {points.length > mainPoints && (
        <details className="rest">
          <summary>{t('more', { count: points.length - mainPoints })}</summary>
          <ol className="cards">
            {points.slice(mainPoints).map((point, index) => card(point, index + mainPoints))}
          </ol>
        </details>
      )}
      <section className="best">
        <h3>{t('best')}</h3>
        <p>{pick(solution.best.reason, language)}</p>
        <p className="lesson">{pick(solution.lesson, language)}</p>
      </section>
      {pull && (
        <Loaded>
          <PullNote pull={pull} />
        </Loaded>
      )}
      <ReadOn lessons={lessons} />
    </>
  );
}

type Point = Finding & { readonly subject: AuthoredSubject };

/** One point per fact, then whatever else the author explained. */
function pointsOf(findings: readonly Finding[]): readonly Point[] {
  const authored = findings.filter((finding): finding is Point => finding.subject.kind !== 'general');
  const facts = new Set<string>();
  const isFirst = ({ subject }: Point): boolean => {
    if (subject.kind !== 'clue') return subject.kind === 'reassurance';
    const known = facts.has(subject.clue.fact);
    facts.add(subject.clue.fact);
    return !known;
  };
  const first = authored.filter(isFirst);
  return [...first, ...authored.filter((point) => !first.includes(point))];
}

function marksOf(points: readonly Point[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const [index, { regions }] of points.entries()) {
    for (const region of regions)
      if (!marks.has(region)) marks.set(region, { number: index + 1, kind: 'point' });
  }
  return marks;
}

function PointTitle({ subject }: { readonly subject: AuthoredSubject }) {
  const { t, language } = useLanguage();
  switch (subject.kind) {
    case 'clue':
      return (
        <>
          <h4 className={titleClass(pick(subject.title, language))}>{pick(subject.title, language)}</h4>
          <span className={`tag ${subject.weight}`}>{t(`weight.${subject.weight}`)}</span>
        </>
      );
    case 'decoy':
    case 'myth':
    case 'reassurance':
      return <h4>{t(`subject.${subject.kind}`)}</h4>;
  }
}
