import { type Settings, themes } from '../../device/settings.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { asked } from '../../loading/browser.ts';
import type { RoundTools } from '../../play/InboxScreen.tsx';
import { Menu, MenuCheck, MenuChoice, MenuItem } from '../../ui/menu/Menu.tsx';
import type { OpenMenu } from '../../ui/menu/MenuButton.tsx';
import { sampleTone } from '../../ui/sound/sample-tone.ts';
import { type Skin, skins } from '../../inbox/skin.ts';

/** What the bar's menu offers besides the language. */
export interface BarMenuProps {
  readonly menu: OpenMenu;
  readonly settings: Pick<Settings, 'theme' | 'sound' | 'lightMail'>;
  /** Absent if no inbox is on screen. */
  readonly skin: Skin | undefined;
  /** What belongs to the round on screen, if any. */
  readonly tools: RoundTools | undefined;
  readonly onSkin: (skin: Skin) => void;
  readonly onChange: (change: Partial<Settings>) => void;
  /** Absent on the settings themselves. */
  readonly onSettings: (() => void) | undefined;
  readonly onHome: (() => void) | undefined;
}

/** All that is seldom needed while a message is read: one menu, so that the bar stays short. */
export default function BarMenu({
  menu,
  settings: { theme, sound = false, lightMail },
  skin,
  tools,
  onSkin,
  onChange,
  onSettings,
  onHome,
}: BarMenuProps) {
  const { t: tApp } = useLanguage();
  const { t } = useSentences('settings');
  const { close } = menu;
  const closing = (choose: () => void) => (): void => {
    close();
    choose();
  };
  return (
    <Menu menu={menu}>
      {tools?.onReference && (
        <MenuItem onChoose={closing(tools.onReference)}>{tApp('reference.title')}</MenuItem>
      )}
      {tools && <MenuItem onChoose={closing(tools.onKeys)}>{t('menu.keys')}</MenuItem>}
      {tools && <hr />}
      {skin && (
        <MenuChoice
          label={t('menu.skin')}
          value={skin}
          onChoose={onSkin}
          options={skins.map((value) => ({ value, text: t(`skins.${value}`) }))}
        />
      )}
      <MenuChoice
        label={t('theme')}
        value={theme}
        onChoose={(chosen) => onChange({ theme: chosen })}
        options={themes.map((value) => ({ value, text: t(`menu.themes.${value}`) }))}
      />
      {isDark(theme) && (
        <MenuCheck isOn={lightMail} onChoose={() => onChange({ lightMail: !lightMail })}>
          {t('lightMail')}
        </MenuCheck>
      )}
      <MenuCheck
        isOn={sound}
        onChoose={() => {
          onChange({ sound: !sound });
          // The settings say what to do if nothing sounds.
          if (!sound) sampleTone().catch(() => undefined);
        }}
      >
        {t('menu.sound')}
      </MenuCheck>
      <hr />
      {onSettings && <MenuItem onChoose={closing(onSettings)}>{t('title')}</MenuItem>}
      {onHome && <MenuItem onChoose={closing(onHome)}>{tApp('app.leave')}</MenuItem>}
    </Menu>
  );
}

/** Whether the page is dark, by the setting or the device. */
const isDark = (theme: Settings['theme']): boolean =>
  theme === 'dark' ||
  (theme === 'auto' && asked(() => matchMedia('(prefers-color-scheme: dark)').matches, false));
