import type { Scenario } from '../core/scenario/format/scenario.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';

interface NoticeBoardProps {
  readonly notices: NonNullable<Scenario['notices']>;
  /** The level below the heading around it. */
  readonly heading: 'h3' | 'h4';
}

/** The notices of the company, each with its day. */
export function NoticeBoard({ notices, heading: Heading }: NoticeBoardProps) {
  const { language } = useLanguage();
  return notices.map(({ id, posted, title, text }) => (
    <article key={id} className="notice">
      <Heading>
        <span>{`${pick(title, language)} `}</span>
        <time dateTime={posted}>{posted.slice(0, 10)}</time>
      </Heading>
      <p>{pick(text, language)}</p>
    </article>
  ));
}
