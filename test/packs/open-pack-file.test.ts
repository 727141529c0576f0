import { describe, expect, it } from 'vitest';
import { packsFrom } from '../../src/packs/content.ts';
import { openPackFile } from '../../src/packs/open-pack-file.ts';
import { withOpened } from '../../src/packs/opened.ts';
import { openedPackFrom, openedSource, type OpenedPack } from '../../src/packs/opened-shelf.ts';
import { bundledSource } from '../../src/packs/bundled.ts';
import { aScenario } from '../fixtures/builders.ts';
import { aPackFile } from '../fixtures/a-pack-file.ts';

/** A pack file as it is kept after it was opened. */
async function kept(archive: Uint8Array) {
  const read = await openPackFile(archive);
  if (!read.ok) throw new Error(read.problems[0]?.text.en);
  const { listed, files, checksum } = read.value;
  const pack: OpenedPack = { listed, checksum, fileName: 'a.mikiwame', openedAt: 0 };
  return openedSource({
    list: () => Promise.resolve([pack]),
    file: (id, path) => Promise.resolve(id === listed.id ? files.get(path) : undefined),
    files: () => Promise.resolve(files),
  });
}

describe('a pack file', () => {
  it('is played under an id that no shipped pack has', async () => {
    const packs = packsFrom(await kept(aPackFile()));
    expect(await packs.index()).toMatchObject({
      ok: true,
      value: { packs: [{ id: 'opened-harbour', scenarios: [{ id: 'a-morning', messages: 2 }] }] },
    });
    expect(await packs.scenario('opened-harbour', 'a-morning')).toMatchObject({
      ok: true,
      value: { id: 'a-morning' },
    });
    expect(await packs.pack('opened-harbour')).toMatchObject({ ok: true, value: { id: 'harbour' } });
  });

  it('is playable in part if one of its inboxes is not valid, and says where', async () => {
    const read = await openPackFile(
      aPackFile({
        scenarios: [aScenario(), aScenario({ id: 'an-evening' })],
        files: { 'scenarios/an-evening.json': '{\n  "format": 1,\n  oops\n}' },
      }),
    );
    expect(read.ok && read.value.listed.scenarios.map(({ id }) => id)).toEqual(['a-morning']);
    expect(read.problems).toMatchObject([
      { rule: 'broken-json', file: 'packs/harbour/scenarios/an-evening.json', line: 3 },
    ]);
  });

  it.each([
    ['no inbox', aPackFile({ scenarios: [] }), 'empty-pack'],
    ['a pack.json that is no JSON', aPackFile({ files: { 'pack.json': '{' } }), 'broken-json'],
    ['a pack.json of another kind', aPackFile({ files: { 'pack.json': '[]' } }), 'wrong-type'],
    ['an id that leads elsewhere', aPackFile({ files: { 'pack.json': '{"id":"../x"}' } }), 'wrong-form'],
    ['only invalid inboxes', aPackFile({ files: { 'scenarios/a-morning.json': '{}' } }), 'missing-field'],
  ])('is refused with %s', async (_, archive, rule) => {
    const read = await openPackFile(archive);
    expect(read.ok).toBe(false);
    expect(read.problems.map((problem) => problem.rule)).toContain(rule);
  });

  it('loses a picture that could run something, and says so', async () => {
    const read = await openPackFile(
      aPackFile({ files: { 'assets/evil.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>' } }),
    );
    expect(read.ok && [...read.value.files.keys()]).toEqual(['pack.json', 'scenarios/a-morning.json']);
    expect(read.problems.map(({ rule }) => rule)).toContain('asset-unsafe');
  });
});

describe('packs from files', () => {
  const shipped = packsFrom(bundledSource({ 'index.json': '{"format":1,"packs":[]}' }, () => false));

  it('are read beside the shipped ones and are not in their list, so no round is dealt from them', async () => {
    const all = withOpened(shipped, async () => packsFrom(await kept(aPackFile())));
    expect(await all.index()).toMatchObject({ value: { packs: [] } });
    expect(await all.fromFiles.index()).toMatchObject({ value: { packs: [{ id: 'opened-harbour' }] } });
    expect(await all.scenario('opened-harbour', 'a-morning')).toMatchObject({ ok: true });
    expect(await all.scenario('harbour', 'a-morning')).toMatchObject({ ok: false });
  });

  it('do not load until one is used', async () => {
    let loads = 0;
    const all = withOpened(shipped, () => {
      loads += 1;
      return Promise.resolve(shipped);
    });
    all.fetchAhead('opened-harbour', 'a-morning');
    await all.index();
    await all.scenario('spring', 'a-morning');
    expect(loads).toBe(0);
  });

  it.each([null, 7, {}, { listed: { id: 'opened-x' }, fileName: 'x', openedAt: 0, checksum: 0 }])(
    'are ignored if what was kept is %j',
    (value) => {
      expect(openedPackFrom(value)).toBeUndefined();
    },
  );
});
