import './inspector.css';
import { problemsOf } from '../../core/draft/read-file.ts';
import { useSentences } from '../../i18n/setup.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { tabs, useEditing } from '../edit/editing.ts';
import { useStudioKeys } from '../useStudioKeys.ts';
import { PageTab } from '../page/PageTab.tsx';
import { MessageTab } from './MessageTab.tsx';
import { ProblemsTab } from './ProblemsTab.tsx';
import { SolutionTab } from './SolutionTab.tsx';
import { DeliveryTab } from '../delivery/DeliveryTab.tsx';
import { CodeTab } from './CodeTab.tsx';

/** The pane in which the chosen message, or the chosen part of it, is described. */
export function Inspector() {
  const { t } = useSentences('studio');
  const { tab, onTab, file, message } = useEditing();
  const count = problemsOf(file).length;
  useStudioKeys(Object.fromEntries(tabs.map((one, index) => [`alt+${index + 1}`, () => onTab(one)])));
  return (
    <aside className="studio-pane studio-inspector" aria-label={t('pane.inspector')}>
      <div className="studio-tabs" role="tablist" aria-label={t('tab.label')}>
        {tabs.map((one, index) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`studio-tab-${one}`}
            aria-selected={one === tab}
            aria-controls="studio-tab-panel"
            tabIndex={one === tab ? 0 : -1}
            aria-keyshortcuts={`Alt+${index + 1}`}
            title={`Alt ${index + 1}`}
            onClick={() => onTab(one)}
            onKeyDown={({ key }) => {
              const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
              const next = tabs[(index + step + tabs.length) % tabs.length];
              if (step === 0 || next === undefined) return;
              onTab(next);
              document.getElementById(`studio-tab-${next}`)?.focus();
            }}
          >
            <span>{t(`tab.${one}`)}</span>
            {one === 'problems' && count > 0 && <span className="studio-badge">{count}</span>}
          </button>
        ))}
      </div>
      <div
        id="studio-tab-panel"
        className="studio-form"
        role="tabpanel"
        aria-labelledby={`studio-tab-${tab}`}
      >
        {message === undefined ? (
          <p className="studio-empty">{t('mail.noMessage')}</p>
        ) : (
          // Its sentences and parts are loaded when needed; the other panes stay meanwhile.
          <Loaded key={tab} what="message" waiting>
            <TabPanel />
          </Loaded>
        )}
      </div>
    </aside>
  );
}

function TabPanel() {
  const { tab } = useEditing();
  switch (tab) {
    case 'message':
      return <MessageTab />;
    case 'page':
      return <PageTab />;
    case 'solution':
      return <SolutionTab />;
    case 'delivery':
      return <DeliveryTab />;
    case 'problems':
      return <ProblemsTab />;
    case 'code':
      return <CodeTab />;
  }
}
