import type { Scenario } from '../core/scenario/format/scenario.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';

interface NoticeBoardProps {
  readonly notices: NonNullable<Scenario['notices']>;
}

/** The notices of the company, each with its day. */
export function NoticeBoard({ notices }: NoticeBoardProps) {
  const { language } = useLanguage();
  return notices.map(({ id, posted, title, text }) => (
    <article key={id} className="notice">
      <h4>
        <span>{`${pick(title, language)} `}</span>
        <time dateTime={posted}>{posted.slice(0, 10)}</time>
      </h4>
      <p>{pick(text, language)}</p>
    </article>
  ));
}
