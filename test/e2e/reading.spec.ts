/** What a screen reader is given of an open message: parts to flag, or text to read. */
import { expect, test } from '@playwright/test';
import { openInbox, regions, rows } from './round.ts';

const inbox = '#/play/first-day/first-five';

test('an open message is a list of parts to flag', async ({ page }) => {
  await openInbox(page, 'en', inbox);
  await rows(page).first().click();
  await regions(page).nth(2).click();
  await expect(page.locator('.message')).toMatchAriaSnapshot(`
    - article "We could not deliver your parcel":
      - button "Read as text (for screen readers)"
      - heading "We could not deliver your parcel" [level=2]:
        - button "We could not deliver your parcel"
      - button "Kamome Parcel Customer Centre"
      - text: From
      - button "<info-kamome@example.net>" [pressed]
      - paragraph:
        - button "We tried to deliver your parcel,"
        - button "but the address was incomplete,"
        - button "so it is back at our depot."
      - button "Book redelivery"
      - 'button "Inspect the link: Book redelivery"'
      - group "What is missing, or the message as a whole":
        - button "Greeting"
  `);
});

test('it reads as text where the reader asks for that, with its flags, and so do the messages after it', async ({
  page,
}) => {
  await openInbox(page, 'en', inbox);
  await rows(page).first().click();
  await regions(page).nth(2).click();
  await page.getByRole('button', { name: 'Read as text (for screen readers)' }).press('Enter');
  const message = page.locator('.message');
  await expect(message).toMatchAriaSnapshot(`
    - article "We could not deliver your parcel":
      - button "Choose parts to stamp"
      - heading "We could not deliver your parcel" [level=2]
      - text: /Kamome Parcel Customer Centre From <info-kamome@example.net> \\(Doubt stamp\\) To Aoi Yamada/
      - paragraph: Dear customer,
      - paragraph: We tried to deliver your parcel, but the address was incomplete, so it is back at our depot.
      - text: Book redelivery
      - 'button "Inspect the link: Book redelivery"'
      - group "What is missing, or the message as a whole":
        - button "Greeting"
  `);
  await rows(page).nth(1).click();
  await expect(message.getByRole('heading', { level: 2 }).getByRole('button')).toHaveCount(0);
  await page.getByRole('button', { name: 'Choose parts to stamp' }).press('Enter');
  await page.keyboard.press('Tab');
  await expect(regions(page).first()).toBeFocused();
});
