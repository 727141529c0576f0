import { useLanguage } from '../../i18n/setup.ts';
import type { Language } from '../../i18n/language.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { SoundToggle } from '../../ui/sound/SoundToggle.tsx';
import { Brand } from './Brand.tsx';
import type { Skin } from '../../inbox/skin.ts';
import { type Theme, themes } from '../../device/settings.ts';

/** How a message of the round stands; `done` is answered, and not yet explained. */
export type MessageState = 'new' | 'open' | 'done' | 'right' | 'wrong';

/** How many messages of the round have been answered, and the mark of each. */
export interface RoundProgress {
  readonly done: number;
  readonly count: number;
  readonly marks: readonly MessageState[];
}

interface TopBarProps {
  readonly progress: RoundProgress | undefined;
  readonly language: Language;
  /** Whether the round offers this language alone. */
  readonly fixedLanguage?: boolean;
  readonly theme: Theme;
  readonly sound: boolean;
  /** Absent if no inbox is on screen. */
  readonly skin: Skin | undefined;
  readonly onSkin: (skin: Skin) => void;
  /** Absent on the settings themselves. */
  readonly onSettings: (() => void) | undefined;
  readonly onHome: (() => void) | undefined;
  /** The address of the trainers' pages, where the bar leads there. */
  readonly trainers?: string | undefined;
  readonly onLanguage: () => void;
  readonly onTheme: (theme: Theme) => void;
  readonly onSound: (sound: boolean) => void;
}

/** The game's own bar: the only part of the screen that is not the mock mail client. */
export function TopBar({
  progress,
  language,
  fixedLanguage = false,
  theme,
  sound,
  skin,
  onSkin,
  onSettings,
  onHome,
  trainers,
  onLanguage,
  onTheme,
  onSound,
}: TopBarProps) {
  const { t } = useLanguage();
  const nextTheme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
  return (
    <header className="top-bar">
      <div>
        <Brand />
        {progress && <Envelopes progress={progress} />}
        <div className="top-tools">
          {trainers !== undefined && (
            <a className="button small door" href={trainers} title={t('start.trainers')}>
              <Icon name="people" size={16} />
              <span>{t('start.trainers')}</span>
            </a>
          )}
          {skin && (
            <div className="skins">
              <Segments
                label={t('app.skin')}
                value={skin}
                onChange={onSkin}
                options={[
                  { value: 'desktop', text: t('skin.desktop') },
                  { value: 'phone', text: t('skin.phone') },
                ]}
              />
            </div>
          )}
          <button
            type="button"
            className="button small tool theme"
            aria-label={t('app.theme', { theme: t(`theme.${theme}`) })}
            title={t('app.theme', { theme: t(`theme.${theme}`) })}
            onClick={() => onTheme(nextTheme)}
          >
            <span aria-hidden="true">{theme === 'auto' ? '◐' : theme === 'light' ? '○' : '●'}</span>
          </button>
          <SoundToggle isOn={sound} onChange={onSound} />
          {onSettings && (
            <button
              type="button"
              className="button small tool"
              aria-label={t('app.settings')}
              title={t('app.settings')}
              onClick={onSettings}
            >
              <Icon name="settings" size={16} />
            </button>
          )}
          {!fixedLanguage && (
            <Segments
              label={t('app.language')}
              value={language}
              onChange={(chosen) => chosen !== language && onLanguage()}
              options={[
                { value: 'ja', text: '日本語', lang: 'ja' },
                { value: 'en', text: 'EN', lang: 'en' },
              ]}
            />
          )}
          {onHome && (
            <button type="button" className="button small home" onClick={onHome}>
              {t('app.leave')}
            </button>
          )}
        </div>
      </div>
    </header>
  );
}

/** Progress as one small envelope for each message. */
function Envelopes({ progress: { done, count, marks } }: { readonly progress: RoundProgress }) {
  const { t } = useLanguage();
  return (
    <div className="progress" role="img" aria-label={t('app.progress', { done, count })}>
      {marks.map((mark, index) => (
        <i key={index} className={`progress-mark ${mark}`} />
      ))}
      <span translate="no">{`${done} / ${count}`}</span>
    </div>
  );
}
