/** The command that tells how content is balanced, and what to do where it is not. */
import { parseScenario } from '../../core/lint/parse.ts';
import { featureNameOf } from '../../core/lint/tells/feature-names.ts';
import { type TellFigure, tellsOf } from '../../core/lint/tells/tells.ts';
import { type CueId, cueIds, cues } from '../../core/scenario/format/cues.ts';
import type { Message } from '../../core/scenario/format/message.ts';
import type { Clue } from '../../core/scenario/format/solution.ts';
import { techniques } from '../../core/scenario/format/techniques.ts';
import type { Localized } from '../../core/scenario/format/text.ts';
import { channels, difficulties } from '../../core/scenario/format/vocabulary.ts';
import { isOnFace, spotOf } from '../../core/scenario/layout/spot.ts';
import { techniqueOf } from '../../core/scenario/read/technique.ts';
import { argumentsOf, bothLines, type RunCommand, wrong } from '../command.ts';
import { scenarioFilesAt } from '../scenario-files.ts';
import { canLint, lint } from './lint.ts';

/** The figures of some content, and advice. */
export interface Stats {
  readonly messages: number;
  readonly lures: number;
  readonly genuine: number;
  readonly channels: Readonly<Record<string, number>>;
  readonly difficulties: Readonly<Record<string, number>>;
  /** How often lures give each cue. */
  readonly cues: Readonly<Record<string, number>>;
  /** How many lures practise each technique. */
  readonly techniques: Readonly<Record<string, number>>;
  /** Lures whose words neither hurry, threaten nor ask for secrets. */
  readonly calmLures: number;
  readonly advice: readonly Localized[];
}

export const run: RunCommand = async (args, output) => {
  const read = argumentsOf(args, ['json']);
  if (read === undefined) return wrong();
  const targets = read.positionals.length > 0 ? read.positionals : ['content'];
  const messages: Message[] = [];
  const tells: TellFigure[] = [];
  let broken = 0;
  for (const target of targets) {
    const files = canLint(target) ? await scenarioFilesAt(target) : undefined;
    if (files === undefined)
      return wrong(`「${target}」にシナリオがありません。`, `There is no scenario at “${target}”.`);
    for (const { file, text } of files) {
      const scenario = parseScenario(text, file);
      if (scenario.ok) messages.push(...scenario.value.messages);
      else broken += 1;
    }
    const { samples } = await lint(target, (done) => output.error(`… ${done} ファイル / files\n`));
    const { single } = tellsOf(samples);
    tells.push(...single.filter(({ isTell }) => isTell));
  }
  const stats = statsOf(messages, tells);
  output.out(read.has('json') ? `${JSON.stringify(stats, undefined, 2)}\n` : readable(stats));
  if (broken === 0) return 0;
  output.error(
    bothLines({
      ja: `${broken} ファイルはエラーがあるため数えていません。mikiwame lint で確認してください。`,
      en: `${broken} files have errors and were not counted. Check them with “mikiwame lint”.`,
    }),
  );
  return 1;
};

/** Figures and advice for messages. */
export function statsOf(messages: readonly Message[], tells: readonly TellFigure[]): Stats {
  const solutions = messages.map(({ solution }) => solution);
  const lures = solutions.flatMap((solution) => (solution.truth === 'phish' ? [solution] : []));
  const counted = {
    channels: tally(
      channels,
      messages.map(({ channel }) => channel),
    ),
    difficulties: tally(
      difficulties,
      lures.map(({ difficulty }) => difficulty),
    ),
    cues: tally(
      cueIds,
      lures.flatMap(({ clues }) => [...new Set(clues.map(({ cue }) => cue))]),
    ),
    techniques: tally(
      techniques,
      messages.filter(({ solution }) => solution.truth === 'phish').map(techniqueOf),
    ),
    calmLures: lures.filter(({ clues }) => !clues.some(presses)).length,
  };
  const genuine = messages.length - lures.length;
  return {
    messages: messages.length,
    lures: lures.length,
    genuine,
    ...counted,
    advice: [
      ...balance(lures.length, genuine),
      ...spread(counted.difficulties, lures.length),
      ...calm(counted.calmLures, lures.length),
      ...coverage(counted.cues, counted.techniques, lures.length),
      ...tells.map(tellAdvice),
    ],
  };
}

const pressing: ReadonlySet<CueId> = new Set(['urgency', 'threat', 'sensitive-request']);

/** Only the message itself can hurry its reader; what a page asks for comes later. */
const presses = ({ cue, anchor }: Clue): boolean => pressing.has(cue) && isOnFace(spotOf(anchor));

const tally = <Name extends string>(
  names: readonly Name[],
  found: readonly Name[],
): Readonly<Record<string, number>> =>
  Object.fromEntries(names.map((name) => [name, found.filter((one) => one === name).length]));

// --------------------------------------------------------------------------------------------------- advice

/** Below this many messages, shares say nothing. */
const fewest = 6;

