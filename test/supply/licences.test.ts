import { describe, expect, it } from 'vitest';
import { licencesIn } from './licences.mjs';

const lock = (packages: object): string =>
  JSON.stringify({ packages: { '': { license: 'MIT' }, ...packages } });

describe('the licences of the packages', () => {
  it('are counted, including nested packages, without the game itself', () => {
    const { counts, refused } = licencesIn(
      lock({
        'node_modules/a': { version: '1.0.0', license: 'MIT' },
        'node_modules/a/node_modules/@scope/b': { version: '2.0.0', license: 'ISC' },
        'node_modules/c': { version: '3.0.0', license: 'MIT', dev: true },
      }),
    );
    expect([...counts]).toEqual([
      ['MIT', 2],
      ['ISC', 1],
    ]);
    expect(refused).toEqual([]);
  });

  it('are refused in shipped packages if they require more than a notice', () => {
    const { refused } = licencesIn(
      lock({
        'node_modules/tool': { version: '1.0.0', license: 'MPL-2.0', dev: true },
        'node_modules/@scope/part': { version: '1.0.0', license: 'MPL-2.0' },
      }),
    );
    expect(refused).toEqual(['@scope/part@1.0.0: MPL-2.0']);
  });

  it('are refused in all packages if they are missing or not open', () => {
    const { refused } = licencesIn(
      lock({
        'node_modules/unnamed': { version: '1.0.0', dev: true },
        'node_modules/closed': { version: '1.0.0', license: 'SEE LICENSE IN LICENSE', dev: true },
      }),
    );
    expect(refused).toEqual(['unnamed@1.0.0: none', 'closed@1.0.0: SEE LICENSE IN LICENSE']);
  });
});
