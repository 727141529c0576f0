import { type ReactNode, useState } from 'react';
import { type Language, languages } from '../../i18n/language.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { Segments } from '../../ui/Segments.tsx';
import { sampleTone } from '../../ui/sound/sample-tone.ts';
import type { Sounding } from '../../ui/sound/sound.ts';
import type { Memory } from '../../device/memory.ts';
import { MemorySection } from './MemorySection.tsx';
import { PracticeSection } from './PracticeSection.tsx';
import { hashOf } from '../route.ts';
import { skins } from '../../inbox/skin.ts';
import { motions, type Settings, textSizes, themes } from '../../device/settings.ts';
import './settings.css';

interface SettingsScreenProps {
  readonly settings: Settings;
  readonly memory: Memory;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onLanguage: (language: Language) => void;
  /** Called when a file or a deletion has replaced the stored settings. */
  readonly onReplaced: (settings: Settings) => void;
  readonly onLeave: () => void;
}

const nativeNames = { ja: '日本語', en: 'English' } satisfies Record<Language, string>;

/** What a player may set, when to practise next, and what the device keeps. */
export default function SettingsScreen({
  settings,
  memory,
  onChange,
  onLanguage,
  onReplaced,
  onLeave,
}: SettingsScreenProps) {
  const { t: tGame } = useLanguage();
  const { t } = useSentences('settings');
  return (
    <main className="sheet settings">
      <div className="settings-head">
        <h1>{t('title')}</h1>
        <button type="button" className="button small" onClick={onLeave}>
          {tGame('app.back')}
        </button>
      </div>
      <p className="soft">{t('lead')}</p>
      <LookSection settings={settings} onChange={onChange} onLanguage={onLanguage} />
      <PlaySection settings={settings} onChange={onChange} />
      <PracticeSection memory={memory} />
      <MemorySection memory={memory} onReplaced={onReplaced} />
      {launchedByPage() && (
        <p className="settings-diagnosis">
          <a href={hashOf({ screen: 'diagnosis' })}>{t('diagnosis')}</a>
        </p>
      )}
    </main>
  );
}

type LookSectionProps = Pick<SettingsScreenProps, 'settings' | 'onChange' | 'onLanguage'>;

function LookSection({ settings, onChange, onLanguage }: LookSectionProps) {
  const { t, language } = useSentences('settings');
  return (
    <section>
      <h2>{t('look')}</h2>
      <Setting name={t('language')}>
        <Segments
          label={t('language')}
          value={language}
          onChange={(chosen) => chosen !== language && onLanguage(chosen)}
          options={languages.map((value) => ({ value, text: nativeNames[value], lang: value }))}
        />
      </Setting>
      <Setting name={t('theme')}>
        <Segments
          label={t('theme')}
          value={settings.theme}
          onChange={(theme) => onChange({ theme })}
          options={themes.map((value) => ({ value, text: t(`themes.${value}`) }))}
        />
      </Setting>
      <Setting name={t('lightMail')} note={t('lightMailNote')}>
        <Segments
          label={t('lightMail')}
          value={settings.lightMail ? 'on' : 'off'}
          onChange={(chosen) => onChange({ lightMail: chosen === 'on' })}
          options={[
            { value: 'off', text: t('lightMailOff') },
            { value: 'on', text: t('lightMailOn') },
          ]}
        />
      </Setting>
      <Setting name={t('textSize')}>
        <Segments
          label={t('textSize')}
          value={`${settings.textSize}`}
          onChange={(chosen) => onChange({ textSize: textSizes.find((size) => `${size}` === chosen) ?? 100 })}
          options={textSizes.map((size) => ({ value: `${size}`, text: t(`textSizes.${size}`) }))}
        />
      </Setting>
      <Setting name={t('motion')}>
        <Segments
          label={t('motion')}
          value={settings.motion}
          onChange={(motion) => onChange({ motion })}
          options={motions.map((value) => ({ value, text: t(`motions.${value}`) }))}
        />
      </Setting>
    </section>
  );
}

function PlaySection({ settings, onChange }: Pick<SettingsScreenProps, 'settings' | 'onChange'>) {
  const { t } = useSentences('settings');
  const [heard, setHeard] = useState<Sounding>();
  return (
    <section>
      <h2>{t('play')}</h2>
      <Setting name={t('skin')}>
        <Segments
          label={t('skin')}
          value={settings.skin}
          onChange={(skin) => onChange({ skin })}
          options={skins.map((value) => ({ value, text: t(`skins.${value}`) }))}
        />
      </Setting>
      <Setting name={t('hints')} note={t('hintsNote')}>
        <Segments
          label={t('hints')}
          value={settings.hints ? 'on' : 'off'}
          onChange={(chosen) => onChange({ hints: chosen === 'on' })}
          options={[
            { value: 'on', text: t('hintsOn') },
            { value: 'off', text: t('hintsOff') },
          ]}
        />
      </Setting>
      <Setting name={t('keys')} note={t('keysNote')}>
        <Segments
          label={t('keys')}
          value={settings.keys ? 'on' : 'off'}
          onChange={(chosen) => onChange({ keys: chosen === 'on' })}
          options={[
            { value: 'on', text: t('keysOn') },
            { value: 'off', text: t('keysOff') },
          ]}
        />
      </Setting>
      <Setting
        name={t('sound')}
        note={t(heard === 'unavailable' || heard === 'refused' ? 'soundFailed' : 'soundNote')}
      >
        <Segments
          label={t('sound')}
          value={settings.sound ? 'on' : 'off'}
          onChange={(chosen) => {
            onChange({ sound: chosen === 'on' });
            if (chosen === 'on') void sampleTone().then(setHeard, () => setHeard('refused'));
          }}
          options={[
            { value: 'off', text: t('soundOff') },
            { value: 'on', text: t('soundOn') },
          ]}
        />
      </Setting>
    </section>
  );
}

/** Whether another page holds or opened the game, as an LMS does: then its address cannot be typed. */
const launchedByPage = (): boolean => parent !== window || Boolean(window.opener);

interface SettingProps {
  readonly name: string;
  readonly note?: string;
  readonly children: ReactNode;
}

/** The name labels the choices, so that screen readers say it once. */
function Setting({ name, note, children }: SettingProps) {
  return (
    <div className="setting">
      <span aria-hidden="true">{name}</span>
      {children}
      {note !== undefined && <p className="soft">{note}</p>}
    </div>
  );
}
