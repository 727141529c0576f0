import { expect, it } from 'vitest';
import { aMessage, both } from '../../../../fixtures/builders.ts';
import { remarksOnMessages } from '../../../../fixtures/lint.ts';

const remarks = (text: string) =>
  remarksOnMessages('html-tags', aMessage({ body: [{ kind: 'text', text: both(text) }] }));

it.each(['<b>重要</b>', 'see <a href="https://example.com">here</a>', 'one<br/>two', '</p>'])(
  'reports %s',
  (text) => {
    expect(remarks(text)).toEqual(['messages/0/body/0/text/ja', 'messages/0/body/0/text/en']);
  },
);

it.each(['a < b and b > c', '<support@example.com>', '<https://example.com/>', '<3', '＜重要＞', '<brand>'])(
  'accepts %s',
  (text) => {
    expect(remarks(text)).toEqual([]);
  },
);
