import { useSentences } from '../../i18n/setup.ts';
import { type Pane, panes } from './editing.ts';

interface PaneTabsProps {
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
}

/** On a narrow screen: which pane is shown. */
export function PaneTabs({ pane, onPane }: PaneTabsProps) {
  const { t } = useSentences('studio');
  return (
    <nav className="studio-pane-tabs" aria-label={t('pane.label')}>
      {panes.map((one) => (
        <button key={one} type="button" aria-pressed={one === pane} onClick={() => onPane(one)}>
          {t(`pane.${one}`)}
        </button>
      ))}
    </nav>
  );
}
