/** The packs of the page with an inbox of the draft in place of their own, so that it can be played. */
import type { ScenarioFile } from '../../core/draft/read-file.ts';
import type { Draft } from '../../core/draft/draft.ts';
import { parsePack } from '../../core/lint/parse.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import type { Packs } from '../../packs/content.ts';

/** What of a draft can be played. */
export interface Playable {
  readonly pack: string;
  readonly scenario: Scenario;
}

/** The complete messages of an inbox; undefined if there is none, or where what stands around them is wrong. */
export function playableOf({ path, around, messages }: ScenarioFile): Playable | undefined {
  const pack = /^packs\/([^/]+)\//.exec(path)?.[1];
  const complete = messages.flatMap(({ message, problems }) =>
    message === undefined || problems.some(({ severity }) => severity === 'error') ? [] : [message],
  );
  if (pack === undefined || around === undefined || complete.length === 0) return undefined;
  return { pack, scenario: { ...around, messages: complete } };
}

/** The packs that answer with the playable inbox of the draft. */
export function packsWith({ pack, scenario }: Playable, { files }: Draft, packs: Packs): Packs {
  const file = files.get(`packs/${pack}/pack.json`);
  return {
    ...packs,
    pack: async (id) => (id === pack && file ? parsePack(file.text, file.path) : packs.pack(id)),
    scenario: async (id, name) =>
      id === pack ? { ok: true, value: scenario, problems: [] } : packs.scenario(id, name),
  };
}
