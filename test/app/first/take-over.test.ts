import { beforeEach, describe, expect, it, vi } from 'vitest';
import { takeOver } from '../../../src/app/first/take-over.ts';

const list = (row: string, href = ''): string => `<main class="client">
  <div class="list"><ul class="rows"><li><${row} class="row" ${href}>one</${row}></li><li><${row} class="row" ${href}>two</${row}></li></ul></div>
  <details><summary>how</summary>to play</details>
</main>`;

const part = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`no #${id}`);
  return element;
};

const drawn = (): boolean => document.getElementById('first') === null;

describe('the game takes over from the first screen', () => {
  beforeEach(() => {
    document.body.innerHTML = `<div id="root" hidden><header></header></div><div id="first">${list('a', 'href="#/"')}</div>`;
  });

  it('once it has drawn a screen, with the focus on the same row', async () => {
    document.querySelectorAll<HTMLElement>('#first .row')[1]?.focus();
    takeOver(document, part('root'));
    part('root').innerHTML = '<p class="waiting">loading</p>';
    await vi.waitFor(() => expect(part('root').querySelector('.waiting')).not.toBeNull());
    expect(drawn()).toBe(false);
    part('root').innerHTML = list('button');
    await vi.waitFor(() => expect(drawn()).toBe(true));
    expect(part('root').hidden).toBe(false);
    expect(document.querySelectorAll('#root .row')[1]).toHaveFocus();
  });

  it('with the instructions unfolded if the player unfolded them', async () => {
    document.querySelector('#first details')?.setAttribute('open', '');
    takeOver(document, part('root'));
    part('root').innerHTML = list('button');
    await vi.waitFor(() => expect(drawn()).toBe(true));
    expect(document.querySelector('#root details')).toHaveAttribute('open');
  });

  it('on the start page when its way on is known, so that its button does not turn grey', async () => {
    takeOver(document, part('root'));
    const start = (state: string): string =>
      `<main class="start"><div class="hero-mail"></div><div class="hero-go"><button class="button" ${state}>go</button></div></main>`;
    part('root').innerHTML = start('disabled');
    await vi.waitFor(() => expect(part('root').querySelector('.start')).not.toBeNull());
    expect(drawn()).toBe(false);
    part('root').querySelector('button')?.removeAttribute('disabled');
    await vi.waitFor(() => expect(drawn()).toBe(true));
  });

  it('at once where something failed', async () => {
    takeOver(document, part('root'));
    part('root').innerHTML = '<main class="start"><div class="failure">failed</div></main>';
    await vi.waitFor(() => expect(drawn()).toBe(true));
  });
});
