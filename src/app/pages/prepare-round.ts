/** The parameters of a round's address → a round that can be played: settings settled, messages dealt, their inboxes fetched. */
import { isoMoment } from '../../core/scenario/read/datable.ts';
import { type CatalogueEntry, deal, type DealtPlace, type DealWeights } from '../../core/round/deal.ts';
import {
  type AskedRound,
  dealSettingsOf,
  parametersFor,
  readParameters,
  readRoundFile,
  rulesOf,
  unknownPack,
} from '../../core/round/round-settings.ts';
import { isRoundParameter } from '../../core/round/round-vocabulary.ts';
import { catalogueOf } from '../../core/scenario/read/catalogue.ts';
import type { ContentIndex } from '../../core/scenario/format/pack.ts';
import type { Outcome, Problem } from '../../core/scenario/read/problem.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import type { Localized } from '../../core/scenario/format/text.ts';
import { dealtMessage, playedPack, type Round } from '../../core/round/played-message.ts';
import { randomNumbers } from '../../loading/browser.ts';
import { assetsOf, type Packs } from '../../packs/content.ts';
import { notRead, readFailureOf } from '../../packs/read-failure.ts';
import type { Parameters } from '../route.ts';

/** Complete settings of a round: the same settings deal everybody the same messages. */
export interface SettledRound {
  readonly asked: AskedRound;
  readonly parameters: Parameters;
  /** One sentence for each invalid setting. */
  readonly mistakes: readonly Localized[];
  /** The round file that could not be read. */
  readonly missing: string | undefined;
  /** Parameters that the game does not know, such as those of trackers. */
  readonly foreign: readonly string[];
}

interface Settling {
  /** Returns a seed for an address without one. */
  readonly spareSeed: () => string;
  /** The day in Tokyo, as YYYY-MM-DD. */
  readonly today: string;
  readonly practiceWeights: () => Promise<DealWeights>;
}

/**
 * The settings of an address: those of its round file, overridden by its own. Open settings stay open. Not ok if the file could
 * not be read for a temporary reason: without it, another round would be dealt.
 */
export async function askedBy(
  parameters: Parameters,
  packs: Pick<Packs, 'roundText'>,
): Promise<Outcome<Omit<SettledRound, 'parameters'>>> {
  const name = parameters.findLast(([key]) => key === 'round')?.[1];
  const file = name === undefined ? undefined : await readFile(name, packs);
  if (file?.ok === false && isPassing(file.problems)) return file;
  const fromFile = file?.ok ? file.value : undefined;
  const own = parameters.filter(([key]) => isRoundParameter(key));
  const given = readParameters(own);
  return sound({
    asked: { ...fromFile?.asked, ...given.asked },
    mistakes: [...(fromFile?.mistakes ?? []), ...given.mistakes],
    missing: fromFile === undefined && name !== undefined ? name.slice(0, 60) : undefined,
    foreign: parameters.flatMap(([key]) => (isRoundParameter(key) || key === 'round' ? [] : [key])),
  });
}

const sound = <Value>(value: Value): Outcome<Value> => ({ ok: true, value, problems: [] });

/** Whether reading may succeed at the next attempt. */
export function isPassing(problems: readonly Problem[]): boolean {
  const failure = readFailureOf(problems);
  return failure === 'file-unreachable' || failure === 'file-late';
}

/** Reads the settings in an address and fills in the open ones, so that a reload deals the same round. */
export async function settleRound(
  parameters: Parameters,
  packs: Packs,
  settling: Settling,
): Promise<Outcome<SettledRound>> {
  const read = await askedBy(parameters, packs);
  if (!read.ok) return read;
  const { asked } = read.value;
  const mode = asked.mode ?? 'training';
  const weights =
    asked.weights ?? (mode === 'practice' ? weightsFrom(await settling.practiceWeights()) : undefined);
  const seed = asked.seed ?? (mode === 'daily' ? settling.today : settling.spareSeed());
  const settled: AskedRound = { ...asked, mode, seed, ...(weights && { weights }) };
  return sound({ ...read.value, asked: settled, parameters: parametersFor(settled) });
}

async function readFile(name: string, packs: Pick<Packs, 'roundText'>) {
  const file = `rounds/${name}.json`;
  if (!/^[a-z][a-z0-9-]{0,59}$/.test(name)) return notRead(file, 'file-missing');
  const text = await packs.roundText(name);
  return text.ok ? sound(readRoundFile(text.value, file)) : text;
}

