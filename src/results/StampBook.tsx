import './stamp-book.css';
import type { PracticeParameters } from '../core/record/advice.ts';
import type { StampPage } from '../core/record/stamp-book.ts';
import type { Technique } from '../core/scenario/format/techniques.ts';
import { dateInWords } from '../i18n/number-words.ts';
import { useSentences } from '../i18n/setup.ts';

interface StampBookProps {
  readonly pages: readonly StampPage[];
  readonly onPractise: (parameters: PracticeParameters) => void;
}

/** What the seal of each technique shows: one sign for it, as the seals of a pilgrim's book have. */
const signs = {
  'look-alike-domain': '似',
  'foreign-domain': '外',
  'display-name': '名',
  'forged-sender': '偽',
  'link-text': '鎖',
  'hijacked-account': '乗',
  'device-code': '番',
  consent: '許',
  'paste-and-run': '貼',
  'drawn-window': '窓',
  'call-back': '電',
  'changed-account': '口',
  qr: '読',
  attachment: '添',
  'code-relay': '継',
  'payment-form': '払',
  'gift-card': '券',
  'channel-switch': '移',
  extortion: '脅',
  'fake-app': '機',
  'ordinary-message': '常',
} as const satisfies Record<Technique, string>;

/** The stamp book: a page for each technique with its seal and its day, faded when it is due again, or a gap. */
export default function StampBook({ pages, onPractise }: StampBookProps) {
  const { t } = useSentences('progress');
  const stamped = pages.filter(({ stampedAt }) => stampedAt !== undefined).length;
  const fading = pages.filter(({ isFading }) => isFading).length;
  return (
    <section className="insight stamp-book">
      <h2>{t('stamps.title')}</h2>
      <p>{t('stamps.lead')}</p>
      <p className="stamp-count">{t('stamps.count', { count: stamped, total: pages.length })}</p>
      <ul>
        {pages.map((page) => (
          <Page key={page.technique} page={page} />
        ))}
      </ul>
      {fading > 0 && (
        <button type="button" className="button" onClick={() => onPractise([['mode', 'practice']])}>
          {t('stamps.practise', { count: fading })}
        </button>
      )}
    </section>
  );
}

function Page({ page: { technique, stampedAt, isFading } }: { readonly page: StampPage }) {
  const { t, language } = useSentences('progress');
  const shape = technique === 'ordinary-message' ? 'square' : 'round';
  const state = stampedAt === undefined ? 'gap' : isFading ? 'fading' : 'clear';
  return (
    <li className={`stamp-page ${shape} ${state}`}>
      <span className="stamp-seal" lang="ja" aria-hidden="true">
        {stampedAt !== undefined && signs[technique]}
      </span>
      <span className="stamp-name">{t(`stamps.technique.${technique}`)}</span>
      <span className="stamp-day">
        {stampedAt === undefined ? t('stamps.gap') : dateInWords(stampedAt, language)}
      </span>
      {isFading && <span className="stamp-due">{t('stamps.due')}</span>}
    </li>
  );
}
