import { use, useMemo, useState } from 'react';
import { answerTo, type CompleteAnswer, reasonFor } from '../../core/engine/answer.ts';
import { assess, type Finding, scoringOf } from '../../core/engine/assess.ts';
import { debriefOf } from '../../core/engine/debrief.ts';
import { lessonsFor } from '../../core/engine/lessons-for.ts';
import { twinOf } from '../../core/scenario/layout/twin.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { type Mark, type Marks, MarksProvider } from '../../inbox/marks.tsx';
import { MessageView } from '../../inbox/message/MessageView.tsx';
import { Rise } from '../../ui/motion.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { DebriefWords } from './DebriefWords.tsx';
import { FirstSight } from './FirstSight.tsx';
import { DifficultyNote } from '../../explain/DifficultyNote.tsx';
import { FindingCard, type Voices } from '../../explain/FindingCard.tsx';
import { actionLabel, findingWords, verdictLabel } from '../../explain/labels.ts';
import { LessonShelf } from '../../explain/lesson-shelf.ts';
import { idBeside, type PlayedMessage } from '../../core/round/played-message.ts';
import { PullNote } from '../../explain/PullNote.tsx';
import type { Game } from '../store.ts';
import { ReadOn } from '../../explain/ReadOn.tsx';
import { useCard } from '../../explain/useCard.ts';
import { useGame } from '../useGame.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';

const TwinView = lazyPart(() => import('../../explain/TwinView.tsx'));

interface DebriefScreenProps {
  readonly game: Game;
  readonly played: PlayedMessage;
  readonly answer: CompleteAnswer;
  /** Whether every message has been answered. */
  readonly last: boolean;
  readonly onNext: () => void;
}

/** The message again with numbered marks, and every finding explained beside it. */
export default function DebriefScreen({ game, played, answer, last, onNext }: DebriefScreenProps) {
  const { t, language } = useLanguage();
  const { t: tell } = useSentences('debrief');
  const [open, setOpen] = useState(false);
  const [voices, setVoices] = useState<Voices>('one');
  const [reveal, setReveal] = useState<{ readonly region: string }>();
  const [comparing, setComparing] = useState(false);
  const moves = useGame(game, (state) => state.moves);
  const { message: full, sealed: message, scenario, assets } = played;
  const assessment = useMemo(() => assess(full, answer, scoringOf(played.pack)), [full, answer, played.pack]);
  const numbered = useMemo(() => numberFindings(assessment.findings), [assessment]);
  const debrief = useMemo(() => debriefOf(full, assessment), [full, assessment]);
  const findings = useMemo(() => {
    const shown = open ? numbered : numbered.filter(({ finding }) => isShownAtFirst(finding));
    return marksOf(shown, debrief.deciding, (finding) => tell(findingWords(finding).tag));
  }, [numbered, open, debrief, tell]);
  const { solution } = full;
  const pull = solution.truth === 'phish' && solution.pull;
  const choose = useCard('finding');
  const marks = useMemo(
    (): Marks => ({
      mode: 'explained',
      flags: answer.flags,
      findings,
      onChoose: choose,
    }),
    [answer.flags, findings, choose],
  );
  const shelf = use(LessonShelf);
  const lessons = useMemo(() => lessonsFor(assessment.findings, shelf), [assessment, shelf]);
  const twin = twinOf(full, scenario);
  // Until the twin is answered, not even its existence may be revealed.
  const comparable =
    twin !== undefined && answerTo(idBeside(played, twin.id), moves).submitted ? twin : undefined;
  const main = mainOf(numbered);
  const rest = numbered.filter((entry) => !main.includes(entry));
  const card = ({ number, finding }: Numbered, order: number) => (
    <Rise key={number} order={order}>
      <FindingCard
        number={number}
        finding={finding}
        voices={voices}
        onReveal={(region) => setReveal({ region })}
      />
    </Rise>
  );
  const { channel } = message;
  const rightlyPassed = assessment.truth === 'legitimate' && assessment.verdict === 'legitimate';
  const happened =
    rightlyPassed && channel !== 'mail'
      ? 'legitimate.genuine'
      : (`${assessment.truth}.${assessment.verdict}` as const);

  return (
    <div className="debrief">
      <MarksProvider marks={marks}>
        <div className="reader">
          <MessageView message={message} scenario={scenario} assets={assets} coaching reveal={reveal} />
        </div>
      </MarksProvider>
      <aside className="findings" aria-label={t('debrief.title')}>
        <FirstSight
          message={full}
          answer={answer}
          assessment={assessment}
          debrief={debrief}
          onReveal={(region) => setReveal({ region })}
        />
        <details
          className="everything"
          open={open}
          onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
        >
          <summary>{tell('first.fold')}</summary>
          <p className={`truth ${assessment.truth}`}>{t(`debrief.truth.${happened}`)}</p>
          <dl className="parts">
            <Part label={t('debrief.evidence')} share={assessment.evidence}>
              {assessment.truth === 'phish'
                ? t('debrief.facts', { found: assessment.factsFound, count: assessment.facts })
                : t('debrief.falseAlarms', {
                    count: assessment.findings.filter(({ outcome }) => outcome === 'falseAlarm').length,
                  })}
            </Part>
            <Part label={t('debrief.judgement')} share={assessment.judgement}>
              {`${t(verdictLabel(assessment.verdict, channel))} ${Math.round(assessment.confidence * 100)}%`}
            </Part>
            <Part label={t('debrief.handling')} share={assessment.handling}>
              {t(actionLabel(assessment.action.kind, channel))}
            </Part>
          </dl>
          {debrief.alsoSeen.length > 0 && <p>{tell('alsoSeen', { count: debrief.alsoSeen.length })}</p>}
          <Loaded>
            <DebriefWords
              message={message}
              assessment={assessment}
              hints={answer.hints ?? 0}
              reason={reasonFor(message.id, moves)}
            />
          </Loaded>
          <section className="best">
            <h3>{t('debrief.best', { action: t(actionLabel(solution.best.action, channel)) })}</h3>
            <p>{pick(solution.best.reason, language)}</p>
          </section>
          <div className="voices">
            <Segments
              label={t('debrief.voices')}
              value={voices}
              onChange={setVoices}
              options={[
                { value: 'one', text: t('debrief.oneLanguage') },
                { value: 'both', text: t('debrief.bothLanguages') },
              ]}
            />
          </div>
          <div className="cards">{main.map(card)}</div>
          {/* After the decisive points, which should be visible at once. */}
          {pull && (
            <Loaded>
              <PullNote pull={pull} />
            </Loaded>
          )}
          {comparable && (
            <button type="button" className="button compare" onClick={() => setComparing(true)}>
              {t(channel === 'mail' ? `twins.open.${solution.truth}` : `twins.openOther.${solution.truth}`)}
            </button>
          )}
          {rest.length > 0 && (
            <details className="rest">
              <summary>{t('debrief.rest', { count: rest.length })}</summary>
              <div className="cards">{rest.map(card)}</div>
            </details>
          )}
          <ReadOn lessons={lessons} />
          <DifficultyNote message={full} pack={played.pack} />
          <p className="source-note">{pick(solution.source.text, language)}</p>
        </details>
        <div className="debrief-next">
          <button type="button" className="button main" onClick={onNext}>
            {t(last ? 'game.showResult' : 'debrief.next')}
          </button>
        </div>
      </aside>
      {comparing && comparable && (
        <Loaded onClose={() => setComparing(false)}>
          <TwinView
            message={full}
            twin={comparable}
            scenario={scenario}
            assets={assets}
            onClose={() => setComparing(false)}
          />
        </Loaded>
      )}
    </div>
  );
}