/** Whole numbers of 0 to 9, as the address has them; what is wanted at all stays so. */
function weightsFrom({ weights }: DealWeights): number[] {
  const most = Math.max(...weights, 0);
  return weights.map((weight) => Math.ceil((most > 0 ? Math.max(0, weight) / most : 1) * 9));
}

/** A dealt round and where its messages come from. */
export interface DealtRound {
  readonly round: Round;
  readonly places: readonly DealtPlace[];
  readonly mistakes: readonly Localized[];
  /** The number of dealt messages left out because their file is invalid. */
  readonly broken: number;
}

/**
 * Deals a settled round; the same settings and content give the same messages. Not ok if a file could not be read for a temporary
 * reason, or if no message is valid.
 */
export async function dealRound(
  asked: AskedRound,
  { packs }: ContentIndex,
  from: Packs,
): Promise<Outcome<DealtRound>> {
  const known = packs.map(({ id }) => id);
  const strange = (asked.packs ?? []).filter((id) => !known.includes(id));
  const wanted = (asked.packs ?? []).filter((id) => known.includes(id));
  const chosen = dealtFrom(packs, wanted);
  const inboxes = inboxShelf(from);
  const catalogue = (
    await Promise.all(
      chosen.flatMap((pack) =>
        pack.scenarios.map(async ({ id, catalogue: lines }): Promise<readonly CatalogueEntry[]> => {
          const known = lines ?? catalogueOf((await inboxes.read(pack.id, id))?.messages ?? []);
          return known.map((line) => ({ ...line, pack: pack.id, scenario: id }));
        }),
      ),
    )
  ).flat();
  const { packs: _, ...settings } = dealSettingsOf(asked, '');
  const { places, shortage } = deal(catalogue, settings);
  const messages = await Promise.all(
    places.map(async (place) => {
      const scenario = await inboxes.read(place.pack, place.scenario);
      const pack = playedPack(place.pack, packs);
      return scenario && dealtMessage(place, scenario, { pack, assets: assetsOf(place.pack) });
    }),
  );
  const whole = messages.flatMap((message) => message ?? []);
  const problems = inboxes.problems();
  if (isPassing(problems) || (whole.length === 0 && problems.length > 0)) return { ok: false, problems };
  return sound({
    round: {
      opening: { kind: 'dealt', shortage },
      rules: rulesOf(asked),
      ...(asked.seed !== undefined && { seed: asked.seed }),
      messages: whole,
    },
    places,
    mistakes: strange.slice(0, 3).map((id) => unknownPack(id, known)),
    broken: places.length - whole.length,
  });
}

type IndexedPack = ContentIndex['packs'][number];

/** The packs a round is dealt from. If it names none that exists: all but those that want to be named, or all if only such are there. */
function dealtFrom(packs: readonly IndexedPack[], wanted: readonly string[]): readonly IndexedPack[] {
  const named = packs.filter(({ id }) => wanted.includes(id));
  const open = packs.filter(({ dealt }) => dealt !== 'named');
  return [named, open, packs].find(({ length }) => length > 0) ?? [];
}

/** Reads each scenario once. Undefined if it is missing or invalid. */
function inboxShelf(packs: Packs) {
  const known = new Map<string, Promise<Scenario | undefined>>();
  /** The problems of the files that could not be used, temporary ones first. */
  let problems: readonly Problem[] = [];
  const readOnce = async (pack: string, scenario: string): Promise<Scenario | undefined> => {
    const outcome = await packs.scenario(pack, scenario);
    if (outcome.ok) return outcome.value;
    problems = isPassing(outcome.problems)
      ? [...outcome.problems, ...problems]
      : [...problems, ...outcome.problems];
    return undefined;
  };
  return {
    read: (pack: string, scenario: string): Promise<Scenario | undefined> => {
      const key = `${pack}/${scenario}`;
      const reading = known.get(key) ?? readOnce(pack, scenario);
      known.set(key, reading);
      return reading;
    },
    problems: () => problems,
  };
}

/** The day in Tokyo at a moment, milliseconds since 1970; Japan has had no summer time since 1951. */
export const dayInTokyo = (now: number): string => isoMoment(now + 9 * 3_600_000).slice(0, 10);

/** Six random letters and digits, without those that sound or look alike. */
export function spareSeed(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return randomNumbers(6)
    .map((number) => letters.charAt(number % letters.length))
    .join('');
}
