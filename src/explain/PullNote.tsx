import '../ui/helps.css';
import type { Localized } from '../core/scenario/format/text.ts';
import { pick } from '../i18n/language.ts';
import { useSentences } from '../i18n/setup.ts';

interface PullNoteProps {
  readonly pull: Localized;
}

/** Why sensible people follow this lure. Shown whether or not this player did. */
export function PullNote({ pull }: PullNoteProps) {
  const { t, language } = useSentences('coach');
  return (
    <section className="pull">
      <h3>{t('pull')}</h3>
      <p>{pick(pull, language)}</p>
    </section>
  );
}
