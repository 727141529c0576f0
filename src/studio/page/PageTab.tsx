import './page.css';
import { useState } from 'react';
import { memberOf } from '../../core/draft/json.ts';
import { pageTemplates } from '../../core/draft/page-template.ts';
import { useSentences } from '../../i18n/setup.ts';
import { useEditing } from '../edit/editing.ts';
import { eitherOf, wordIn, writtenIn } from '../texts/localized.ts';
import { addedPage, pagesIn } from './page-edits.ts';
import { LinkRows } from './LinkRows.tsx';
import { PageForm } from './PageForm.tsx';

/** The links of the message and the mock pages behind them. */
export function PageTab() {
  const { t, language } = useSentences('studio');
  const { message, surround, change } = useEditing();
  const [chosen, setChosen] = useState(0);
  const [isAdding, setAdding] = useState(false);
  if (message === undefined) return null;
  const pages = pagesIn(message.value);
  const index = Math.min(chosen, pages.length - 1);
  return (
    <>
      <LinkRows onPage={setChosen} />
      <section className="studio-pages" aria-label={t('page.all')}>
        <h2 className="studio-heading">{t('page.all')}</h2>
        {pages.length === 0 && <p className="studio-hint">{t('page.none')}</p>}
        <div className="studio-acts">
          {pages.map((page, at) => (
            <button
              key={at}
              type="button"
              className="studio-button small"
              aria-pressed={at === index}
              onClick={() => setChosen(at)}
            >
              <span translate="no">
                {eitherOf(writtenIn(memberOf(page, 'title')), language) || wordIn(page, 'id')}
              </span>
            </button>
          ))}
          <button
            type="button"
            className="studio-button small"
            aria-expanded={isAdding}
            onClick={() => setAdding(!isAdding)}
          >
            {t('page.add')}
          </button>
        </div>
        {isAdding && (
          <ul className="studio-templates" aria-label={t('page.templates')}>
            {pageTemplates.map((one) => (
              <li key={one}>
                <button
                  type="button"
                  onClick={() => {
                    change(addedPage(message.value, one, surround.clock));
                    setChosen(pages.length);
                    setAdding(false);
                  }}
                >
                  <b>{t(`page.template.${one}.name`)}</b>
                  <small>{t(`page.template.${one}.about`)}</small>
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      {index >= 0 && <PageForm key={wordIn(pages[index], 'id')} index={index} />}
    </>
  );
}
