import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import HeroMail from '../../../src/app/start/HeroMail.tsx';
import { Loaded } from '../../../src/ui/Loaded.tsx';
import { draw } from '../../fixtures/screen.tsx';

/** Awaited, as its sentences may still have to load. */
const drawMail = () =>
  act(async () =>
    draw(
      <Loaded>
        <HeroMail />
      </Loaded>,
    ),
  );

describe('the mail to try', () => {
  it('answers a stamp in place, and takes it away again', async () => {
    const { user } = await drawMail();
    const mail = within(await screen.findByRole('region', { name: 'お試しの1通' }));
    const card = mail.getByRole('button', { name: /プリペイドカード/ });
    expect(mail.getByRole('status')).toBeEmptyDOMElement();
    await user.click(card);
    expect(card).toHaveAttribute('aria-pressed', 'true');
    expect(mail.getByRole('status')).toHaveTextContent(/^見抜きました。\s*税金.*詐欺だと決まります。$/);
    await user.click(card);
    expect(card).toHaveAttribute('aria-pressed', 'false');
    expect(mail.getByRole('status')).toBeEmptyDOMElement();
  });

  it('says that one part proves nothing, and asks for another, by keyboard too', async () => {
    const { user } = await drawMail();
    (await screen.findByRole('button', { name: '滞納金合計：40,000円' })).focus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('status')).toHaveTextContent(
      /^ここだけでは決まりません。.*もう1か所、押してみてください。$/,
    );
    expect(screen.getByRole('status')).not.toHaveTextContent('見抜きました');
  });

  it('draws each part alike, whatever it is', async () => {
    await drawMail();
    await screen.findByRole('region', { name: 'お試しの1通' });
    const looks = screen.getAllByRole('button').map((part) => part.className);
    expect(looks).toHaveLength(5);
    expect(new Set(looks).size).toBe(1);
  });
});