function balance(lures: number, genuine: number): readonly Localized[] {
  const all = lures + genuine;
  if (all < fewest) return [];
  const share = genuine / all;
  if (share >= 0.45 && share <= 0.6) return [];
  const [few, many] = share < 0.45 ? ([0.45, 'genuine'] as const) : ([0.6, 'lures'] as const);
  const missing = Math.max(
    1,
    many === 'genuine' ? Math.ceil((few * lures) / (1 - few) - genuine) : Math.ceil(genuine / few - all),
  );
  return many === 'genuine'
    ? [
        {
          ja: `正規のメールが${all}通中${genuine}通です。あと${missing}通足すと、「全部怪しい」と答えても得をしなくなります。`,
          en: `${genuine} of ${all} messages are genuine. Add ${missing} more, so that calling everything phish gains nothing.`,
        },
      ]
    : [
        {
          ja: `フィッシングメールが${all}通中${lures}通です。あと${missing}通足すと、「全部本物」と答えても得をしなくなります。`,
          en: `${lures} of ${all} messages are lures. Add ${missing} more, so that calling everything genuine gains nothing.`,
        },
      ];
}

function spread(counts: Readonly<Record<string, number>>, lures: number): readonly Localized[] {
  if (lures < fewest) return [];
  const very = counts['very'] ?? 0;
  const easy = (counts['least'] ?? 0) + (counts['moderate-least'] ?? 0);
  return [
    ...(very < lures / 4
      ? [
          {
            ja: `「とても見抜きにくい」が${lures}通中${very}通です。手がかりを減らすか、受け取る人の仕事に近づけて、4分の1以上にします。`,
            en: `${very} of ${lures} lures are “very difficult”. Give some fewer clues, or fit them closer to the reader’s work, to reach a quarter.`,
          },
        ]
      : []),
    ...(easy === 0
      ? [
          {
            ja: '見抜きやすいものが1通もありません。最初の1通に、手がかりの多いものを置きます。',
            en: 'No lure is easy. Let the first one have many clues.',
          },
        ]
      : []),
  ];
}

function calm(count: number, lures: number): readonly Localized[] {
  if (lures < fewest || count >= lures / 3) return [];
  return [
    {
      ja: `急がせも脅しもせず、秘密も求めないフィッシングメールは${lures}通中${count}通です。ふだんの仕事の文面のものを足し、3分の1以上にします。`,
      en: `${count} of ${lures} lures neither hurry, threaten nor ask for secrets. Add some that read like everyday work, to reach a third.`,
    },
  ];
}

function coverage(
  given: Readonly<Record<string, number>>,
  practised: Readonly<Record<string, number>>,
  lures: number,
): readonly Localized[] {
  if (lures < fewest) return [];
  const missingCues = cueIds.filter((cue) => 'nist' in cues[cue] && given[cue] === 0);
  const missingTechniques = techniques.filter((name) => name !== 'ordinary-message' && practised[name] === 0);
  return [
    ...(missingCues.length === 0
      ? []
      : [
          {
            ja: `NIST の着眼点のうち、まだ出てこないもの：${missingCues.join('、')}`,
            en: `NIST cues that no lure gives yet: ${missingCues.join(', ')}`,
          },
        ]),
    ...(missingTechniques.length === 0
      ? []
      : [
          {
            ja: `まだ練習できない手口：${missingTechniques.join('、')}`,
            en: `Techniques that no lure practises yet: ${missingTechniques.join(', ')}`,
          },
        ]),
  ];
}

function tellAdvice({ feature, auc, yes }: TellFigure): Localized {
  const name = featureNameOf(feature);
  const [more, less] = auc > 0.5 ? (['phish', 'legitimate'] as const) : (['legitimate', 'phish'] as const);
  const names = {
    phish: { ja: 'フィッシングメール', en: 'lures' },
    legitimate: { ja: '正規のメール', en: 'genuine mail' },
  } as const;
  const counts = yes === undefined ? '' : `（${yes.lures} : ${yes.genuine}）`;
  return {
    ja: `「${name.ja}」だけで見分けがつきます${counts}。${names[more].ja}に多いので、${names[less].ja}にも増やすか、${names[more].ja}で減らします。`,
    en: `“${name.en}” alone tells them apart${yes === undefined ? '' : ` (${yes.lures} : ${yes.genuine})`}. There is more of it in ${names[more].en}: add it to ${names[less].en}, or take some away.`,
  };
}

// ------------------------------------------------------------------------------------------------- in words

function readable({ messages, lures, genuine, advice, calmLures, ...counts }: Stats): string {
  const line = (ja: string, en: string, all: Readonly<Record<string, number>>): string =>
    `${ja} / ${en}: ${Object.entries(all)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}\n`;
  return [
    `メッセージ / Messages: ${messages}（フィッシング / lures ${lures}、正規 / genuine ${genuine}）\n`,
    line('経路', 'Channels', counts.channels),
    line('難易度', 'Difficulty', counts.difficulties),
    line('着眼点', 'Cues', counts.cues),
    line('手口', 'Techniques', counts.techniques),
    `落ち着いた文面のフィッシング / Calm lures: ${calmLures}\n\n`,
    advice.length === 0
      ? bothLines({ ja: '偏りは見つかりませんでした。', en: 'Nothing is out of balance.' })
      : `すること / What to do:\n${advice.map(({ ja, en }) => `- ${ja}\n  ${en}\n`).join('')}`,
  ].join('');
}
