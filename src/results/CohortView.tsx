import { useCallback, useState } from 'react';
import type { Cohort, CohortMessage, Discrimination } from '../core/record/cohort.ts';
import { csvOf } from '../core/record/csv.ts';
import type { Proportion } from '../core/record/proportion.ts';
import type { HandedResult } from '../core/record/result-code.ts';
import type { Localized } from '../core/scenario/format/text.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage, useSentences } from '../i18n/setup.ts';
import { CalibrationSection } from './charts/CalibrationSection.tsx';
import { type Asked, useAsked, useSettled } from '../ui/asked.tsx';
import { saveFile } from '../ui/leave-page.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { oneDecimal, percentOf, twoDecimals } from '../i18n/number-words.ts';
import { ScoreSpread } from './charts/ScoreSpread.tsx';
import { SkillSection } from './charts/SkillSection.tsx';

/** Titles and facts of the messages that results mention, by `catalogueKey`. */
export type Catalogue = ReadonlyMap<
  string,
  {
    readonly subject: Localized;
    /** Titles of its facts, in the scenario's order. */
    readonly facts: readonly Localized[];
  }
>;

/** The pack-and-scenario key and the message id as one key. */
export const catalogueKey = ({
  scenarioKey,
  messageKey,
}: Pick<CohortMessage, 'scenarioKey' | 'messageKey'>): string => `${scenarioKey}-${messageKey}`;

interface CohortViewProps {
  readonly cohort: Cohort;
  readonly results: readonly HandedResult[];
  readonly look: (results: readonly HandedResult[]) => Promise<Catalogue>;
}

/** The figures of a group: how many results, their spread, and what was hardest. */
export function CohortView({ cohort, results, look }: CohortViewProps) {
  const asked = useAsked(useCallback(() => look(results), [look, results]));
  return (
    <>
      <Overview cohort={cohort} />
      <Loaded onAgain={asked.again}>
        <ByMessage key={asked.attempt} cohort={cohort} asked={asked} />
      </Loaded>
    </>
  );
}

function Overview({ cohort }: Pick<CohortViewProps, 'cohort'>) {
  const { t } = useSentences('progress');
  const { passed, rounds, score } = cohort;
  return (
    <>
      <h2>{t('group.overview')}</h2>
      <p className="insight-lead said">
        {passed.total > 0
          ? t('group.sentencePassed', { results: cohort.results, total: passed.total, passed: passed.count })
          : t('group.sentence', { results: cohort.results })}
      </p>
      <dl className="group-figures">
        <div>
          <dt>{t('group.results')}</dt>
          <dd>{t('group.resultsValue', { count: cohort.results })}</dd>
        </div>
        {rounds > 0 && (
          <div>
            <dt>{t('group.rounds')}</dt>
            <dd>{rounds}</dd>
          </div>
        )}
        {passed.total > 0 && (
          <div>
            <dt>{t('group.passed')}</dt>
            <dd>{t('share', { count: passed.count, total: passed.total })}</dd>
          </div>
        )}
      </dl>
      <details className="in-detail">
        <summary>{t('inDetail')}</summary>
        <div className="insights">
          {score !== undefined && <ScoreSpread spread={score} />}
          <SkillSection heading={t('group.skill')} detection={cohort.detection} voice="group" />
          <CalibrationSection calibration={cohort.calibration} voice="group" />
        </div>
      </details>
    </>
  );
}

interface ByMessageProps {
  readonly cohort: Cohort;
  readonly asked: Asked<Catalogue>;
}

