/** The least that the stack costs: twenty rows of one fetched file, drawn with all the libraries of the app. */
import i18next from 'i18next';
import { LazyMotion, m } from 'framer-motion';
import { createRoot } from 'react-dom/client';
import { initReactI18next, useTranslation } from 'react-i18next';
import { create } from 'zustand';
import type { Row } from '../row.ts';

const useOpen = create<{ readonly open: number | undefined }>(() => ({ open: undefined }));

function List({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation();
  const open = useOpen((state) => state.open);
  return (
    <main>
      <h1>{t('folder.inbox')}</h1>
      <ul className="rows">
        {rows.map(({ from, subject, time }, index) => (
          <m.li key={index} initial={{ opacity: 0 }} animate={{ opacity: 1 }}>
            <button
              type="button"
              className="row"
              aria-current={open === index}
              onClick={() => useOpen.setState({ open: index })}
            >
              <b>{from}</b> <time>{time}</time> <span>{subject}</span>
            </button>
          </m.li>
        ))}
      </ul>
    </main>
  );
}

/** Loaded at the first touch, as in the app: nobody waits for it, so it must not raise the floor. */
const features = async () => {
  await new Promise((resolve) => addEventListener('pointerup', resolve, { once: true, capture: true }));
  return (await import('./motion-features.ts')).domAnimation;
};
const response = await fetch('rows.json');
const rows: readonly Row[] = await response.json();
await i18next
  .use(initReactI18next)
  .init({ lng: 'ja', resources: { ja: { translation: { folder: { inbox: '受信トレイ' } } } } });
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <LazyMotion features={features} strict>
    <List rows={rows} />
  </LazyMotion>,
);
