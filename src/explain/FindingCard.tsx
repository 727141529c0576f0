import { Fragment, type ReactNode } from 'react';
import type { Finding, Subject } from '../core/engine/assess.ts';
import { fieldRegion } from '../core/scenario/layout/regions.ts';
import { channelFields } from '../core/scenario/format/vocabulary.ts';
import { type Language, otherLanguage, pick } from '../i18n/language.ts';
import { useLanguage, useSentences } from '../i18n/setup.ts';
import { MarkNumber } from '../inbox/Flaggable.tsx';
import { authoredExplanation } from './authored-explanation.ts';
import { firstSentence } from './first-sentence.ts';
import { generalExplanation } from './general-explanation.ts';
import { findingWords } from './labels.ts';
import { breakableInFlow } from '../ui/breakable.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { titleClass } from '../ui/title-class.ts';

/** Explanations in the language of the screen, or in both languages side by side. */
export type Voices = 'one' | 'both';

interface FindingCardProps {
  /** The number of its mark, where it has one. */
  readonly number?: number | undefined;
  readonly finding: Finding;
  /** Others that the card is about too: of the same fact, or with the same explanation. */
  readonly also?: readonly Finding[];
  /** Names a region, where the card has several places. */
  readonly nameOf?: ((region: string) => string | undefined) | undefined;
  readonly voices: Voices;
  /** Whether it leaves out what the player's own flag said, as its tag tells, and with something below it all but one sentence. */
  readonly brief?: boolean;
  /** Below the explanation. */
  readonly children?: ReactNode;
  readonly onReveal: (region: string) => void;
}

/** One finding: its outcome as a shape and a word above its subject, and the reason. */
export function FindingCard({
  number,
  finding,
  also,
  nameOf,
  voices,
  brief = false,
  children,
  onReveal,
}: FindingCardProps) {
  const { t, language } = useLanguage();
  const { t: tell } = useSentences('debrief');
  const { subject, outcome } = finding;
  const { tag, note } = findingWords(finding);
  const said = saidOf([finding, ...(also ?? [])]);
  const title = titleOf(subject);
  // A card by itself stands below the outcome, a numbered one below the heading of all.
  const Heading = number === undefined ? 'h3' : 'h4';
  return (
    <article
      className={`card ${outcome}`}
      id={number === undefined ? undefined : `finding-${number}`}
      tabIndex={-1}
    >
      <header className="card-head">
        <p className="chips">
          {number !== undefined && <MarkNumber mark={{ number, kind: outcome, word: tell(tag) }} />}
          {subject.kind === 'clue' && (
            <span className={`tag ${subject.weight}`}>{t(`weight.${subject.weight}`)}</span>
          )}
          <span className={`tag outcome-${outcome}`}>{tell(tag)}</span>
        </p>
        <Heading className={titleClass(title)}>{breakableInFlow(title)}</Heading>
      </header>
      {note !== undefined && !brief && <p className="card-note">{tell(note)}</p>}
      {said.map(([one, ...same]) => (
        <Fragment key={keyOf(one)}>
          <Reason
            finding={one}
            language={language}
            both={voices === 'both'}
            isShort={brief && Boolean(children)}
          />
          {children}
          <Places findings={[one, ...same]} nameOf={nameOf} onReveal={onReveal} />
        </Fragment>
      ))}
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
        return firstSentence(pick(about.reassurance.explanation, language), language);
      case 'general':
        return t('subject.general');
    }
  }
}

/** A finding, and others about which the same is said. */
type Said = readonly [Finding, ...(readonly Finding[])];

/** The findings of a card by what is said about them, so that it is said once. */
function saidOf(findings: Said): readonly Said[] {
  const known = new Map<string, Said>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const before = known.get(key);
    known.set(key, before === undefined ? [finding] : [...before, finding]);
  }
  return [...known.values()];
}

const keyOf = ({ subject }: Finding): string =>
  JSON.stringify(subject.kind === 'general' ? subject.regionKind : authoredExplanation(subject));

interface PlacesProps extends Pick<FindingCardProps, 'nameOf' | 'onReveal'> {
  readonly findings: Said;
}

/** Leads to each place of what is said; several are told apart by their names. */
function Places({ findings, nameOf, onReveal }: PlacesProps) {
  const { t } = useLanguage();
  const places = [...new Set(findings.flatMap(({ regions }) => regions.slice(0, 1)))];
  const link = (region: string, name: string): ReactNode => (
    <button type="button" className="button small plain" onClick={() => onReveal(region)}>
      {name}
    </button>
  );
  const [first, ...others] = places;
  if (first === undefined) return null;
  if (others.length === 0) return link(first, t('debrief.reveal'));
  return (
    <ul className="card-places" aria-label={t('debrief.reveal')}>
      {places.map((region) => (
        <li key={region}>{link(region, nameOf?.(region) ?? t('debrief.reveal'))}</li>
      ))}
    </ul>
  );
}

interface ReasonProps {
  readonly finding: Finding;
  readonly language: Language;
  readonly both: boolean;
  /** Whether the first sentence is enough. */
  readonly isShort: boolean;
}

/** The explanation; of a reassurance without its first sentence, which is the title. */
function Reason({ finding, language, both, isShort }: ReasonProps) {
  const { subject } = finding;
  if (subject.kind === 'general') return <General finding={finding} />;
  const explanation = authoredExplanation(subject);
  const other = otherLanguage(language);
  const whole = pick(explanation, language);
  const first = firstSentence(whole, language);
  const rest = whole.slice(first.length).trim();
  const text = subject.kind === 'reassurance' ? rest : isShort ? first : whole;
  return (
    <div className={both ? 'voice both' : 'voice'}>
      {text !== '' && <p>{breakableInFlow(text)}</p>}
      {both && <p lang={other}>{breakableInFlow(pick(explanation, other))}</p>}
    </div>
  );
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
