import type { Finding, Subject } from '../core/engine/assess.ts';
import { fieldRegion } from '../core/scenario/layout/regions.ts';
import type { Localized } from '../core/scenario/format/text.ts';
import { channelFields } from '../core/scenario/format/vocabulary.ts';
import { type Language, otherLanguage, pick } from '../i18n/language.ts';
import { useLanguage, useSentences } from '../i18n/setup.ts';
import { MarkNumber } from '../inbox/Flaggable.tsx';
import { authoredExplanation } from './authored-explanation.ts';
import { generalExplanation } from './general-explanation.ts';
import { findingWords } from './labels.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { titleClass } from '../ui/title-class.ts';

/** Explanations in the language of the screen, or in both languages side by side. */
export type Voices = 'one' | 'both';

interface FindingCardProps {
  readonly number: number;
  readonly finding: Finding;
  readonly voices: Voices;
  readonly onReveal: (region: string) => void;
}

/** One finding: its outcome as a shape and a word, its subject, and the reason. */
export function FindingCard({ number, finding, voices, onReveal }: FindingCardProps) {
  const { t, language } = useLanguage();
  const { t: tell } = useSentences('debrief');
  const { subject, outcome, regions } = finding;
  const { tag, note } = findingWords(finding);
  const first = regions[0];
  const explanation = subject.kind === 'general' ? undefined : authoredExplanation(subject);
  const title = titleOf(subject);
  return (
    <article className={`card ${outcome}`} id={`finding-${number}`} tabIndex={-1}>
      <header>
        <MarkNumber mark={{ number, kind: outcome, word: tell(tag) }} />
        <h4 className={titleClass(title)}>{title}</h4>
        {subject.kind === 'clue' && (
          <span className={`tag ${subject.weight}`}>{t(`weight.${subject.weight}`)}</span>
        )}
        <span className={`tag outcome-${outcome}`}>{tell(tag)}</span>
      </header>
      {note !== undefined && <p className="card-note">{tell(note)}</p>}
      {explanation === undefined ? (
        <General finding={finding} />
      ) : (
        <Voice explanation={explanation} language={language} both={voices === 'both'} />
      )}
      {first !== undefined && (
        <button type="button" className="button small plain" onClick={() => onReveal(first)}>
          {t('debrief.reveal')}
        </button>
      )}
    </article>
  );

  function titleOf(about: Subject): string {
    switch (about.kind) {
      case 'clue':
        return pick(about.title, language);
      case 'decoy':
      case 'myth':
        return about.decoy.cue === undefined ? t(`subject.${about.kind}`) : t(`cue.${about.decoy.cue}`);
      case 'reassurance':
        return t('subject.reassurance');
      case 'general':
        return t('subject.general');
    }
  }
}

function General({ finding }: { readonly finding: Finding }) {
  const { t } = useLanguage();
  const field = channelFields.find((name) => finding.regions[0] === fieldRegion(name));
  if (field === undefined) return <p>{t(generalExplanation(finding))}</p>;
  return (
    <Loaded>
      <OfChannelField field={field} />
    </Loaded>
  );
}

function OfChannelField({ field }: { readonly field: (typeof channelFields)[number] }) {
  const { t } = useSentences('channels');
  return <p>{t(`general.${field}`)}</p>;
}

interface VoiceProps {
  readonly explanation: Localized;
  readonly language: Language;
  readonly both: boolean;
}

function Voice({ explanation, language, both }: VoiceProps) {
  const other = otherLanguage(language);
  return (
    <div className={both ? 'voice both' : 'voice'}>
      <p>{pick(explanation, language)}</p>
      {both && <p lang={other}>{pick(explanation, other)}</p>}
    </div>
  );
}
