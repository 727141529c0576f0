import type { Rule } from '../rule.ts';

/** Percent of genuine mail in a pack; outside it, "all phish" or "all genuine" becomes a good guess. */
const usual = { least: 45, most: 60 };

/** Whether some number of genuine messages among so many lies within the usual share. */
const canBalance = (all: number): boolean =>
  Math.floor((usual.most * all) / 100) >= Math.ceil((usual.least * all) / 100);

/** A pack needs about as much genuine mail as phish. */
export const baseRate: Rule = {
  name: 'base-rate',
  severity: 'warning',
  summary: {
    ja: '正規のメールがパックの45%未満か60%超',
    en: 'Genuine mail is less than 45 % or more than 60 % of a pack',
  },
  scope: 'pack',
  check: ({ pack, scenarios }) => {
    const truths = scenarios.flatMap(({ value }) => value.messages.map(({ solution }) => solution.truth));
    if (pack === undefined || truths.length === 0) return [];
    const genuine = truths.filter((truth) => truth === 'legitimate').length;
    const percent = Math.round((100 * genuine) / truths.length);
    if (percent >= usual.least && percent <= usual.most) return [];
    // One and three messages cannot be balanced any better.
    if (!canBalance(truths.length) && Math.abs(2 * genuine - truths.length) <= 1) return [];
    return [
      {
        file: pack.file,
        path: ['scenarios'],
        text: {
          ja: `正規のメールが ${truths.length} 通中 ${genuine} 通（${percent}%）です。${usual.least}〜${usual.most}% になるように増減してください。`,
          en: `${genuine} of ${truths.length} messages (${percent} %) are genuine. Add or remove some to reach ${usual.least} to ${usual.most} %.`,
        },
      },
    ];
  },
};
