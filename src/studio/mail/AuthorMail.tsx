import type { Language } from '../../core/scenario/format/vocabulary.ts';
import { LanguageContext, useSpoken } from '../../i18n/setup.ts';
import { MarksProvider } from '../../inbox/marks.tsx';
import { MessageView } from '../../inbox/message/MessageView.tsx';
import { type Skin, SkinContext } from '../../inbox/skin.ts';
import { contentRoot } from '../../packs/ahead.ts';
import { useEditing } from '../edit/editing.ts';
import type { Drawn } from './drawn.ts';
import { useAuthorMarks } from './useAuthorMarks.ts';

interface AuthorMailProps {
  readonly language: Language;
  readonly skin: Skin;
  /** Whether the marks are shown, or the mail as the player sees it. */
  readonly areShown: boolean;
  readonly drawn: Drawn;
}

/** The game's own message in one language; each part of it can be chosen. */
export function AuthorMail({ language, skin, areShown, drawn }: AuthorMailProps) {
  useSpoken(language);
  const { file, surround } = useEditing();
  const marks = useAuthorMarks(areShown);
  const pack = /^packs\/[^/]+\//.exec(file.path)?.[0] ?? '';
  return (
    <LanguageContext value={language}>
      <SkinContext value={skin}>
        <div className={skin === 'phone' ? 'stage phone' : 'stage'} lang={language}>
          <div className="reader">
            <MarksProvider marks={marks}>
              <MessageView
                message={drawn.sealed}
                scenario={surround}
                assets={`${contentRoot}${pack}assets/`}
                coaching={false}
              />
            </MarksProvider>
          </div>
        </div>
      </SkinContext>
    </LanguageContext>
  );
}
