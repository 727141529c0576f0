import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { breakable, breakableInFlow } from '../../src/ui/breakable.tsx';

it('draws an address with places to break after its dots and hyphens, and adds nothing to its text', () => {
  const { container } = render(<p>{breakable('差出人は info@kamome-bin.example です。')}</p>);
  expect(container).toHaveTextContent(/^差出人は info@kamome-bin\.example です。$/);
  const before = [...container.querySelectorAll('wbr')].map(
    (place) => place.previousElementSibling?.textContent,
  );
  expect(before).toEqual(['差出人は info@', 'kamome-', 'bin.']);
});

it('keeps an address among other words whole if a line can hold it', () => {
  const { container } = render(
    <p>{breakableInFlow('yamada@example5.co.jp, kamome-redelivery.example.net')}</p>,
  );
  expect([...container.querySelectorAll('span')].map(({ textContent }) => textContent)).toEqual([
    'yamada@example5.co.jp, kamome-',
    'redelivery.',
    'example.',
    'net',
  ]);
});

it('leaves a text without an address as it is', () => {
  const { container } = render(<p>{breakable('お荷物をお届けできませんでした。')}</p>);
  expect(container.querySelector('p')?.children).toHaveLength(0);
});
