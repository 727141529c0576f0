import { expect, type Page, test } from '@playwright/test';
import { inbox, type Language, openInbox, rows } from './round.ts';

const scenarioUrl = '**/content/packs/sakura-2019/scenarios/may-june-2019.json';

const words = {
  ja: {
    subject: '一式をお送りします',
    inspect: /添付ファイルを調べる/,
    read: /読み取る/,
    sheet: '添付ファイルを調べる',
    lens: 'リンク先を調べる',
    attempt: '開いて許可してみる',
    locked: 'かかっている',
    outcome: 'マクロが動きます。',
  },
  en: {
    subject: 'Here is the set',
    inspect: /Inspect the attachment/,
    read: /Read the code/,
    sheet: 'Inspect the attachment',
    lens: 'Inspect the link',
    attempt: 'Try opening and allowing it',
    locked: 'locked;',
    outcome: 'The macro would have run.',
  },
} as const;

const both = (text: string) => ({ ja: text, en: text });

/** The first message with a reversed name, a macro, a locked archive, an honest file and a QR code. */
async function serveFiles(page: Page, overrides: object = {}): Promise<void> {
  await page.route(scenarioUrl, async (route) => {
    const scenario = await (await route.fetch()).json();
    const [message, told] = scenario.messages;
    message.subject = { ja: words.ja.subject, en: words.en.subject };
    message.attachments = [
      { id: 'order', name: both('order\u202efdp.exe'), type: 'program', bytes: 384_000, ...overrides },
      {
        id: 'invoice',
        name: both('invoice.docm'),
        type: 'word',
        bytes: 92_000,
        macro: true,
        preview: {
          bar: { ja: 'マクロが無効にされました。', en: 'Macros have been disabled.' },
          body: [{ kind: 'text', text: { ja: '請求書の内容です。', en: 'This is the invoice.' } }],
        },
        outcome: { ja: words.ja.outcome, en: words.en.outcome },
      },
      {
        id: 'papers',
        name: both('papers.zip'),
        type: 'zip',
        bytes: 1_240_000,
        locked: true,
        password: { message: told.id },
        holds: [{ name: both(`quotation.pdf${' '.repeat(30)}.exe`), type: 'program' }],
      },
      { id: 'minutes', name: both('minutes.pdf'), type: 'pdf', bytes: 48_000 },
    ];
    message.links = [...(message.links ?? []), { id: 'code', url: 'https://login.example.net/renew' }];
    message.body = [
      ...message.body,
      { kind: 'qr', link: 'code', alt: { ja: '更新のコード', en: 'Code to renew' } },
    ];
    await route.fulfill({ json: scenario });
  });
}

async function openFiles(page: Page, language: Language): Promise<void> {
  await serveFiles(page);
  await openInbox(page, language);
  await rows(page).filter({ hasText: words[language].subject }).click();
}

for (const { language, width } of [
  { language: 'ja', width: 320 },
  { language: 'en', width: 1280 },
] as const) {
  test(`every file is inspected in the same sheet, in ${language} at ${width} px`, async ({ page }) => {
    const { inspect, sheet, attempt, locked, outcome } = words[language];
    await page.setViewportSize({ width, height: 720 });
    await openFiles(page, language);
    const dialog = page.getByRole('dialog', { name: sheet });
    const shapes: string[] = [];
    const open = async (at: number): Promise<void> => {
      await page.getByRole('button', { name: inspect }).nth(at).click();
      await expect(dialog).toBeVisible();
      const terms = await dialog.locator('dt, button').allTextContents();
      shapes.push(terms.join('|'));
      const overflow = await dialog.evaluate((box) => {
        const { right } = box.getBoundingClientRect();
        return [...box.querySelectorAll('*')].filter((part) => part.getBoundingClientRect().right > right + 1)
          .length;
      });
      expect(overflow).toBe(0);
    };

    await open(0);
    await expect(dialog).toContainText('orderexe.pdf');
    await expect(dialog).toContainText('order⟨U+202E⟩fdp.exe');
    await page.keyboard.press('Escape');

    await open(1);
    await dialog.getByRole('button', { name: attempt }).click();
    await expect(dialog.getByRole('status')).toContainText(outcome);
    await page.keyboard.press('Escape');

    await open(2);
    await expect(dialog).toContainText(locked);
    await expect(dialog).toContainText('quotation.pdf⟨U+0020 ×30⟩.exe');
    await page.keyboard.press('Escape');

    await open(3);
    expect(new Set(shapes).size).toBe(1);
  });
}

for (const language of ['ja', 'en'] as const) {
  test(`a QR code is drawn dark on white and opens nothing but the lens, in ${language}`, async ({
    page,
  }) => {
    const { read, lens } = words[language];
    await page.emulateMedia({ colorScheme: 'dark' });
    await openFiles(page, language);
    const symbol = page.locator('.qr-symbol');
    await expect(symbol.locator('path')).toHaveAttribute('fill', '#000');
    await expect(symbol).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await symbol.hover();
    await expect(page.locator('.status-bar')).toBeEmpty();
    await page.getByRole('button', { name: read }).click();
    await expect(page.getByRole('dialog', { name: lens })).toContainText('https://login.example.net/renew');
  });
}

test('the lines of a file are flagged like anything else, by keyboard too', async ({ page }) => {
  await openFiles(page, 'en');
  await page.getByRole('button', { name: words.en.inspect }).first().click();
  const bar = page.locator('[data-region="file/order/bar"]');
  await bar.focus();
  await page.keyboard.press('Enter');
  await expect(bar).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(page.locator('.attachments [data-region="attachment/order"]')).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('an invalid attachment is refused with its path and line, and not drawn', async ({ page }) => {
  await serveFiles(page, { macro: true });
  await page.goto(`./?lang=en${inbox}`);
  await expect(page.getByText(/may-june-2019\.json:\d+:\d+/).first()).toBeVisible();
  await expect(page.getByText(/Only word and excel can have a "macro"/)).toBeVisible();
});
