import { useLanguage } from '../../i18n/setup.ts';
import type { Language } from '../../i18n/language.ts';
import { Icon } from '../../ui/Icon.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { MenuButton } from '../../ui/menu/MenuButton.tsx';
import { Segments } from '../../ui/Segments.tsx';
import type { BarMenuProps } from './BarMenu.tsx';
import { Brand } from './Brand.tsx';

const BarMenu = lazyPart(() => import('./BarMenu.tsx'));

/** How a message of the round stands; `done` is answered, and not yet explained. */
export type MessageState = 'new' | 'open' | 'done' | 'right' | 'wrong';

/** How many messages of the round have been answered, and the mark of each. */
export interface RoundProgress {
  readonly done: number;
  readonly count: number;
  readonly marks: readonly MessageState[];
}

interface TopBarProps extends Omit<BarMenuProps, 'menu'> {
  readonly progress: RoundProgress | undefined;
  readonly language: Language;
  /** Whether the round offers this language alone. */
  readonly fixedLanguage?: boolean;
  /** The address of the start page; absent on itself. */
  readonly home?: string | undefined;
  /** The address of the trainers' pages, where the bar leads there. */
  readonly trainers?: string | undefined;
  readonly onLanguage: () => void;
}

/** The game's own bar: the only part of the screen that is not the mock mail client. */
export function TopBar({
  progress,
  language,
  fixedLanguage = false,
  home,
  trainers,
  onLanguage,
  ...inMenu
}: TopBarProps) {
  const { t } = useLanguage();
  return (
    <header className="top-bar">
      <div>
        <Brand home={home} />
        {progress && <Envelopes progress={progress} />}
        <div className="top-tools">
          {trainers !== undefined && (
            <a className="button small door" href={trainers} title={t('start.trainers')}>
              <Icon name="people" size={16} />
              <span>{t('start.trainers')}</span>
            </a>
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
          <MenuButton label={t('app.menu')}>{(menu) => <BarMenu menu={menu} {...inMenu} />}</MenuButton>
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
