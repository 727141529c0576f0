/** The command that makes a pack, a scenario or a message from the template. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { putIn } from '../../build/output-file.ts';
import { replaced, replacementFor } from '../../core/draft/change-text.ts';
import type { JsonValue } from '../../core/draft/json.ts';
import { templateKinds, templateMessage, templatePack, templateScenario } from '../../core/draft/template.ts';
import { written } from '../../core/draft/write.ts';
import { parseScenario } from '../../core/lint/parse.ts';
import { idSchema } from '../../core/scenario/format/text.ts';
import type { Localized } from '../../core/scenario/format/text.ts';
import { argumentsOf, bothLines, type Ending, type Output, type RunCommand, wrong } from '../command.ts';

export const run: RunCommand = async (args, output) => {
  const read = argumentsOf(args, [], ['content', 'template']);
  if (read === undefined) return wrong();
  const [what, ...names] = read.positionals;
  const content = read.valueOf('content') ?? 'content';
  const bad = names.slice(what === 'message' ? 1 : 0).find((name) => !idSchema.safeParse(name).success);
  if (bad !== undefined) {
    return wrong(
      `「${bad}」は id に使えません。小文字の英字で始め、英小文字、数字、ハイフンだけで書いてください。`,
      `“${bad}” cannot be an id. Use lower-case letters, digits and hyphens, starting with a letter.`,
    );
  }
  const [first, second, ...more] = names;
  if (what === 'pack' && first !== undefined && second === undefined) return newPack(content, first, output);
  if (first === undefined || second === undefined || more.length > 0) return wrong();
  if (what === 'scenario') return newScenario(content, first, second, output);
  if (what === 'message') return newMessage(first, second, read.valueOf('template') ?? 'lure', output);
  return wrong();
};

const fileText = (value: JsonValue): string => `${written(value, { indent: 0, before: 0, after: 0 })}\n`;

function refused(text: Localized, output: Output): Ending {
  output.error(bothLines(text));
  return 1;
}

const taken = (place: string): Localized => ({
  ja: `「${place}」はすでにあります。別の名前を選んでください。`,
  en: `There is already “${place}”. Choose another name.`,
});
const absent = (place: string): Localized => ({
  ja: `「${place}」がありません。`,
  en: `There is no “${place}”.`,
});

async function newPack(content: string, id: string, output: Output): Promise<Ending> {
  const folder = path.join(content, 'packs', id);
  if (existsSync(folder)) return refused(taken(folder), output);
  await mkdir(path.join(folder, 'scenarios'), { recursive: true });
  await writeFile(path.join(folder, 'pack.json'), fileText(templatePack(id, id)), { flag: 'wx' });
  await writeScenario(folder, id);
  output.out(
    `${path.join(folder, 'pack.json')}\n${path.join(folder, 'scenarios', `${id}.json`)}\n${nextSteps(folder)}`,
  );
  return 0;
}

const nextSteps = (folder: string): string =>
  bothLines({
    ja: `次に：mikiwame preview ${folder} で遊び、mikiwame lint ${folder} で確認します。`,
    en: `Next: play it with “mikiwame preview ${folder}” and check it with “mikiwame lint ${folder}”.`,
  });

async function writeScenario(folder: string, id: string): Promise<void> {
  await writeFile(path.join(folder, 'scenarios', `${id}.json`), fileText(templateScenario(id)), {
    flag: 'wx',
  });
}

async function newScenario(content: string, pack: string, id: string, output: Output): Promise<Ending> {
  const folder = path.join(content, 'packs', pack);
  const listing = path.join(folder, 'pack.json');
  const file = path.join(folder, 'scenarios', `${id}.json`);
  if (!existsSync(listing)) return refused(absent(listing), output);
  if (existsSync(file)) return refused(taken(file), output);
  const changed = withItem(await readFile(listing, 'utf8'), 'scenarios', `${id}.json`);
  if (changed === undefined) return refused(unlistable(listing, 'scenarios'), output);
  await mkdir(path.dirname(file), { recursive: true });
  await writeScenario(folder, id);
  await putIn(listing, Buffer.from(changed));
  output.out(`${file}\n${nextSteps(folder)}`);
  return 0;
}

async function newMessage(file: string, id: string, wanted: string, output: Output): Promise<Ending> {
  const kind = templateKinds.find((one) => one === wanted);
  if (kind === undefined) {
    return wrong(
      `ひな形「${wanted}」はありません。あるのは ${templateKinds.join('、')} です。`,
      `There is no template “${wanted}”. There are ${templateKinds.join(', ')}.`,
    );
  }
  if (!existsSync(file)) return refused(absent(file), output);
  const text = await readFile(file, 'utf8');
  const scenario = parseScenario(text, file);
  if (!scenario.ok) return refused(unlistable(file, 'messages'), output);
  if (scenario.value.messages.some((message) => message.id === id)) return refused(taken(id), output);
  const changed = withItem(text, 'messages', templateMessage(kind, id, scenario.value));
  if (changed === undefined) return refused(unlistable(file, 'messages'), output);
  await putIn(file, Buffer.from(changed));
  output.out(`${file}: ${id}\n`);
  return 0;
}

const unlistable = (file: string, list: string): Localized => ({
  ja: `「${file}」の "${list}" に書き足せません。mikiwame lint で確認してください。`,
  en: `Nothing can be added to "${list}" of “${file}”. Check it with “mikiwame lint”.`,
});

/** A text with one more item at the end of a list. */
function withItem(text: string, list: string, value: JsonValue): string | undefined {
  const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  const items =
    typeof parsed === 'object' && parsed !== null
      ? Object.entries(parsed).find(([key]) => key === list)
      : undefined;
  const length = Array.isArray(items?.[1]) ? items[1].length : undefined;
  if (length === undefined) return undefined;
  const change = { kind: 'insert', path: [list, length], value } as const;
  const replacement = replacementFor(text, change, { start: 0, end: text.length });
  return replacement && replaced(text, replacement);
}
