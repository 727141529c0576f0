import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { layOut } from '../../../src/core/scenario/layout/regions.ts';
import { MockForm } from '../../../src/inbox/page/MockForm.tsx';
import { aPageMessage } from '../../fixtures/page-message.ts';

/** The first field of a mock form, alone. */
function aField(): HTMLInputElement {
  const laid = layOut(aPageMessage())
    .pages.get('login')
    ?.find(({ block }) => block.kind === 'form');
  if (laid?.block.kind !== 'form') throw new Error('the page has no form');
  render(<MockForm block={laid.block} laid={laid} />);
  const [field] = screen.getAllByRole<HTMLInputElement>('textbox');
  if (field === undefined) throw new Error('the form has no field');
  return field;
}

/** Types into a field as a browser does. */
function input(field: HTMLInputElement, value: string, isComposing = false): void {
  field.value = value;
  fireEvent(field, new InputEvent('input', { bubbles: true, isComposing }));
}

/** The events of a Japanese input method for a word, key by key. */
function compose(field: HTMLInputElement, steps: readonly string[], lastInput: 'before' | 'after'): void {
  const before = field.value;
  fireEvent.compositionStart(field);
  for (const step of steps) {
    input(field, before + step, true);
    expect(field, 'what is composed is seen while it is').toHaveValue(before + step);
  }
  if (lastInput === 'before') input(field, before + (steps.at(-1) ?? ''), true);
  fireEvent.compositionEnd(field);
  if (lastInput === 'after') input(field, field.value);
}

afterEach(() => void vi.restoreAllMocks());

const yamada = ['y', 'や', 'やm', 'やま', 'やまd', 'やまだ', '山田'];

describe('a field of a mock form', () => {
  it.each(['before', 'after'] as const)(
    'has a dot for each character of an input method, with the last input event %s its end',
    (order) => {
      const field = aField();
      compose(field, yamada, order);
      expect(field).toHaveValue('••');
      compose(field, ['t', 'た', '太', '太郎'], order);
      expect(field).toHaveValue('••••');
      expect(document.body.innerHTML).not.toMatch(/山|田|やま|太/);
    },
  );

  it('forgets a composition when the focus leaves', () => {
    const field = aField();
    fireEvent.compositionStart(field);
    input(field, 'やまだ', true);
    fireEvent.blur(field);
    expect(field).toHaveValue('•••');
  });

  it.each([
    ['an accent of its own', 'e\u0301', 1],
    ['a surrogate pair', '𠮷野家', 3],
    ['a variation of a character', '葛\u{E0100}城', 2],
    ['a half-width voiced kana', 'ﾔﾏﾀﾞ', 3],
    ['an emoji of several', '👨‍👩‍👧', 1],
    ['what a password manager or a paste brings', 'correct horse', 13],
  ])('counts %s as one character', (_, text, dots) => {
    const field = aField();
    input(field, text);
    expect(field).toHaveValue('•'.repeat(dots));
  });

  it.each([
    ['is missing', undefined],
    [
      'throws',
      function Segmenter() {
        throw new RangeError('Internal error. Icu error.');
      },
    ],
  ])('forgets what was typed if Intl.Segmenter %s', (_, splitter) => {
    const own = Object.getOwnPropertyDescriptor(Intl, 'Segmenter');
    Object.defineProperty(Intl, 'Segmenter', { value: splitter, configurable: true });
    try {
      const field = aField();
      input(field, '𠮷野家');
      expect(field).toHaveValue('•••');
    } finally {
      if (own) Object.defineProperty(Intl, 'Segmenter', own);
    }
  });

  it('reads only as much of a long pasted text as it shows', () => {
    const field = aField();
    const read = vi.spyOn(Intl.Segmenter.prototype, 'segment');
    let steps = 0;
    read.mockImplementation((text: string) =>
      Object.assign(Object.create(null), {
        *[Symbol.iterator]() {
          for (const segment of text) {
            steps += 1;
            yield segment;
          }
        },
      }),
    );
    input(field, 'あ'.repeat(1_000_000));
    expect(field).toHaveValue('•'.repeat(200));
    expect(steps).toBeLessThan(1_000);
  });

  it('keeps the caret after typing in the middle', () => {
    const field = aField();
    field.focus();
    input(field, 'abcd');
    field.value = '••x••';
    field.setSelectionRange(3, 3);
    input(field, field.value);
    expect(field).toHaveValue('•••••');
    expect(field.selectionStart).toBe(3);
  });

  it('switches password managers and spell checking off', () => {
    const field = aField();
    expect(field.form).toBeNull();
    for (const [name, value] of [
      ['type', 'text'],
      ['autocomplete', 'off'],
      ['autocorrect', 'off'],
      ['autocapitalize', 'none'],
      ['spellcheck', 'false'],
      ['data-lpignore', 'true'],
      ['data-bwignore', 'true'],
      ['data-form-type', 'other'],
      ['data-protonpass-ignore', 'true'],
    ] as const) {
      expect(field).toHaveAttribute(name, value);
    }
    expect(field).not.toHaveAttribute('name');
    expect(field).not.toHaveAttribute('id');
  });
});
