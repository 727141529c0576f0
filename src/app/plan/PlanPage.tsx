import { minutesFor } from '../../core/round/minutes.ts';
import './plan.css';
import { useCallback, useId, useState } from 'react';
import { type AskedRound, parametersFor } from '../../core/round/round-settings.ts';
import type { ContentIndex } from '../../core/scenario/format/pack.ts';
import type { Outcome } from '../../core/scenario/read/problem.ts';
import { titleOf } from '../../core/scenario/layout/headline.ts';
import { verdictLabel } from '../../explain/labels.ts';
import { pick } from '../../i18n/language.ts';
import { useFailureWords, useLanguage, useSentences } from '../../i18n/setup.ts';
import type { Packs } from '../../packs/content.ts';
import { Arrived, useAsked } from '../../ui/asked.tsx';
import { copyText, saveFile } from '../../ui/leave-page.ts';
import { PlanForm } from './PlanForm.tsx';
import { dayInTokyo, dealRound, type DealtRound, spareSeed } from '../pages/prepare-round.ts';
import { ReadScreen } from '../pages/ReadScreen.tsx';
import { queryOf, type Route } from '../route.ts';
import { TrainersNav } from '../shell/TrainersNav.tsx';

interface PlanPageProps {
  readonly packs: Packs;
  readonly onGo: (route: Route) => void;
}

/** Lets a trainer choose the settings of a round and copy its link or save its file. */
export default function PlanPage({ packs, onGo }: PlanPageProps) {
  return (
    <ReadScreen asked={useAsked(packs.index)} onLeave={() => onGo({ screen: 'start' })}>
      {(content) => <Plan content={content} packs={packs} onGo={onGo} />}
    </ReadScreen>
  );
}

interface PlanProps {
  readonly content: ContentIndex;
  readonly packs: Packs;
  readonly onGo: (route: Route) => void;
}

function Plan({ content, packs, onGo }: PlanProps) {
  const { t } = useSentences('plan');
  const [asked, setAsked] = useState<AskedRound>(() => ({ mode: 'training', seed: spareSeed() }));
  const [today] = useState(() => dayInTokyo(Date.now()));
  const example = asked.mode === 'daily' ? today : 'example';
  const dealt = useAsked(
    useCallback(
      () => dealRound({ ...asked, seed: asked.seed ?? example }, content, packs),
      [asked, example, content, packs],
    ),
  );
  const parameters = parametersFor(asked);
  const { origin, pathname } = location;
  const link = `${origin}${pathname}?${queryOf(parameters)}`;
  return (
    <main className="sheet plan">
      <TrainersNav current="plan" />
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <div className="plan-columns">
        <PlanForm asked={asked} packs={content.packs} onAsk={setAsked} />
        <div>
          <Arrived asked={dealt} waiting={<p>{t('loading')}</p>}>
            {(outcome) => <PlannedDeal dealt={outcome} asked={asked} onAgain={dealt.again} />}
          </Arrived>
          <TakeAway link={link} asked={asked} onTry={() => onGo({ screen: 'round', parameters })} />
        </div>
      </div>
    </main>
  );
}

interface PlannedDealProps {
  readonly dealt: Outcome<DealtRound>;
  readonly asked: AskedRound;
  readonly onAgain: () => void;
}

/** The messages of the round with their truth, for trainers only. */
function PlannedDeal({ dealt, asked, onAgain }: PlannedDealProps) {
  const { t, language } = useSentences('plan');
  const { t: round } = useSentences('round');
  const { t: say } = useLanguage();
  const title = useId();
  const failure = useFailureWords();
  const messages = dealt.ok ? dealt.value.round.messages : [];
  const phish = messages.filter(({ message }) => message.solution.truth === 'phish').length;
  const opening = dealt.ok ? dealt.value.round.opening : undefined;
  const shortage = opening?.kind === 'dealt' ? opening.shortage : undefined;
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{t('deals')}</h2>
      <div role="status">
        {dealt.ok && shortage?.kind !== 'nothing' && (
          <p>
            {t('counts', {
              count: messages.length,
              phish,
              genuine: messages.length - phish,
              minutes: minutesFor(messages.length),
            })}
          </p>
        )}
        {shortage && <p className="shortage">{round(`shortage.${shortage.kind}`, { ...shortage })}</p>}
        {!dealt.ok && dealt.problems[0] && (
          <>
            <p>{pick(dealt.problems[0].text, language)}</p>
            <button type="button" className="button small" onClick={onAgain}>
              {failure('again')}
            </button>
          </>
        )}
      </div>
      {asked.mode === 'practice' ? (
        <p className="soft">{t('practiceVaries')}</p>
      ) : (
        asked.seed === undefined && (
          <p className="soft">{t(asked.mode === 'daily' ? 'dailyVaries' : 'varies')}</p>
        )
      )}
      <table className="planned">
        <thead>
          <tr>
            <th scope="col">{t('message')}</th>
            <th scope="col">{t('truth')}</th>
            <th scope="col">{t('level')}</th>
          </tr>
        </thead>
        <tbody>
          {messages.map(({ message, message: { solution }, scenario }) => (
            <tr key={message.id}>
              <td>
                <span translate="no">{pick(titleOf(message), language)}</span>
                <span className="soft">{pick(scenario.title, language)}</span>
              </td>
              <td>{say(verdictLabel(solution.truth, message.channel))}</td>
              <td>{solution.truth === 'phish' ? say(`difficulty.is.${solution.difficulty}`) : t('none')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface TakeAwayProps {
  readonly link: string;
  readonly asked: AskedRound;
  readonly onTry: () => void;
}

function TakeAway({ link, asked, onTry }: TakeAwayProps) {
  const { t } = useSentences('plan');
  const [copied, setCopied] = useState<{ readonly link: string; readonly done: boolean }>();
  const copy = async (): Promise<void> => {
    // If the clipboard is forbidden, the link can still be selected by hand.
    setCopied({ link, done: await copyText(link) });
  };
  return (
    <section className="take-away">
      <label className="plan-field">
        <span>{t('link')}</span>
        <input
          type="text"
          readOnly
          spellCheck={false}
          value={link}
          onFocus={(event) => event.target.select()}
        />
      </label>
      <div className="dialog-actions">
        <button type="button" className="button main" onClick={() => void copy()}>
          {t('copy')}
        </button>
        <button type="button" className="button" onClick={() => save(asked)}>
          {t('save')}
        </button>
        <button type="button" className="button" onClick={onTry}>
          {t('try')}
        </button>
      </div>
      <p role="status" className="soft">
        {copied?.link === link && t(copied.done ? 'copied' : 'copyFailed')}
      </p>
      <p className="soft">{t('saveHelp')}</p>
    </section>
  );
}

/** Hands the settings to the browser as a file. */
function save(asked: AskedRound): void {
  const text = `${JSON.stringify({ $schema: '../schema/round.schema.json', format: 1, ...asked }, null, 2)}\n`;
  saveFile('round.json', 'application/json', [text]);
}
