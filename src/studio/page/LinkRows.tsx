import { memberOf } from '../../core/draft/json.ts';
import { useSentences } from '../../i18n/setup.ts';
import { addedLink } from '../blocks/new-block.ts';
import { remove, set } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';
import { TextField } from '../inspector/TextField.tsx';
import { eitherOf, wordIn, writtenIn } from '../texts/localized.ts';
import { linksIn, pagesIn } from './page-edits.ts';

/** The links of the message: where each goes, and which page opens behind it. */
export function LinkRows({ onPage }: { readonly onPage: (index: number) => void }) {
  const { t, language } = useSentences('studio');
  const { message, change } = useEditing();
  if (message === undefined) return null;
  const [links, pages] = [linksIn(message.value), pagesIn(message.value)];
  return (
    <section className="studio-links" aria-label={t('link.all')}>
      <h2 className="studio-heading">{t('link.all')}</h2>
      {links.length === 0 && <p className="studio-hint">{t('link.none')}</p>}
      {links.map((link, index) => {
        const number = index + 1;
        const page = pages.findIndex((one) => wordIn(one, 'id') === memberOf(link, 'page'));
        return (
          <div key={index} className="studio-link" role="group" aria-label={t('link.name', { number })}>
            <TextField label={t('link.url', { number })} path={['links', index, 'url']} />
            <label className="studio-field">
              <span>{t('link.opens', { number })}</span>
              <select
                value={page}
                onChange={({ target }) => {
                  const next = Number(target.value);
                  const id = wordIn(pages[next], 'id');
                  change([id === '' ? remove(['links', index, 'page']) : set(['links', index, 'page'], id)]);
                  if (next >= 0) onPage(next);
                }}
              >
                <option value={-1}>{t('link.nothing')}</option>
                {pages.map((one, at) => (
                  <option key={at} value={at}>
                    {eitherOf(writtenIn(memberOf(one, 'title')), language) || wordIn(one, 'id')}
                  </option>
                ))}
              </select>
            </label>
          </div>
        );
      })}
      <div className="studio-acts">
        <button
          type="button"
          className="studio-button small"
          onClick={() => change(addedLink(message.value, 'https://example.com/').changes)}
        >
          {t('link.add')}
        </button>
      </div>
    </section>
  );
}
