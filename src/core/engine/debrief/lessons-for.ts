/** Chooses the lessons that a debrief offers. */
import type { CueId } from '../../scenario/format/cues.ts';
import type { Finding, Subject } from '../finding.ts';

interface Explaining {
  /** The cues that the lesson explains, the main ones first. */
  readonly cues: readonly CueId[];
}

/** A longer list would not be read. */
const most = 2;

/**
 * At most two lessons, the most relevant first: about missed clues, then about false alarms; without any, about the
 * decisive clue. Among lessons about a cue, takes the one that names it earliest.
 */
export function lessonsFor<Lesson extends Explaining>(
  findings: readonly Finding[],
  lessons: readonly Lesson[],
): readonly Lesson[] {
  return lessonsAbout(cuesToExplain(findings), lessons);
}

/**
 * At most two lessons about cues, in the order of the cues. Among lessons about a cue, takes the one that names it
 * earliest.
 */
export function lessonsAbout<Lesson extends Explaining>(
  cues: readonly CueId[],
  lessons: readonly Lesson[],
): readonly Lesson[] {
  const chosen = new Set<Lesson>();
  for (const cue of cues) {
    const best = bestFor(cue, lessons);
    if (best !== undefined && chosen.size < most) chosen.add(best);
  }
  return [...chosen];
}

function cuesToExplain(findings: readonly Finding[]): readonly CueId[] {
  const about = (wanted: (finding: Finding) => boolean): readonly CueId[] =>
    findings.filter(wanted).flatMap(({ subject }) => cueOf(subject));
  const amiss = [
    ...about(({ outcome }) => outcome === 'miss'),
    ...about(({ outcome }) => outcome === 'falseAlarm'),
  ];
  return amiss.length > 0 ? amiss : about(({ subject }) => isDecisive(subject));
}

const isDecisive = (subject: Subject): boolean => subject.kind === 'clue' && subject.weight === 'decisive';

function cueOf(subject: Subject): readonly CueId[] {
  switch (subject.kind) {
    case 'clue':
      return [subject.clue.cue];
    case 'decoy':
    case 'myth':
      return subject.decoy.cue === undefined ? [] : [subject.decoy.cue];
    case 'reassurance':
    case 'general':
      return [];
  }
}

function bestFor<Lesson extends Explaining>(cue: CueId, lessons: readonly Lesson[]): Lesson | undefined {
  const rank = ({ cues }: Lesson): number => cues.indexOf(cue);
  const [best] = lessons
    .filter(({ cues }) => cues.includes(cue))
    .toSorted((one, other) => rank(one) - rank(other));
  return best;
}