/** The messages and clues, the hardest first; by their keys until it is known what they are. */
function ByMessage({ cohort, asked }: ByMessageProps) {
  const { t, language } = useSentences('progress');
  const { t: say } = useLanguage();
  const catalogue = useSettled(asked.promise);
  const nameOf = (message: CohortMessage): string => {
    const known = catalogue?.get(catalogueKey(message));
    return known === undefined
      ? t('group.unknown', { key: catalogueKey(message) })
      : pick(known.subject, language);
  };
  const save = (): void => {
    const heads = [
      'Message',
      'Truth',
      'Answers',
      'Right',
      'Reported',
      'FalseAlarms',
      'Discrimination',
    ] as const;
    const rows = cohort.messages.map((message) => [
      nameOf(message),
      say(`verdict.${message.truth}`),
      message.right.total,
      message.right.count,
      message.reported.count,
      twoDecimals(message.falseAlarms),
      message.discrimination.kind === 'measured' ? message.discrimination.value.toFixed(2) : '',
    ]);
    saveFile('mikiwame-group.csv', 'text/csv', [
      csvOf([heads.map((head) => t(`group.csv${head}`)), ...rows]),
    ]);
  };
  return (
    <>
      <h2>{t('group.hardest')}</h2>
      <Longest
        rows={cohort.messages.map((message) => (
          <li key={`${catalogueKey(message)}-${message.truth}`}>
            <strong>{nameOf(message)}</strong>
            <Bar share={message.right} />
            <p>
              <span>{say(`verdict.${message.truth}`)}</span>
              <span>{t('group.right', numbersOf(message.right))}</span>
              <span>{t('group.reportedBy', { count: message.reported.count })}</span>
              <span>{t('group.falseAlarms', { mean: oneDecimal(message.falseAlarms) })}</span>
            </p>
            <DiscriminationWords discrimination={message.discrimination} />
          </li>
        ))}
      />
      <button type="button" className="button" onClick={save}>
        {t('group.csv')}
      </button>
      <Clues messages={cohort.messages} catalogue={catalogue} nameOf={nameOf} />
    </>
  );
}

interface CluesProps {
  readonly messages: readonly CohortMessage[];
  readonly catalogue: Catalogue | undefined;
  readonly nameOf: (message: CohortMessage) => string;
}

function Clues({ messages, catalogue, nameOf }: CluesProps) {
  const { t, language } = useSentences('progress');
  const clues = messages
    .flatMap((message) =>
      message.facts.map((fact, at) => {
        const title = catalogue?.get(catalogueKey(message))?.facts[at];
        return {
          key: `${catalogueKey(message)}-${at}`,
          title: title === undefined ? t('group.unknownClue', { number: at + 1 }) : pick(title, language),
          of: nameOf(message),
          fact,
        };
      }),
    )
    .toSorted((one, other) => one.fact.share - other.fact.share);
  return (
    <>
      <h2>{t('group.clues')}</h2>
      {clues.length === 0 ? (
        <p className="soft">{t('group.noClues')}</p>
      ) : (
        <Longest
          rows={clues.map(({ key, title, of, fact }) => (
            <li key={key}>
              <strong>{title}</strong>
              <Bar share={fact} />
              <p>
                <span>{t('group.foundBy', numbersOf(fact))}</span>
                <span>{of}</span>
              </p>
            </li>
          ))}
        />
      )}
    </>
  );
}

const shownAtOnce = 5;

/** The first rows; the rest on demand. */
function Longest({ rows }: { readonly rows: readonly React.JSX.Element[] }) {
  const { t } = useSentences('progress');
  const [all, setAll] = useState(false);
  return (
    <>
      <ol className="hardest">{all ? rows : rows.slice(0, shownAtOnce)}</ol>
      {!all && rows.length > shownAtOnce && (
        <p>
          <button type="button" className="button small" onClick={() => setAll(true)}>
            {t('group.showAll', { count: rows.length })}
          </button>
        </p>
      )}
    </>
  );
}

/** A share as a bar. The numbers stand beside it as text. */
function Bar({ share: { share } }: { readonly share: Proportion }) {
  return (
    <span className="hardest-bar" aria-hidden="true">
      <i style={{ width: `${percentOf(share)}%` }} />
    </span>
  );
}

const numbersOf = ({ count, total, share }: Proportion) => ({ count, total, percent: percentOf(share) });

/** Minimum useful discrimination index (Ebel 1965). */
const weakDiscrimination = 0.2;

function DiscriminationWords({ discrimination }: { readonly discrimination: Discrimination }) {
  const { t } = useSentences('progress');
  switch (discrimination.kind) {
    case 'notEnough':
      return <p>{t('group.discrimination.notEnough', { needed: discrimination.needed })}</p>;
    case 'noSpread':
      return <p>{t('group.discrimination.noSpread')}</p>;
    case 'measured': {
      const { value } = discrimination;
      const quality = value < 0 ? 'negative' : value < weakDiscrimination ? 'weak' : 'good';
      return <p>{t(`group.discrimination.${quality}`, { value: twoDecimals(value) })}</p>;
    }
  }
}
