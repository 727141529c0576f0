import { type ReactNode, useId } from 'react';
import type { AskedRound } from '../../core/round/round-settings.ts';
import { rulesOf } from '../../core/round/round-settings.ts';
import { difficultyBands, roundModes } from '../../core/round/round-vocabulary.ts';
import type { ContentIndex } from '../../core/scenario/format/pack.ts';
import { languages, pick } from '../../i18n/language.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { SeedField } from './SeedField.tsx';

interface PlanFormProps {
  readonly asked: AskedRound;
  readonly packs: ContentIndex['packs'];
  readonly onAsk: (asked: AskedRound) => void;
}

const lengths = [3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 40, 60];
const shares = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 1];
const minutes = [5, 10, 15, 20, 30, 45, 60];
const marks = [50, 60, 70, 80, 90];

/** Changes of the settings: `ask` sets some, `drop` takes one out again. */
interface Asking {
  readonly asked: AskedRound;
  readonly ask: (change: AskedRound) => void;
  readonly drop: (name: keyof AskedRound) => void;
}

/** The settings of a round as a trainer chooses them. The link leaves out settings that were not changed. */
export function PlanForm({ asked, packs, onAsk }: PlanFormProps) {
  const { t } = useSentences('plan');
  const title = useId();
  const rules = rulesOf(asked);
  const asking: Asking = {
    asked,
    ask: (change) => onAsk({ ...asked, ...change }),
    drop: (name) => {
      const { [name]: _, ...rest } = asked;
      onAsk(rest);
    },
  };
  const { ask, drop } = asking;
  return (
    <section className="plan-form" aria-labelledby={title}>
      <h2 id={title}>{t('settings')}</h2>
      <div className="plan-fields">
        <ScoringFields {...asking} />
        <ScreenFields {...asking} />
      </div>
      <PackField packs={packs} {...asking} />
      <DifficultyField {...asking} />
      {rules.mode !== 'assessment' && (
        <fieldset>
          <legend>{t('help')}</legend>
          <Tick ticked={rules.hints} onTick={() => ask({ hints: !rules.hints })}>
            {t('hints')}
          </Tick>
          <Tick ticked={rules.reason} onTick={() => ask({ reason: !rules.reason })}>
            {t('reason')}
          </Tick>
        </fieldset>
      )}
      <SeedField seed={asked.seed} onSeed={(seed) => (seed === '' ? drop('seed') : ask({ seed }))} />
    </section>
  );
}

/** How the round is dealt and scored. */
function ScoringFields({ asked, ask, drop }: Asking) {
  const { t } = useSentences('plan');
  const { t: say } = useLanguage();
  const { mode, passMark } = rulesOf(asked);
  return (
    <>
      <Choice
        label={t('mode')}
        value={mode}
        options={roundModes.map((value) => ({ value, text: say(`start.mode.${value}.name`) }))}
        onChoose={(value) => ask({ mode: roundModes.find((known) => known === value) ?? mode })}
      />
      <Choice
        label={t('length')}
        value={String(asked.length ?? '')}
        options={[
          { value: '', text: t('usual') },
          ...lengths.map((value) => ({ value: String(value), text: String(value) })),
        ]}
        onChoose={(value) => (value === '' ? drop('length') : ask({ length: Number(value) }))}
      />
      <Choice
        label={t('genuine')}
        value={String(asked.genuine ?? 0.5)}
        options={shares.map((value) => ({ value: String(value), text: `${Math.round(value * 100)} %` }))}
        onChoose={(value) => ask({ genuine: Number(value) })}
      />
      <Choice
        label={t('passMark')}
        value={String(passMark ?? '')}
        options={[
          ...(mode === 'assessment' ? [] : [{ value: '', text: t('passNone') }]),
          ...marks.map((value) => ({ value: String(value), text: String(value) })),
        ]}
        onChoose={(value) => (value === '' ? drop('passMark') : ask({ passMark: Number(value) }))}
      />
      <Choice
        label={t('timer')}
        value={String((asked.timer ?? 0) / 60)}
        options={[
          { value: '0', text: t('timerNone') },
          ...minutes.map((value) => ({ value: String(value), text: String(value) })),
        ]}
        onChoose={(value) => (value === '0' ? drop('timer') : ask({ timer: Number(value) * 60 }))}
      />
    </>
  );
}

/** How the round looks. */
function ScreenFields({ asked, ask, drop }: Asking) {
  const { t } = useSentences('plan');
  return (
    <>
      <Choice
        label={t('languages')}
        value={asked.languages?.length === 1 ? (asked.languages[0] ?? '') : ''}
        options={[
          { value: '', text: t('bothLanguages') },
          { value: 'ja', text: '日本語' },
          { value: 'en', text: 'English' },
        ]}
        onChoose={(value) => {
          const chosen = languages.find((known) => known === value);
          if (chosen === undefined) drop('languages');
          else ask({ languages: [chosen] });
        }}
      />
      <Choice
        label={t('skin')}
        value={asked.skin ?? ''}
        options={[
          { value: '', text: t('usual') },
          { value: 'desktop', text: t('desktop') },
          { value: 'phone', text: t('phone') },
        ]}
        onChoose={(value) => (value === 'desktop' || value === 'phone' ? ask({ skin: value }) : drop('skin'))}
      />
    </>
  );
}

/** Whose messages are dealt. */
function PackField({ packs, asked, ask, drop }: Asking & Pick<PlanFormProps, 'packs'>) {
  const { t, language } = useSentences('plan');
  return (
    <fieldset>
      <legend>{t('packs')}</legend>
      {packs.map((pack) => (
        <Tick
          key={pack.id}
          ticked={asked.packs?.includes(pack.id) ?? false}
          onTick={() => {
            const chosen = toggled(asked.packs ?? [], pack.id);
            if (chosen.length === 0) drop('packs');
            else ask({ packs: chosen });
          }}
        >
          {pick(pack.title, language)}
        </Tick>
      ))}
      <p className="soft">{t('packIds')}</p>
    </fieldset>
  );
}

/** How hard the messages are. */
function DifficultyField({ asked, ask, drop }: Asking) {
  const { t } = useSentences('plan');
  return (
    <fieldset>
      <legend>{t('difficulty')}</legend>
      {difficultyBands.map((band) => (
        <Tick
          key={band}
          ticked={(asked.difficulty ?? difficultyBands).includes(band)}
          onTick={() => {
            const chosen = toggled(asked.difficulty ?? difficultyBands, band);
            if (chosen.length === 0 || chosen.length === difficultyBands.length) drop('difficulty');
            else ask({ difficulty: chosen });
          }}
        >
          {t(`band.${band}`)}
        </Tick>
      ))}
    </fieldset>
  );
}

const toggled = <Item,>(list: readonly Item[], item: Item): Item[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item];

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label className="plan-field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TickProps {
  readonly ticked: boolean;
  readonly onTick: () => void;
  readonly children: ReactNode;
}

function Tick({ ticked, onTick, children }: TickProps) {
  return (
    <label className="tick">
      <input type="checkbox" checked={ticked} onChange={onTick} />
      <span>{children}</span>
    </label>
  );
}
