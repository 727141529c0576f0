import { describe, expect, it } from 'vitest';
import { parametersOf } from '../../../src/app/parameters.ts';
import { packsFrom } from '../../../src/packs/content.ts';
import { serverSource } from '../../../src/packs/server.ts';
import { assignedOf, firstHashOf } from '../../../src/app/session/first-place.ts';
import type { PackageSettings } from '../../../src/app/session/package-settings.ts';

const site: PackageSettings = { standard: 'none', keepOpen: false, hosts: [] };
const packed: PackageSettings = {
  standard: 'scorm12',
  keepOpen: false,
  hosts: [],
  round: [
    ['mode', 'assessment'],
    ['length', '2'],
  ],
};
const packedHash = '#/round?mode=assessment&length=2';

interface Launch {
  readonly search?: string;
  readonly left?: string;
  readonly isLaunched?: boolean;
  readonly standard?: 'scorm12' | 'standalone' | 'frame' | 'xapi';
}

/** Where a page begins that was opened with this hash. */
function first(hash: string, settings: PackageSettings, launch: Launch = {}): Promise<string | undefined> {
  const { search = '', left, isLaunched = true, standard = 'scorm12' } = launch;
  const asked = parametersOf(search).route;
  const packs = packsFrom(serverSource(() => false));
  const assigned = assignedOf(settings, asked, standard);
  return firstHashOf(hash, { assigned, left, asked, isLaunched, packs });
}

describe('the first place of a package with an assigned round', () => {
  it.each(['', '#', '#/', '#!', '#top', '#/index.html', '#/?x=1', '#/no/such/screen'])(
    'is that round if the hash is no route: "%s"',
    async (hash) => {
      expect(await first(hash, packed)).toBe(packedHash);
      expect(await first(hash, packed, { isLaunched: false })).toBe(packedHash);
    },
  );

  it.each(['#/settings', '#/play/office/monday', '#/round?mode=training', '#/diagnosis'])(
    'stays at the screen that the learner chose: %s',
    async (hash) => {
      expect(await first(hash, packed)).toBeUndefined();
    },
  );

  it('ignores the query, which anybody can write', async () => {
    expect(await first('', packed, { search: '?mode=training&length=1&passMark=0' })).toBe(packedHash);
    expect(await first('', packed, { search: '?teach=office/monday/mail' })).toBe(packedHash);
  });

  it('is the unfinished round, with its seed', async () => {
    const left = '#/round?mode=assessment&length=2&seed=k3';
    expect(await first('', packed, { left })).toBe(left);
    expect(await first('#/', packed, { left })).toBe(left);
  });

  it.each(['#/play/office/monday', '#/round?mode=training&length=1&passMark=0', 'junk'])(
    'is not another round that an earlier version stored: %s',
    async (left) => {
      expect(await first('', packed, { left })).toBe(packedHash);
    },
  );
});

describe('the first place of any other page', () => {
  const open: PackageSettings = { standard: 'scorm12', keepOpen: false, hosts: [] };

  it('is the unfinished round, otherwise what the query asks for', async () => {
    expect(await first('', open, { left: '#/play/office/monday' })).toBe('#/play/office/monday');
    expect(await first('', site, { search: '?mode=daily', standard: 'standalone' })).toBe(
      '#/round?mode=daily',
    );
    expect(await first('', site, { standard: 'standalone' })).toBeUndefined();
  });

  it('is the unfinished round for a launch with an empty hash, but not after a reload', async () => {
    const left = '#/play/office/monday';
    expect(await first('#/', open, { left })).toBe(left);
    expect(await first('#/', open, { left, isLaunched: false })).toBeUndefined();
  });

  it('can be assigned only by the page around the frame, not by other addresses', () => {
    const { route } = parametersOf('?mode=training&length=1');
    expect(assignedOf(site, route, 'frame')).toEqual([
      ['mode', 'training'],
      ['length', '1'],
    ]);
    expect(assignedOf(site, route, 'xapi')).toBeUndefined();
    expect(assignedOf(site, route, 'standalone')).toBeUndefined();
    expect(assignedOf(packed, route, 'frame')).toBe(packed.round);
    expect(assignedOf(site, parametersOf('?teach=a/b/c').route, 'frame')).toBeUndefined();
  });
});
