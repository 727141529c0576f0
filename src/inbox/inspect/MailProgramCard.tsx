import { type Language, otherLanguage } from '../../i18n/language.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';

/** Menu items from the first to the last to choose, as the mail program words them. */
type Path = Readonly<Record<Language, readonly string[]>>;

/** Menus as vendors and Japanese providers document them (checked in 2026). */
const programs = [
  {
    id: 'gmail',
    name: { ja: 'Gmail（ブラウザー）', en: 'Gmail (in a browser)' },
    path: { ja: ['その他（⋮）', 'メッセージのソースを表示'], en: ['More (⋮)', 'Show original'] },
  },
  {
    id: 'outlook-classic',
    name: { ja: '従来のOutlook(Windows)', en: 'Classic Outlook (Windows)' },
    path: {
      ja: ['ファイル', 'プロパティ', 'インターネット ヘッダー'],
      en: ['File', 'Properties', 'Internet headers'],
    },
  },
  {
    id: 'outlook',
    name: { ja: '新しいOutlook', en: 'New Outlook' },
    path: {
      ja: ['その他（…）', '表示', 'メッセージのソースを表示'],
      en: ['More (…)', 'View', 'View message source'],
    },
  },
  {
    id: 'apple-mail',
    name: { ja: 'メール（Mac）', en: 'Apple Mail (Mac)' },
    path: { ja: ['表示', 'メッセージ', 'すべてのヘッダ'], en: ['View', 'Message', 'All Headers'] },
  },
  {
    id: 'thunderbird',
    name: { ja: 'Thunderbird', en: 'Thunderbird' },
    path: { ja: ['その他', 'ソースを表示'], en: ['More', 'View Source'] },
  },
  {
    id: 'roundcube',
    name: { ja: 'Roundcube', en: 'Roundcube' },
    path: { ja: ['その他', 'ソースを表示'], en: ['More', 'Show source'] },
  },
  {
    id: 'yahoo-japan',
    name: { ja: 'Yahoo!メール', en: 'Yahoo! JAPAN Mail' },
    path: { ja: ['詳細ヘッダー'], en: ['詳細ヘッダー'] },
  },
  {
    id: 'outlook-express',
    name: { ja: 'Outlook Express', en: 'Outlook Express' },
    path: {
      ja: ['メールを右クリック', 'プロパティ', '詳細'],
      en: ['Right-click the message', 'Properties', 'Details'],
    },
  },
] as const satisfies readonly {
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly path: Path;
}[];

/** Where real mail programs show headers, in the words of their menus in both languages. */
export default function MailProgramCard({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useLanguage();
  const { t: tHeaders } = useSentences('headers');
  const other = otherLanguage(language);
  return (
    <Dialog title={tHeaders('mailProgram.title')} closeLabel={t('app.close')} onClose={onClose}>
      <div className="programs">
        <p>{tHeaders('mailProgram.lead')}</p>
        <table>
          <thead>
            <tr>
              <th scope="col">{tHeaders('mailProgram.program')}</th>
              <th scope="col">{tHeaders('mailProgram.path')}</th>
            </tr>
          </thead>
          <tbody>
            {programs.map(({ id, name, path }) => (
              <tr key={id}>
                <th scope="row">{name[language]}</th>
                <td>
                  <MenuPath labels={path[language]} language={language} />
                  <p className="programs-note">{tHeaders(`mailProgram.note.${id}`)}</p>
                  {path[other].join() !== path[language].join() && (
                    <p className="programs-other">
                      <span>{`${tHeaders('mailProgram.otherPath')} `}</span>
                      <MenuPath labels={path[other]} language={other} />
                    </p>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{tHeaders('mailProgram.phone')}</p>
        <p className="programs-look">{tHeaders('mailProgram.look')}</p>
        <p className="soft">{tHeaders('mailProgram.ask')}</p>
      </div>
    </Dialog>
  );
}

function MenuPath({ labels, language }: { readonly labels: readonly string[]; readonly language: Language }) {
  return (
    <span className="menu-path" lang={language}>
      {labels.map((label, index) => (
        <span key={label}>
          {index > 0 && <span>{' → '}</span>}
          <b>{label}</b>
        </span>
      ))}
    </span>
  );
}
