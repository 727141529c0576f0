/**
 * npm run fidelity -- FOLDER: how far the format carries the mails of a folder. Without a folder, those of our own corpus.
 * faithful: every word, link and box has a block of its own; rough: all content, but a box, a table or a picture inside the
 * mail became something simpler; impossible: something that a player would judge is gone, such as a form or a link.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importMail } from '../src/core/eml/import-mail.ts';
import type { Loss } from '../src/core/eml/draft/loss.ts';
import { messageDraft } from '../src/core/eml/draft/scenario-draft.ts';
import { targetsOf } from '../src/core/eml/mail-body.ts';
import { corpus } from './fixtures/mails/corpus.ts';
import { decode } from './fixtures/mails/decode.ts';

const classes = ['faithful', 'rough', 'impossible', 'not read'] as const;
type Class = (typeof classes)[number];

const simpler: ReadonlySet<Loss> = new Set(['nesting', 'columns', 'table', 'picture']);

async function classOf(source: Uint8Array): Promise<{ readonly class: Class; readonly why: string }> {
  const found = await importMail(source, decode);
  if (found.kind !== 'imported') return { class: 'not read', why: found.kind };
  const { mail } = found.anonymous;
  const { message, losses } = messageDraft(mail, 'mail');
  const text = JSON.stringify(message);
  const lost = targetsOf(mail.body.blocks).filter(
    (url) => !text.includes(JSON.stringify(url.slice(0, 2_000))),
  );
  if (lost.length > 0) return { class: 'impossible', why: `link ${lost[0]}` };
  if (mail.body.evidence.some(({ kind }) => kind === 'form')) return { class: 'impossible', why: 'form' };
  if (message['body'] === undefined) return { class: 'impossible', why: 'empty body' };
  if (losses.includes('cut')) return { class: 'impossible', why: 'cut' };
  const flattened = losses.filter((loss) => simpler.has(loss));
  return flattened.length === 0
    ? { class: 'faithful', why: '' }
    : { class: 'rough', why: flattened.join(', ') };
}

function mailsIn(folder: string): readonly (readonly [string, Uint8Array])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:eml|msg|txt)$/i.test(name))
    .toSorted()
    .map((name) => [name, readFileSync(join(folder, name))]);
}

const [folder] = process.argv.slice(2);
const mails =
  folder === undefined ? corpus.map(({ name, source }) => [name, source] as const) : mailsIn(folder);
const counts = new Map<Class, number>();
for (const [name, source] of mails) {
  const { class: found, why } = await classOf(source);
  counts.set(found, (counts.get(found) ?? 0) + 1);
  if (found !== 'faithful') process.stdout.write(`${found.padEnd(10)} ${name}  (${why})\n`);
}
const share = (count: number): string => `${((100 * count) / Math.max(1, mails.length)).toFixed(1)} %`;
process.stdout.write(`${mails.length} mails\n`);
for (const one of classes) {
  const count = counts.get(one) ?? 0;
  process.stdout.write(`${one.padEnd(10)} ${String(count).padStart(5)}  ${share(count)}\n`);
}
