import { expect, it } from 'vitest';
import type { Message } from '../../../../src/core/scenario/format/message.ts';
import { aLegitimateMessage, aMessage, both } from '../../../fixtures/builders.ts';
import { remarksOnMessages } from '../../../fixtures/lint.ts';

const url = 'https://login.example.net/check';
const withPage: Pick<Message, 'links' | 'pages'> = {
  links: [{ id: 'main', url, page: 'login' }],
  pages: [
    {
      id: 'login',
      url,
      title: both('ログイン'),
      body: [{ kind: 'text', text: both('ようこそ') }],
      outcome: both('入力した内容は相手に渡ります。'),
      firstAid: both('パスワードを変えます。'),
    },
  ],
};

it('reports a link that opens nothing while others open a page', () => {
  expect(remarksOnMessages('pages-alike', aMessage(withPage), aLegitimateMessage())).toEqual([
    'messages/1/links/0',
  ]);
});

it('accepts messages in which all links open a page, or none does', () => {
  expect(remarksOnMessages('pages-alike', aMessage(withPage), aLegitimateMessage(withPage))).toEqual([]);
  expect(remarksOnMessages('pages-alike', aMessage(), aLegitimateMessage())).toEqual([]);
});

it('does not expect a page behind a mail address', () => {
  const mailto = aLegitimateMessage({ links: [{ id: 'main', url: 'mailto:help@example1.co.jp' }] });
  expect(remarksOnMessages('pages-alike', aMessage(withPage), mailto)).toEqual([]);
});
