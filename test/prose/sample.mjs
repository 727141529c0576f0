/**
 * Prints sentences for a blind reading, the same for the same seed:
 *   node --import tsx test/prose/sample.mjs ja content --size 300 --seed 1 > sentences.txt
 * With --key each has its file and line, to mend what the reader marked.
 */
import { parseArgs } from 'node:util';
import { drawn, proseSources, sentencesOf } from './sample.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    key: { type: 'boolean', default: false },
  },
});
const [language, ...sources] = positionals;
const size = Number(values.size);
const unknown = sources.filter((source) => !proseSources.includes(source));
if ((language !== 'ja' && language !== 'en') || unknown.length > 0 || !(size > 0)) {
  console.error(`sample.mjs ja|en [${proseSources.join('|')}] [--size N] [--seed TEXT] [--key]`);
  process.exit(2);
}
for (const source of sources.length > 0 ? sources : proseSources) {
  console.log(`# ${source}`);
  for (const [index, { text, file, line }] of drawn(
    sentencesOf(source, language),
    size,
    `${language} ${source} ${values.seed}`,
  ).entries())
    console.log(`${index + 1}\t${text}${values.key ? `\t${file}:${line}` : ''}`);
}
