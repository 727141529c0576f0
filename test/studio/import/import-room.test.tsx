import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problemsOf, readFile } from '../../../src/core/draft/read-file.ts';
import type { KeptDraft } from '../../../src/studio/draft/shelf.ts';
import { sourceOfText } from '../../../src/studio/import/mail-source.ts';
import ImportRoom from '../../../src/studio/import/ImportRoom.tsx';
import { drawOnUse } from '../../fixtures/screen.tsx';

const mail = `From: Kobo Power <info@kobopower.co.jp>
To: Ryosuke Sasaki <sasaki@workplace.co.jp>
Subject: Your contract
Date: Wed, 8 Apr 2026 10:15:00 +0900
Content-Type: text/plain; charset=utf-8

Dear Ryosuke Sasaki,
please see https://pay.kobopower.co.jp/a today.
`;

/** The room, and the drafts that it makes. jsdom has no workers, so the page does the work. */
async function room(first?: string) {
  const drafts: KeptDraft[] = [];
  const { user } = await drawOnUse(
    <ImportRoom
      first={first === undefined ? undefined : sourceOfText('bill.eml', first)}
      onDraft={(draft) => drafts.push(draft)}
      onLeave={() => undefined}
      onHome={() => undefined}
    />,
  );
  return { user, drafts };
}

const make = () => screen.findByRole('button', { name: '置き換えを確かめて、下書きにする' });
const scenarioText = (drafts: readonly KeptDraft[]): string =>
  drafts[0]?.texts.get('packs/my-pack/scenarios/my-inbox.json') ?? '';

describe('the import of a mail', () => {
  it('makes a draft without a real name, with the truth that the trainer says', async () => {
    const { user, drafts } = await room(mail);
    await make();
    await user.click(screen.getByRole('button', { name: 'フィッシング' }));
    await user.click(await make());
    const text = scenarioText(drafts);
    expect(drafts[0]?.name).toBe('bill');
    expect(text).not.toMatch(/kobo|workplace|sasaki|ryosuke/i);
    expect(text).toContain('"truth": "phish"');
    const file = readFile('packs/my-pack/scenarios/my-inbox.json', text);
    expect(file.kind === 'scenario' && file.around !== undefined).toBe(true);
    expect(
      problemsOf(readFile('packs/my-pack/pack.json', drafts[0]?.texts.get('packs/my-pack/pack.json') ?? '')),
    ).toEqual([]);
  });

  it('writes the replacement that the trainer wants, and refuses one that may be somebody’s', async () => {
    const { user, drafts } = await room(mail);
    const field = await screen.findByRole('textbox', { name: '「pay.kobopower.co.jp」の代わり' });
    await user.clear(field);
    await user.type(field, 'google.com{Enter}');
    expect(field).toHaveAccessibleDescription(/実在する可能性があります/);
    await user.clear(field);
    await user.type(field, 'pay.denki.example{Enter}');
    await screen.findByDisplayValue('pay.denki.example');
    await user.click(await make());
    expect(scenarioText(drafts)).toContain('https://pay.denki.example/a');
  });

  it('lets one choose a mail of a mailbox file', async () => {
    const { user } = await room(
      ['first', 'second']
        .map(
          (subject) =>
            `From a@example.com Wed Apr  8 10:15:00 2026\nFrom: a@example.com\nSubject: ${subject}\n\nbody\n\n`,
        )
        .join(''),
    );
    await user.click(await screen.findByRole('button', { name: /second/ }));
    expect(await screen.findByRole('heading', { name: 'second' })).toBeInTheDocument();
  });

  it('offers the mail that was forwarded inside', async () => {
    const { user } = await room(
      `From: a@example.com\nSubject: see below\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nlook\n--b\nContent-Type: message/rfc822\n\n${mail}\n--b--\n`,
    );
    await user.click(await screen.findByRole('button', { name: '転送された元のメールを取り込む' }));
    expect(await screen.findByRole('heading', { name: 'Your contract' })).toBeInTheDocument();
    expect(screen.queryByText('中に、添付として転送されたメールがあります。')).not.toBeInTheDocument();
  });

  it('takes a source, or a header and a body apart', async () => {
    const { user } = await room();
    await user.click(screen.getByRole('checkbox', { name: 'ヘッダーと本文を別々に貼り付ける' }));
    await user.type(screen.getByRole('textbox', { name: 'ヘッダー' }), 'From: a@example.com\nSubject: apart');
    await user.type(screen.getByRole('textbox', { name: '本文' }), 'the body');
    await user.click(screen.getByRole('button', { name: '読み取る' }));
    expect(await screen.findByRole('heading', { name: 'apart' })).toBeInTheDocument();
    expect(screen.getByText('the body')).toBeInTheDocument();
  });

  it.each([
    ['no mail', 'hello', /ヘッダーも本文も見つかりません/],
    ['nothing', '', /ヘッダーも本文も見つかりません/],
    ['a damaged file of Outlook', '\u00D0\u00CF\u0011\u00E0', /壊れているか、途中で切れています/],
  ])('says why %s cannot be imported, and how else', async (_, text, sentence) => {
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    await drawOnUse(
      <ImportRoom
        first={sourceOfText('bill.eml', bytes)}
        onDraft={() => undefined}
        onLeave={() => undefined}
        onHome={() => undefined}
      />,
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(sentence);
    expect(alert).toHaveTextContent('「bill.eml」は取り込めませんでした。');
    expect(alert).toHaveTextContent(/ソースを表示/);
  });

  it('refuses a file above 25 MB without reading it, and one that cannot be read', async () => {
    const props = { onDraft: () => undefined, onLeave: () => undefined, onHome: () => undefined };
    const never = () => Promise.reject(new Error('read'));
    await drawOnUse(<ImportRoom first={{ name: 'big.eml', size: 25_000_001, read: never }} {...props} />);
    expect(await screen.findByRole('alert')).toHaveTextContent(/25 MB を超えている/);
    const gone = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    await drawOnUse(<ImportRoom first={{ name: 'gone.eml', size: 1, read: gone }} {...props} />);
    expect(await screen.findByText(/移動や削除をしていないか/)).toBeInTheDocument();
  });
});
