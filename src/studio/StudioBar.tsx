import type { ReactNode } from 'react';
import { useSentences } from '../i18n/setup.ts';
import { EyeSeal } from '../ui/EyeSeal.tsx';

interface StudioBarProps {
  /** The path to what is open, the outermost first; the last one is shown as current. */
  readonly path: readonly { readonly text: string; readonly onGo?: () => void }[];
  readonly onHome: () => void;
  /** The tools at the end of the bar. */
  readonly children: ReactNode;
}

/** The studio's bar: the seal, the tag of the room, the path and the tools. */
export function StudioBar({ path, onHome, children }: StudioBarProps) {
  const { t } = useSentences('studio');
  return (
    <header className="studio-bar">
      <button type="button" className="studio-logo" onClick={onHome} aria-label={t('home')}>
        <EyeSeal />
        <span lang="ja" translate="no">
          見極め
        </span>
      </button>
      <span className="studio-room">{t('room')}</span>
      <nav className="studio-path" aria-label={t('path')}>
        <ol>
          {path.map(({ text, onGo }, index) => (
            <li key={index} aria-current={index === path.length - 1 ? 'page' : undefined}>
              {onGo === undefined ? (
                <span translate="no">{text}</span>
              ) : (
                <button type="button" onClick={onGo}>
                  {text}
                </button>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <div className="studio-tools">{children}</div>
    </header>
  );
}
