import { use, useMemo, useState } from 'react';
import { answerTo, type CompleteAnswer, type Move, reasonFor } from '../../core/engine/answer.ts';
import { type Assessment, scoringOf } from '../../core/engine/assess.ts';
import type { Debrief } from '../../core/engine/debrief/debrief.ts';
import { lessonsFor } from '../../core/engine/debrief/lessons-for.ts';
import { settlingSources } from '../../core/engine/sources.ts';
import { idBeside, type PlayedMessage } from '../../core/round/played-message.ts';
import type { Message } from '../../core/scenario/format/message.ts';
import { twinOf } from '../../core/scenario/layout/twin.ts';
import { DifficultyNote } from '../../explain/DifficultyNote.tsx';
import { FindingCard, type Voices } from '../../explain/FindingCard.tsx';
import { actionLabel, verdictLabel } from '../../explain/labels.ts';
import { LessonShelf } from '../../explain/lesson-shelf.ts';
import { PullNote } from '../../explain/PullNote.tsx';
import { ReadOn } from '../../explain/ReadOn.tsx';
import { useRegionNames } from '../../explain/useRegionNames.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { DebriefWords } from './DebriefWords.tsx';
import { ScoreNote } from './ScoreNote.tsx';
import type { Entry } from './entries.ts';

const SenderStanding = lazyPart(() => import('../../inbox/directory/SenderStanding.tsx'));
const TwinView = lazyPart(() => import('../../explain/TwinView.tsx'));

interface EverythingProps {
  readonly played: PlayedMessage;
  readonly answer: CompleteAnswer;
  readonly assessment: Assessment;
  readonly debrief: Debrief;
  readonly moves: readonly Move[];
  readonly entries: readonly Entry[];
  readonly onReveal: (region: string) => void;
}

/** What a debrief tells on demand: the score in numbers, the best action, every explanation, lessons, the source. */
export function Everything({
  played,
  answer,
  assessment,
  debrief,
  moves,
  entries,
  onReveal,
}: EverythingProps) {
  const { t, language } = useLanguage();
  const { t: tell } = useSentences('debrief');
  const [voices, setVoices] = useState<Voices>('one');
  const { message } = played;
  const nameOf = useRegionNames(played.sealed);
  const { solution, channel } = message;
  const shelf = use(LessonShelf);
  const lessons = useMemo(() => lessonsFor(assessment.findings, shelf), [assessment, shelf]);
  const pull = solution.truth === 'phish' && solution.pull;
  const checked = checkedAs(message, answer, assessment);
  return (
    <>
      <p className={`truth ${assessment.truth}`}>{t(`debrief.truth.${happenedTo(assessment)}`)}</p>
      <Parts assessment={assessment} />
      <ScoreNote truth={assessment.truth} weights={scoringOf(played.pack).weights} />
      {debrief.alsoSeen.length > 0 && <p>{tell('alsoSeen', { count: debrief.alsoSeen.length })}</p>}
      {checked && <p className="soft">{tell(`first.checked.${checked}`)}</p>}
      {message.channel === 'mail' && (
        <Loaded waiting>
          <SenderStanding message={message} scenario={played.scenario} assets={played.assets} />
        </Loaded>
      )}
      <Loaded>
        <DebriefWords
          message={played.sealed}
          assessment={assessment}
          hints={answer.hints ?? 0}
          reason={reasonFor(message.id, moves)}
        />
      </Loaded>
      <section className="best">
        <h3>{t('debrief.best', { action: t(actionLabel(solution.best.action, channel)) })}</h3>
        <p>{pick(solution.best.reason, language)}</p>
      </section>
      {pull && (
        <Loaded>
          <PullNote pull={pull} />
        </Loaded>
      )}
      <Comparison played={played} moves={moves} />
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
      <div className="cards">
        {entries.map(({ number, ...told }) => (
          <FindingCard
            key={number}
            number={number}
            {...told}
            nameOf={nameOf}
            voices={voices}
            onReveal={onReveal}
          />
        ))}
      </div>
      <ReadOn lessons={lessons} />
      <DifficultyNote message={message} pack={played.pack} />
      <p className="source-note">{pick(solution.source.text, language)}</p>
    </>
  );
}

function happenedTo({ truth, verdict, channel }: Assessment) {
  const rightlyPassed = truth === 'legitimate' && verdict === 'legitimate';
  return rightlyPassed && channel !== 'mail' ? 'legitimate.genuine' : (`${truth}.${verdict}` as const);
}

/** Whether a source that can know was looked at before the answer; undefined where there is none. */
function checkedAs(message: Message, { looked }: CompleteAnswer, { checked }: Assessment) {
  if (checked) return 'settled';
  if (settlingSources(message).size === 0) return undefined;
  return looked === undefined ? 'none' : 'idle';
}

/** The button that shows the message beside its twin. Until the twin is answered, not even its existence may be revealed. */
function Comparison({ played, moves }: Pick<EverythingProps, 'played' | 'moves'>) {
  const { t } = useLanguage();
  const [comparing, setComparing] = useState(false);
  const { message, scenario, assets } = played;
  const twin = twinOf(message, scenario);
  if (twin === undefined || !answerTo(idBeside(played, twin.id), moves).submitted) return null;
  const { truth } = message.solution;
  return (
    <>
      <button type="button" className="button compare" onClick={() => setComparing(true)}>
        {t(message.channel === 'mail' ? `twins.open.${truth}` : `twins.openOther.${truth}`)}
      </button>
      {comparing && (
        <Loaded onClose={() => setComparing(false)}>
          <TwinView
            message={message}
            twin={twin}
            scenario={scenario}
            assets={assets}
            onClose={() => setComparing(false)}
          />
        </Loaded>
      )}
    </>
  );
}

function Parts({ assessment }: { readonly assessment: Assessment }) {
  const { t } = useLanguage();
  const { truth, channel, verdict, confidence, action, findings, factsFound, facts } = assessment;
  return (
    <>
      <p className="debrief-score">{t('debrief.score', { score: Math.round(assessment.score) })}</p>
      <dl className="parts">
        <Part label={t('debrief.evidence')} share={assessment.evidence}>
          {truth === 'phish'
            ? t('debrief.facts', { found: factsFound, count: facts })
            : t('debrief.falseAlarms', {
                count: findings.filter(({ outcome }) => outcome === 'falseAlarm').length,
              })}
        </Part>
        <Part label={t('debrief.judgement')} share={assessment.judgement}>
          {`${t(verdictLabel(verdict, channel))} ${Math.round(confidence * 100)}%`}
        </Part>
        <Part label={t('debrief.handling')} share={assessment.handling}>
          {t(actionLabel(action.kind, channel))}
        </Part>
      </dl>
    </>
  );
}

interface PartProps {
  readonly label: string;
  readonly share: number;
  readonly children: string;
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
