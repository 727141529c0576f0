import './lens.css';
import './file.css';
import { Fragment, type ReactNode, useMemo, useRef, useState } from 'react';
import { nameAnatomy, typeAgrees } from '../../core/email/file/attachment.ts';
import { visible } from '../../core/email/url/look-alike.ts';
import type { LaidBlock } from '../../core/scenario/layout/blocks.ts';
import { attachmentRegion, filePartRegion } from '../../core/scenario/layout/regions.ts';
import type { Attachment } from '../../core/scenario/format/attachment.ts';
import type { Localized } from '../../core/scenario/format/text.ts';
import type { FilePart } from '../../core/scenario/format/vocabulary.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { useBackCloses } from '../../ui/dialog/back.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Body } from '../message/Body.tsx';
import { DialogInks } from '../InkPalette.tsx';
import { ClosingMarks } from './ClosingMarks.tsx';
import { fileSize } from '../../core/scenario/layout/file-size.ts';
import { Flaggable } from '../Flaggable.tsx';
import { useRegionKeys } from '../useRegionKeys.ts';

interface FileSheetProps {
  readonly attachment: Attachment;
  /** The document as drawn; empty if the file shows none. */
  readonly blocks: readonly LaidBlock[];
  /** The subject of the message that gives the password, if there is one. */
  readonly passwordIn: Localized | undefined;
  readonly assets: string;
  /** Whether the sheet explains what it shows, or only displays it. */
  readonly coaching: boolean;
  readonly onClose: () => void;
}

/** An attachment taken apart and drawn, never opened. Every file has the same rows and buttons. */
export default function FileSheet(props: FileSheetProps) {
  const { attachment, coaching, onClose } = props;
  const { t } = useLanguage();
  const { t: tFile } = useSentences('file');
  const holder = useRef<HTMLDivElement>(null);
  const { keys } = useRegionKeys(holder);
  return (
    <Dialog title={tFile('title')} closeLabel={t('app.close')} wide onClose={onClose}>
      <DialogInks />
      <ClosingMarks onClose={onClose}>
        <div ref={holder} className="file-sheet" {...keys}>
          <div>
            <Facts attachment={attachment} passwordIn={props.passwordIn} />
            {coaching && <Notes attachment={attachment} />}
          </div>
          <Preview attachment={attachment} blocks={props.blocks} assets={props.assets} />
        </div>
      </ClosingMarks>
    </Dialog>
  );
}

function Facts({ attachment, passwordIn }: Pick<FileSheetProps, 'attachment' | 'passwordIn'>) {
  const { t } = useLanguage();
  const { t: tFile, language } = useSentences('file');
  const absent = t('message.absent');
  const { id, name, type, bytes, macro, locked, holds } = attachment;
  const { inMail, inFolder, stored, extension } = useMemo(
    () => nameAnatomy(pick(name, language)),
    [name, language],
  );
  const part = (name: FilePart) => filePartRegion(id, name);
  const lock =
    passwordIn === undefined
      ? tFile('lockedWithout')
      : tFile('lockedWith', { subject: pick(passwordIn, language) });
  return (
    <dl className="file-facts">
      <Fact term={tFile('inMail')} region={attachmentRegion(id)}>
        <bdi dir="ltr" translate="no">
          {inMail}
        </bdi>
      </Fact>
      <Fact term={tFile('inFolder')} region={attachmentRegion(id)}>
        <bdi dir="ltr" translate="no" className="file-in-folder">
          {inFolder}
        </bdi>
      </Fact>
      <Fact term={tFile('stored')} region={attachmentRegion(id)}>
        <bdi dir="ltr" translate="no" className="file-stored">
          {stored}
        </bdi>
      </Fact>
      <Fact term={tFile('extension')} region={attachmentRegion(id)}>
        {extension === '' ? absent : <bdi dir="ltr" translate="no">{`.${visible(extension)}`}</bdi>}
      </Fact>
      <Fact term={tFile('part.type')} region={part('type')}>
        {tFile('typeAndSize', { type: tFile(`type.${type}`), size: fileSize(bytes) })}
      </Fact>
      <Fact term={tFile('part.macro')} region={part('macro')}>
        {macro ? tFile('present') : absent}
      </Fact>
      <Fact term={tFile('part.lock')} region={part('lock')}>
        {locked ? lock : absent}
      </Fact>
      <Fact term={tFile('part.contents')} region={part('contents')}>
        {holds === undefined
          ? absent
          : holds.map((held, index) => (
              <Fragment key={index}>
                {index > 0 && <br />}
                <bdi dir="ltr" translate="no">
                  {nameAnatomy(pick(held.name, language)).stored}
                </bdi>
                <span>{` ${tFile('heldType', { type: tFile(`type.${held.type}`) })}`}</span>
              </Fragment>
            ))}
      </Fact>
    </dl>
  );
}

