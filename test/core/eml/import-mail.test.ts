import { describe, expect, it } from 'vitest';
import { importMail } from '../../../src/core/eml/import-mail.ts';
import type { Watch } from '../../../src/core/eml/steps.ts';
import { bytesIn } from '../../fixtures/mails/bytes.ts';
import { decode } from '../../fixtures/mails/decode.ts';

const header =
  'From: a@example.com\nTo: b@example.org\nSubject: long\nDate: Wed, 8 Apr 2026 10:15:00 +0900\n';
const long = bytesIn(
  `${header}Content-Type: text/html; charset=utf-8\n\n${'<p>Dear <b>customer</b>, www.example.com</p>'.repeat(4_000)}`,
  'utf-8',
);
/** 3 MB of lines that look like delimiters. */
const large = bytesIn(
  `${header}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nwords\n--b\n\n${'--x\n'.repeat(800_000)}--b--\n`,
  'utf-8',
);

async function watchedImport(file: Uint8Array, watch: Watch = {}) {
  const shares: number[] = [];
  const found = await importMail(file, decode, {}, { progress: (done) => void shares.push(done), ...watch });
  return { found, shares };
}

describe('an import that is watched', () => {
  it.each([
    ['a long text', long],
    ['a large file', large],
  ])('tells how far it is in %s', async (_, file) => {
    const { found, shares } = await watchedImport(file);
    expect(found.kind).toBe('imported');
    expect(shares.length).toBeGreaterThan(10);
    expect(shares.toSorted((one, other) => one - other)).toEqual(shares);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it.each([
    ['before the first step', 0],
    ['while it reads', 0.1],
    ['while it replaces', 0.7],
  ])('stops %s', async (_, at) => {
    const stop = { aborted: at === 0 };
    const met: number[] = [];
    const { found } = await watchedImport(long, {
      progress: (done) => {
        met.push(done);
        stop.aborted = done >= at;
      },
      signal: stop,
    });
    expect(found).toEqual({ kind: 'refused', problem: { kind: 'stopped', place: 'file' } });
    expect(met.filter((done) => done >= at)).toHaveLength(at === 0 ? 0 : 1);
  });

  it('stops while it lists the mails of a mailbox', async () => {
    const mail = 'From a@example.com Wed Apr  8 10:15:00 2026\nFrom: a@example.com\nSubject: x\n\nbody\n\n';
    const stop = { aborted: false };
    const { found } = await watchedImport(bytesIn(mail.repeat(50), 'utf-8'), {
      progress: (done) => {
        stop.aborted = done > 0.5;
      },
      signal: stop,
    });
    expect(found).toMatchObject({ kind: 'refused', problem: { kind: 'stopped' } });
  });

  it('waits for the promise of its watcher, so that a worker can hear messages', async () => {
    let waiting = false;
    const { found } = await watchedImport(long, {
      progress: async () => {
        expect(waiting).toBe(false);
        waiting = true;
        await Promise.resolve();
        waiting = false;
      },
    });
    expect(found.kind).toBe('imported');
  });
});
