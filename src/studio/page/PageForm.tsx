import { useState } from 'react';
import { certificateFor } from '../../core/draft/page-template.ts';
import { memberOf } from '../../core/draft/json.ts';
import { type Language, languages } from '../../core/scenario/format/vocabulary.ts';
import { useSentences } from '../../i18n/setup.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { BodyBlocks } from '../blocks/BodyBlocks.tsx';
import { remove, set } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';
import { LocalizedField } from '../inspector/LocalizedField.tsx';
import { TextField } from '../inspector/TextField.tsx';
import { eitherOf, wordIn, writtenIn } from '../texts/localized.ts';
import { hostFor, pagesIn, removedPage } from './page-edits.ts';
import { PagePreview } from './PagePreview.tsx';

/** One page: its address, its words, and what becomes of somebody who does what it asks. */
export function PageForm({ index }: { readonly index: number }) {
  const { t } = useSentences('studio');
  const { message, drawn, change } = useEditing();
  const [shown, setShown] = useState<Language>();
  if (message === undefined) return null;
  const page = pagesIn(message.value)[index];
  const id = wordIn(page, 'id');
  const canShow = drawn?.sealed.pages?.some((one) => one.id === id) === true;
  return (
    <>
      <div className="studio-acts" role="group" aria-label={t('page.preview')}>
        {languages.map((language) => (
          <button
            key={language}
            type="button"
            className="studio-button"
            disabled={!canShow}
            onClick={() => setShown(language)}
          >
            {t(`page.show.${language}`)}
          </button>
        ))}
      </div>
      {!canShow && <p className="studio-hint">{t('page.notDrawn')}</p>}
      <LocalizedField label={t('page.title')} path={['pages', index, 'title']} />
      <TextField label={t('page.url')} path={['pages', index, 'url']} />
      <Certificate index={index} />
      <BodyBlocks path={['pages', index, 'body']} label={t('page.body')} />
      <LocalizedField label={t('page.outcome')} path={['pages', index, 'outcome']} rows={4} />
      <LocalizedField label={t('page.firstAid')} path={['pages', index, 'firstAid']} rows={4} />
      <NextPage index={index} />
      <div className="studio-acts">
        <button
          type="button"
          className="studio-button danger"
          onClick={() => change(removedPage(message.value, index))}
        >
          {t('page.remove')}
        </button>
      </div>
      {shown !== undefined && canShow && (
        <Loaded onClose={() => setShown(undefined)}>
          <PagePreview page={id} language={shown} onClose={() => setShown(undefined)} />
        </Loaded>
      )}
    </>
  );
}

/** Whether the page is https, and whom its certificate names. */
function Certificate({ index }: { readonly index: number }) {
  const { t } = useSentences('studio');
  const { message, surround, change } = useEditing();
  const page = pagesIn(message?.value ?? null)[index];
  const certificate = memberOf(page, 'certificate');
  const path = ['pages', index, 'certificate'];
  return (
    <>
      <label className="studio-check">
        <input
          type="checkbox"
          checked={certificate !== undefined}
          onChange={({ target }) =>
            change([
              target.checked
                ? set(path, certificateFor(hostFor(wordIn(page, 'url')) ?? 'example.com', surround.clock))
                : remove(path),
            ])
          }
        />
        <span>{t('page.certificate')}</span>
      </label>
      {certificate !== undefined && (
        <>
          <TextField label={t('page.issuer')} path={[...path, 'issuer']} />
          <TextField label={t('page.names')} path={[...path, 'names', 0]} />
        </>
      )}
    </>
  );
}

/** Which page follows once this one was answered. */
function NextPage({ index }: { readonly index: number }) {
  const { t, language } = useSentences('studio');
  const { message, change } = useEditing();
  const pages = pagesIn(message?.value ?? null);
  const path = ['pages', index, 'next'];
  const next = pages.findIndex((one) => wordIn(one, 'id') === memberOf(pages[index], 'next'));
  if (pages.length < 2) return null;
  return (
    <label className="studio-field">
      <span>{t('page.next')}</span>
      <select
        value={next}
        onChange={({ target }) => {
          const id = wordIn(pages[Number(target.value)], 'id');
          change([id === '' ? remove(path) : set(path, id)]);
        }}
      >
        <option value={-1}>{t('page.noNext')}</option>
        {pages.map(
          (one, at) =>
            at !== index && (
              <option key={at} value={at}>
                {eitherOf(writtenIn(memberOf(one, 'title')), language) || wordIn(one, 'id')}
              </option>
            ),
        )}
      </select>
    </label>
  );
}
