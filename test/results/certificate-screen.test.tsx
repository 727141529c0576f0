import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RoundRecord } from '../../src/core/record/round-record.ts';
import CertificateScreen from '../../src/results/CertificateScreen.tsx';
import { aRecord, verdicts } from '../core/record/builders.ts';
import { drawOnUse, speak } from '../fixtures/screen.tsx';

const record = aRecord({ score: 84.4, passMark: 80, messages: verdicts(9, 10, 2, 10) });

async function open(of: RoundRecord | undefined) {
  const drawn = await drawOnUse(<CertificateScreen record={of} onLeave={() => {}} />);
  await screen.findByRole('heading', { level: 1 });
  return drawn;
}

afterEach(() => vi.restoreAllMocks());

describe('a certificate', () => {
  it('gives the result of the round and its day, in the language of the screen', async () => {
    await open(record);
    const paper = screen.getByRole('article', { name: '合格証' });
    expect(paper).toHaveTextContent('84 / 100');
    expect(paper).toHaveTextContent('20通中17通');
    expect(paper).toHaveTextContent('ラウンドに合格したことを');
    expect(paper).toHaveTextContent('2026年');
    await speak('en');
    expect(screen.getByRole('article', { name: 'Certificate of a pass' })).toHaveTextContent('84 of 100');
    expect(screen.getByRole('article')).toHaveTextContent('17 of 20');
    // Day first, like the dates of mails.
    expect(screen.getByRole('article')).toHaveTextContent(/Completed on\s*\d{1,2} \p{L}+ 2026/u);
  });

  it('shows the typed name, and stores it nowhere', async () => {
    const { user, unmount } = await open(record);
    await user.type(screen.getByLabelText('お名前'), '田中 花子');
    expect(screen.getByRole('article')).toHaveTextContent('田中 花子 殿');
    expect(location.href).not.toContain(encodeURIComponent('田中'));
    expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, '']);
    unmount();
    await open(record);
    expect(screen.getByLabelText('お名前')).toHaveValue('');
  });

  it('is printed by the browser', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => {});
    const { user } = await open(record);
    await user.click(screen.getByRole('button', { name: '印刷・PDFで保存' }));
    expect(print).toHaveBeenCalledOnce();
  });

  it('can be shared as a text without a name', async () => {
    const { user } = await open(record);
    await user.type(screen.getByLabelText('お名前'), '田中');
    await user.click(screen.getByRole('button', { name: '共有文をコピー' }));
    const copied = await navigator.clipboard.readText();
    expect(copied).toContain('20通中17通を見極めました');
    expect(copied).not.toContain('田中');
    expect(screen.getByText('コピーしました。')).toBeVisible();
  });

  it('selects the text if the clipboard is not available', async () => {
    const { user } = await open(record);
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    await user.click(screen.getByRole('button', { name: '共有文をコピー' }));
    expect(await screen.findByText(/コピーできませんでした/)).toBeVisible();
    const field = screen.getByLabelText<HTMLTextAreaElement>('共有文（お名前などは含みません）');
    expect(field.selectionEnd).toBe(field.value.length);
  });

  it('of a round without a pass mark says completed, not passed', async () => {
    const { passMark: _, ...unmarked } = record;
    await open({ ...unmarked, score: 12 });
    const paper = screen.getByRole('article', { name: '受講証' });
    expect(paper).toHaveTextContent('ラウンドを受講したことを');
    expect(paper).not.toHaveTextContent('合格');
    await speak('en');
    expect(screen.getByRole('article', { name: 'Certificate of completion' })).not.toHaveTextContent(/pass/i);
  });

  it('does not exist below the pass mark, or for an unknown round', async () => {
    const { unmount } = await open({ ...record, score: 79.99 });
    expect(screen.queryByRole('article')).toBeNull();
    expect(screen.getByText(/合格ラインに届くと/)).toBeVisible();
    unmount();
    await open(undefined);
    expect(screen.getByText(/見つかりません/)).toBeVisible();
  });
});