interface Numbered {
  readonly number: number;
  readonly finding: Finding;
}

const numberFindings = (findings: readonly Finding[]): readonly Numbered[] =>
  findings.map((finding, index) => ({ number: index + 1, finding }));

const mainPoints = 3;

/**
 * The points that teach most about this answer, one per fact, always including false alarms. The others are folded
 * away.
 */
function mainOf(numbered: readonly Numbered[]): readonly Numbered[] {
  const facts = new Set<string>();
  const teaching = numbered.filter(({ finding: { outcome, subject } }) => {
    if (subject.kind !== 'clue') return outcome === 'falseAlarm' || subject.kind === 'reassurance';
    const known = facts.has(subject.clue.fact);
    facts.add(subject.clue.fact);
    return !known;
  });
  const costly = teaching.find(({ finding }) => finding.outcome === 'falseAlarm');
  const first = teaching.slice(0, mainPoints);
  if (costly === undefined || first.includes(costly)) return first;
  return [...first.slice(0, mainPoints - 1), costly];
}

/** What is marked before everything is asked for: clues, what speaks for the message, and the player's own flags. */
const isShownAtFirst = ({ subject, flagged }: Finding): boolean =>
  flagged || subject.kind === 'clue' || subject.kind === 'reassurance';

/** One mark per region. The more important finding comes first and wins. */
function marksOf(
  numbered: readonly Numbered[],
  deciding: Finding | undefined,
  wordFor: (finding: Finding) => string,
): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const { number, finding } of numbered) {
    for (const region of finding.regions) {
      if (marks.has(region)) continue;
      marks.set(region, {
        number,
        kind: finding.outcome,
        word: wordFor(finding),
        lit: deciding?.regions.includes(region) === true,
      });
    }
  }
  return marks;
}

interface PartProps {
  readonly label: string;
  readonly share: number;
  readonly children: React.ReactNode;
}

function Part({ label, share, children }: PartProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="part-points">{Math.round(share * 100)}</span>
        <span className="soft">{children}</span>
      </dd>
    </div>
  );
}
