/** The command that suggests clues and reassurances for messages, complete or still being written. */
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { drawable } from '../../core/propose/partial.ts';
import { promptFor } from '../../core/propose/prompt.ts';
import { modelAnswer } from '../../core/propose/model-answer.ts';
import type { Analysed } from '../../core/propose/given.ts';
import { type Grade, grades, type Proposal } from '../../core/propose/proposal.ts';
import { proposalsFor } from '../../core/propose/propose.ts';
import { contextOf, type DraftContext } from '../../core/propose/draft-context.ts';
import { readJson } from '../../core/scenario/read/read-json.ts';
import {
  argumentsOf,
  bothLines,
  painted,
  type Ending,
  type Output,
  type RunCommand,
  wrong,
} from '../command.ts';
import { readableReport } from '../report.ts';
import { organizationsIn, type ScenarioOnDisk, scenarioFilesAt } from '../scenario-files.ts';

/** A message and what is proposed for it. */
interface Proposed {
  readonly file: string;
  readonly message: string;
  readonly proposals: readonly Proposal[];
}

export const run: RunCommand = async (args, output) => {
  const read = argumentsOf(args, ['json', 'prompt'], ['message', 'world', 'answer']);
  if (read === undefined || read.positionals.length === 0) return wrong();
  const files: ScenarioOnDisk[] = [];
  for (const target of read.positionals) {
    const found = await scenarioFilesAt(target);
    if (found === undefined)
      return wrong(`「${target}」にシナリオがありません。`, `There is no scenario at “${target}”.`);
    files.push(...found);
  }
  const world = read.valueOf('world');
  const organizations = world === undefined ? undefined : await organizationsIn(world);
  const wanted = read.valueOf('message');
  const all = files.flatMap((file) =>
    messagesIn({ ...file, ...(organizations && { organizations }) }, output),
  );
  const chosen = all.filter(({ id }) => wanted === undefined || id === wanted);
  if (chosen.length === 0) {
    output.error(
      bothLines({ ja: '提案できるメッセージがありません。', en: 'There is no message to look at.' }),
    );
    return 1;
  }
  const [only, ...others] = chosen;
  const answer = read.valueOf('answer');
  if (read.has('prompt') || answer !== undefined) {
    if (only === undefined || others.length > 0)
      return wrong('--message でメッセージを1つ選んでください。', 'Choose one message with --message.');
    return answer === undefined ? prompt(only, output) : answered(only, answer, read.has('json'), output);
  }
  const proposed = chosen.map(({ file, id, analysed }): Proposed => ({
    file,
    message: id,
    proposals: proposalsFor(analysed),
  }));
  output.out(read.has('json') ? `${JSON.stringify(proposed, undefined, 2)}\n` : readable(proposed, output));
  return 0;
};

function prompt({ analysed }: Looked, output: Output): Ending {
  output.out(promptFor(analysed));
  return 0;
}

async function answered(
  { file, id, analysed }: Looked,
  answer: string,
  asJson: boolean,
  output: Output,
): Promise<Ending> {
  if (!existsSync(answer)) return wrong(`「${answer}」がありません。`, `There is no “${answer}”.`);
  const { proposals, problems } = modelAnswer(await readFile(answer, 'utf8'), analysed);
  const proposed = [{ file, message: id, proposals }];
  output.out(asJson ? `${JSON.stringify(proposed, undefined, 2)}\n` : readable(proposed, output));
  for (const problem of problems) output.error(bothLines(problem));
  return problems.length > 0 ? 1 : 0;
}

interface Looked {
  readonly file: string;
  readonly id: string;
  readonly analysed: Analysed;
}

function messagesIn({ file, text, organizations }: ScenarioOnDisk, output: Output): readonly Looked[] {
  const json = readJson(text, file);
  if (!json.ok) {
    output.error(readableReport(json.problems, 1, output));
    return [];
  }
  const context: DraftContext = contextOf(json.value);
  return context.messages.flatMap(({ id, value }) => {
    const partial = drawable(value, context.recipient, context.clock);
    if (partial === undefined) {
      output.error(
        bothLines({
          ja: `${file}「${id}」は、まだ読める形になっていません。mikiwame lint で確認してください。`,
          en: `${file} “${id}” cannot be read yet. Check it with “mikiwame lint”.`,
        }),
      );
      return [];
    }
    const { recipient, contacts } = context;
    return [{ file, id, analysed: { ...partial, recipient, contacts, organizations } }];
  });
}

const gradeNames = {
  certain: { ja: '確実', en: 'certain', colour: 'green' },
  likely: { ja: 'たぶん', en: 'likely', colour: 'yellow' },
  guess: { ja: '参考', en: 'a guess', colour: 'dim' },
} as const satisfies Readonly<Record<Grade, object>>;

function readable(all: readonly Proposed[], output: Output): string {
  const parts = all.map(({ file, message, proposals }) => {
    const lines = proposals.map(({ grade, anchor, explanation, ...rest }) => {
      const { ja, en, colour } = gradeNames[grade];
      const what = rest.kind === 'clue' ? rest.cue : '安心材料 / reassurance';
      return `  ${painted(`${ja} / ${en}`, colour, output)}  ${what}  ${JSON.stringify(anchor)}\n    ${explanation.ja}\n    ${explanation.en}`;
    });
    const counts = grades.map((grade) => proposals.filter((one) => one.grade === grade).length).join(' · ');
    return [`${painted(`${file}: ${message}`, 'bold', output)}  (${counts})`, ...lines, ''].join('\n');
  });
  return `${parts.join('\n')}${bothLines({
    ja: '提案は、正解を決めるものではありません。1つずつ確かめて使ってください。',
    en: 'Proposals decide nothing. Check each of them before you use it.',
  })}`;
}
