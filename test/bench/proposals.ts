/** How right the proposals are on the shipped messages, whose solutions are known. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placedSolution, regionsOf } from '../../src/core/engine/placed-solution.ts';
import { parsePack, parseScenario, parseWorld } from '../../src/core/lint/parse.ts';
import { type Grade, grades, type Proposal } from '../../src/core/propose/proposal.ts';
import { proposalsFor } from '../../src/core/propose/propose.ts';
import { place } from '../../src/core/scenario/layout/place.ts';
import { layOut } from '../../src/core/scenario/layout/regions.ts';
import type { Anchor } from '../../src/core/scenario/format/anchor.ts';
import type { CueId } from '../../src/core/scenario/format/cues.ts';
import type { Message } from '../../src/core/scenario/format/message.ts';
import type { Scenario } from '../../src/core/scenario/format/scenario.ts';
import { type KnownOrganization, knownOrganizations } from '../../src/core/scenario/world/organizations.ts';
import { worldFileOf } from '../../src/core/scenario/world/world-file.ts';

/** A proposal and whether it is right: a clue of a lure at a place of one of its clues; a reassurance of genuine mail. */
export interface Judged {
  readonly proposal: Proposal;
  readonly message: Message;
  readonly isRight: boolean;
}

/** The figures of one grade. */
export interface GradeFigures {
  readonly grade: Grade;
  readonly made: number;
  readonly right: number;
  /** Made in genuine messages, where no clue is right. */
  readonly inGenuine: number;
}

/** What the proposals are worth. */
export interface ProposalFigures {
  readonly messages: number;
  readonly byGrade: readonly GradeFigures[];
  /** Clues that follow from headers, addresses and files: written by authors, and found at their place by a clue of any grade. */
  readonly technical: {
    readonly written: number;
    readonly found: number;
    readonly missed: readonly string[];
  };
  readonly reassurances: { readonly made: number; readonly right: number };
  readonly judged: readonly Judged[];
  /** Milliseconds for one message. */
  readonly longest: number;
}

/** Cues that technique alone can show. */
const technicalCues: ReadonlySet<CueId> = new Set([
  'attachment-type',
  'sender-address',
  'link-target',
  'domain-spoofing',
  'reply-to-mismatch',
  'failed-authentication',
]);

/** Measures the proposals for every message of a content folder. */
export function proposalFigures(content: string): ProposalFigures {
  const all = scenariosIn(content).flatMap(({ scenario, organizations }) =>
    scenario.messages.map((message) => figuresOf(message, scenario, organizations)),
  );
  const judged = all.flatMap((one) => one.judged);
  const clues = judged.filter(({ proposal }) => proposal.kind === 'clue');
  const soothing = judged.filter(({ proposal }) => proposal.kind === 'reassurance');
  const written = all.flatMap((one) => one.technical);
  return {
    messages: all.length,
    byGrade: grades.map((grade) => {
      const made = clues.filter(({ proposal }) => proposal.grade === grade);
      return {
        grade,
        made: made.length,
        right: made.filter(({ isRight }) => isRight).length,
        inGenuine: made.filter(({ message }) => message.solution.truth === 'legitimate').length,
      };
    }),
    technical: {
      written: written.length,
      found: written.filter(({ isFound }) => isFound).length,
      missed: written.filter(({ isFound }) => !isFound).map(({ name }) => name),
    },
    reassurances: { made: soothing.length, right: soothing.filter(({ isRight }) => isRight).length },
    judged,
    longest: Math.max(...all.map(({ time }) => time)),
  };
}

function figuresOf(message: Message, scenario: Scenario, organizations: readonly KnownOrganization[]) {
  const { solution, ...sealed } = message;
  const start = performance.now();
  const proposals = proposalsFor({
    message: sealed,
    recipient: scenario.recipient,
    contacts: scenario.directory,
    organizations,
    unsaid: new Set(),
  });
  const time = performance.now() - start;
  const layout = layOut(sealed);
  const regionsAt = (anchor: Anchor): readonly string[] => {
    const found = place(anchor, layout);
    return found.found ? found.regions : [];
  };
  const placed = placedSolution(message);
  const guilty = new Set(placed.facts.flatMap(({ clues }) => clues).flatMap(regionsOf));
  const judged = proposals.map((proposal): Judged => ({
    proposal,
    message,
    isRight:
      proposal.kind === 'reassurance'
        ? solution.truth === 'legitimate'
        : regionsAt(proposal.anchor).some((region) => guilty.has(region)),
  }));
  const proposed = new Set(
    proposals.flatMap(({ kind, anchor }) => (kind === 'clue' ? regionsAt(anchor) : [])),
  );
  const technical = (solution.truth === 'phish' ? solution.clues : [])
    .filter(({ cue }) => technicalCues.has(cue))
    .map(({ id, cue, anchor }) => ({
      name: `${scenario.id}/${message.id}/${id} ${cue} ${JSON.stringify(anchor)}`,
      isFound: regionsAt(anchor).some((region) => proposed.has(region)),
    }));
  return { judged, technical, time };
}

function scenariosIn(content: string) {
  const packs = readdirSync(join(content, 'packs'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return packs.flatMap(({ name }) => {
    const folder = join(content, 'packs', name);
    const pack = parsePack(readFileSync(join(folder, 'pack.json'), 'utf8'), 'pack.json');
    if (!pack.ok) throw new Error(`${name}: pack.json`);
    const file = worldFileOf(pack.value);
    const world =
      file === undefined ? undefined : parseWorld(readFileSync(join(content, file), 'utf8'), file);
    const organizations = world?.ok === true ? knownOrganizations(world.value) : [];
    return pack.value.scenarios.map((scenario) => {
      const read = parseScenario(readFileSync(join(folder, 'scenarios', scenario), 'utf8'), scenario);
      if (!read.ok) throw new Error(`${name}: ${scenario}`);
      return { scenario: read.value, organizations };
    });
  });
}
