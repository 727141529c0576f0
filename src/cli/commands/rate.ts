/** The command that shows the Phish Scale of lures, with its working, for each audience. */
import { type PhishScale, phishScale, writtenDifficulty } from '../../core/engine/phish-scale.ts';
import { parseScenario } from '../../core/lint/parse.ts';
import type { PhishSolution } from '../../core/scenario/format/solution.ts';
import type { Localized } from '../../core/scenario/format/text.ts';
import { argumentsOf, bothLines, painted, type Output, type RunCommand, wrong } from '../command.ts';
import { readableReport } from '../report.ts';
import { scenarioFilesAt } from '../scenario-files.ts';

/** How hard one lure is for one audience. */
interface Rating {
  readonly file: string;
  readonly message: string;
  readonly audience: string;
  readonly scale: PhishScale;
  /** What the file says; the linter reports a difference. */
  readonly written: PhishSolution['difficulty'];
}

export const run: RunCommand = async (args, output) => {
  const read = argumentsOf(args, ['json'], ['audience']);
  if (read === undefined || read.positionals.length === 0) return wrong();
  const ratings: Rating[] = [];
  let areReadable = true;
  for (const target of read.positionals) {
    const files = await scenarioFilesAt(target);
    if (files === undefined)
      return wrong(`「${target}」にシナリオがありません。`, `There is no scenario at “${target}”.`);
    for (const { file, text } of files) {
      const scenario = parseScenario(text, file);
      if (!scenario.ok) {
        areReadable = false;
        output.error(readableReport(scenario.problems, 1, output));
        continue;
      }
      ratings.push(...scenario.value.messages.flatMap(({ id, solution }) => ratingsOf(file, id, solution)));
    }
  }
  const audience = read.valueOf('audience');
  const chosen = ratings.filter((rating) => audience === undefined || rating.audience === audience);
  output.out(
    read.has('json')
      ? `${JSON.stringify(chosen, undefined, 2)}\n`
      : `${chosen.map((rating) => readable(rating, output)).join('')}${legend}`,
  );
  return areReadable ? 0 : 1;
};

function ratingsOf(
  file: string,
  message: string,
  solution: PhishSolution | { readonly truth: 'legitimate' },
): readonly Rating[] {
  if (solution.truth !== 'phish') return [];
  return solution.premise.flatMap(({ audience }) => {
    const scale = phishScale(solution, audience);
    const written = writtenDifficulty(solution, audience);
    return scale === undefined || written === undefined ? [] : [{ file, message, audience, scale, written }];
  });
}

const difficulties = {
  least: { ja: '見抜きやすい', en: 'least difficult' },
  'moderate-least': { ja: 'やや見抜きやすい', en: 'moderately to least difficult' },
  moderate: { ja: 'ふつう', en: 'moderately difficult' },
  very: { ja: 'とても見抜きにくい', en: 'very difficult' },
} as const satisfies Readonly<Record<PhishSolution['difficulty'], Localized>>;
const amounts = {
  few: { ja: '少ない（8まで）', en: 'few, up to 8' },
  some: { ja: 'やや多い（9〜14）', en: 'some, 9 to 14' },
  many: { ja: '多い（15から）', en: 'many, from 15' },
} as const satisfies Readonly<Record<PhishScale['cueCategory'], Localized>>;
const strengths = {
  weak: { ja: '弱い（10まで）', en: 'weak, up to 10' },
  medium: { ja: '中くらい（11〜17）', en: 'medium, 11 to 17' },
  strong: { ja: '強い（18から）', en: 'strong, from 18' },
} as const satisfies Readonly<Record<PhishScale['premise']['category'], Localized>>;

function readable({ file, message, audience, scale, written }: Rating, output: Output): string {
  const { cues, cueTotal, cueCategory, premise, difficulty } = scale;
  const counted = cues.map(({ cue, count }) => (count === 1 ? cue : `${cue} ×${count}`)).join(', ');
  const { process, relevance, events, consequence, exposure } = premise.elements;
  const sum = `${process} + ${relevance} + ${events} + ${consequence} − ${exposure} = ${premise.rating}`;
  const differs =
    written === difficulty
      ? ''
      : `  ${painted(`← ファイルでは ${written} / the file says ${written}`, 'red', output)}\n`;
  return [
    `${painted(`${file}: ${message}`, 'bold', output)}  [${audience}]`,
    `  ${difficulties[difficulty].ja} / ${difficulties[difficulty].en} ("${difficulty}")`,
    `  着眼点 ${cueTotal}：${amounts[cueCategory].ja} / cues: ${amounts[cueCategory].en}  (${counted})`,
    `  前提 ${sum}：${strengths[premise.category].ja} / premise: ${strengths[premise.category].en}`,
    differs,
  ].join('\n');
}

const legend = bothLines({
  ja: '前提 = 手続きの似方 + 仕事との関係 + 時事 + 応じないときの困りごと − 訓練済みの度合い（NIST TN 2276）。着眼点が少なく、前提が強いほど見抜きにくくなります。',
  en: 'Premise = process + relevance + events + consequence − exposure (NIST TN 2276). The fewer the cues and the stronger the premise, the harder it is.',
});
