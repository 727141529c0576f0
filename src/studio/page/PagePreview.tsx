import { useState } from 'react';
import type { Language } from '../../core/scenario/format/vocabulary.ts';
import { LanguageContext, useSpoken } from '../../i18n/setup.ts';
import { MarksProvider } from '../../inbox/marks.tsx';
import { contentRoot } from '../../packs/ahead.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { useEditing } from '../edit/editing.ts';
import { useAuthorMarks } from '../mail/useAuthorMarks.ts';

const MockBrowser = lazyPart(() => import('../../inbox/inspect/MockBrowser.tsx'));

interface PagePreviewProps {
  /** The id of the page to begin with. */
  readonly page: string;
  readonly language: Language;
  readonly onClose: () => void;
}

/** A page in the game's own mock browser; a press on a part of it leads to its mark. */
export function PagePreview({ page, language, onClose }: PagePreviewProps) {
  const { file, drawn, surround } = useEditing();
  const marks = useAuthorMarks(true);
  const [open, setOpen] = useState(page);
  useSpoken(language);
  const pages = drawn?.sealed.pages ?? [];
  const shown = pages.find(({ id }) => id === open);
  if (drawn === undefined || shown === undefined) return null;
  const pack = /^packs\/[^/]+\//.exec(file.path)?.[0] ?? '';
  return (
    <LanguageContext value={language}>
      <MarksProvider marks={marks}>
        <MockBrowser
          page={shown}
          pages={pages}
          blocks={drawn.layout.pages.get(shown.id) ?? []}
          scenario={surround}
          assets={`${contentRoot}${pack}assets/`}
          coaching={false}
          onPage={setOpen}
          onClose={onClose}
        />
      </MarksProvider>
    </LanguageContext>
  );
}