interface FactProps {
  readonly term: string;
  readonly region: string;
  readonly children: ReactNode;
}

function Fact({ term, region, children }: FactProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <Flaggable region={region} ours>
          {children}
        </Flaggable>
      </dd>
    </div>
  );
}

/** What is remarkable about the file, in words. */
function Notes({ attachment }: Pick<FileSheetProps, 'attachment'>) {
  const { t } = useLanguage();
  const { t: tFile, language } = useSentences('file');
  const { name, type, macro, locked, holds = [] } = attachment;
  const {
    extension: ending,
    runs,
    tricks,
  } = useMemo(() => nameAnatomy(pick(name, language)), [name, language]);
  const extension = visible(ending);
  const programs = holds.filter((held) => nameAnatomy(pick(held.name, language)).runs).length;
  const agrees = typeAgrees(type, ending);
  const unknown = tFile(ending === '' ? 'unnamed' : 'unknown', { extension });
  const notes = [
    ...tricks.map((trick) => tFile(`trick.${trick.kind}`, { ...trick, extension })),
    ...(runs ? [tFile('runs', { extension })] : []),
    ...(agrees === 'unknown' && !runs ? [unknown] : []),
    ...(agrees === 'differs' ? [tFile('differs', { extension, type: tFile(`type.${type}`) })] : []),
    ...(macro ? [tFile('hasMacro')] : []),
    ...(locked ? [tFile('isLocked')] : []),
    ...(programs > 0 ? [tFile('holdsPrograms', { count: programs })] : []),
  ];
  return (
    <section className="file-notes">
      <h3>{t('lens.seen')}</h3>
      {notes.length === 0 && <p>{tFile('plain')}</p>}
      <ul className="lens-notes">
        {notes.map((note, index) => (
          <li key={index}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

function Preview({ attachment, blocks, assets }: Pick<FileSheetProps, 'attachment' | 'blocks' | 'assets'>) {
  const { t } = useLanguage();
  const { t: tFile, language } = useSentences('file');
  const [opened, setOpened] = useState(false);
  useBackCloses(opened, () => setOpened(false));
  const { id, preview, outcome, firstAid } = attachment;
  const said = (words: Localized | undefined, otherwise: string): string =>
    words === undefined ? otherwise : pick(words, language);
  return (
    <section className="file-preview" aria-label={tFile('preview')}>
      <p className="file-preview-title">{tFile('preview')}</p>
      <div className="file-window">
        <div
          {...(preview?.bar === undefined
            ? { className: 'file-bar' }
            : { className: 'file-bar warning', 'data-paper': 'day' })}
        >
          <Flaggable region={filePartRegion(id, 'bar')} ours={preview?.bar === undefined}>
            {said(preview?.bar, tFile('noBar'))}
          </Flaggable>
          <button type="button" className="button small" onClick={() => setOpened(!opened)}>
            {tFile(opened ? 'back' : 'try')}
          </button>
        </div>
        {opened ? (
          <div className="aftermath" role="status">
            <h3>{t('page.outcome')}</h3>
            <p>{said(outcome, tFile('usualOutcome'))}</p>
            <h3>{t('page.firstAid')}</h3>
            <p>{said(firstAid, tFile('usualFirstAid'))}</p>
          </div>
        ) : (
          <div className="file-desk">
            <div className="file-paper" data-paper="day">
              {preview === undefined ? (
                <p className="file-no-preview">{tFile('noPreview')}</p>
              ) : (
                <Body blocks={blocks} assets={assets} />
              )}
            </div>
          </div>
        )}
      </div>
    </section>
  );
}
