/** Drafts that begin from the template or from a shipped pack. */
import { templatePack, templateScenario } from '../../core/draft/template.ts';
import { isList, type JsonValue, membersOf } from '../../core/draft/json.ts';
import { written } from '../../core/draft/write.ts';
import { jsonFrom } from '../../core/scenario/read/from-outside.ts';
import type { Outcome, Problem } from '../../core/scenario/read/problem.ts';
import { assetsOf, type Packs } from '../../packs/content.ts';
import { pictureBytes } from './picture-bytes.ts';
import type { KeptDraft } from '../draft/shelf.ts';

/** What a new draft is called and how it is told apart. `changed` is now, in milliseconds since 1970. */
export type DraftHead = Pick<KeptDraft, 'id' | 'name' | 'changed'>;

/** A head for a draft that is made now. Two drafts of one moment differ by chance. */
export function newHead(name: string): DraftHead {
  const changed = Date.now();
  const chance = Math.floor(Math.random() * 36 ** 4);
  return { id: `d${changed.toString(36)}${chance.toString(36)}`, name, changed };
}

/** A pack with the inbox of the template: a lure and its genuine twin. */
export function draftFromTemplate(head: DraftHead): KeptDraft {
  return draftOf(
    head,
    new Map([
      ['packs/my-pack/pack.json', templatePack('my-pack', 'my-inbox')],
      ['packs/my-pack/scenarios/my-inbox.json', templateScenario('my-inbox')],
    ]),
    new Map(),
  );
}

/** A copy of a shipped pack under another id, with its pictures. */
export async function draftFromPack(
  head: DraftHead,
  id: string,
  packs: Packs,
  pictureAt: (path: string) => string,
): Promise<Outcome<KeptDraft>> {
  const pack = await packs.pack(id);
  if (!pack.ok) return pack;
  const own = `${id}-copy`;
  const files = new Map<string, JsonValue>([
    [`packs/${own}/pack.json`, asJson({ ...pack.value, id: own, title: copied(pack.value.title) })],
  ]);
  const problems: Problem[] = [];
  const { scenarios, drills = [], lessons = [] } = pack.value;
  const listed = [
    ...scenarios.map((file) => ['scenarios', file, packs.scenario] as const),
    ...drills.map((file) => ['drills', file, packs.drill] as const),
    ...lessons.map((file) => ['lessons', file, packs.lesson] as const),
  ];
  for (const [folder, file, read] of listed) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a weak connection is not asked for fifty files at once
    const outcome: Outcome<unknown> = await read(id, file.replace(/\.json$/, ''));
    if (outcome.ok) files.set(`packs/${own}/${folder}/${file}`, asJson(outcome.value));
    else problems.push(...outcome.problems);
  }
  if (problems.length > 0) return { ok: false, problems };
  const names = new Set([...files.values()].flatMap(picturesIn));
  const pictures = new Map<string, Uint8Array>();
  for (const name of names) {
    // oxlint-disable-next-line no-await-in-loop -- as above
    const bytes = await pictureBytes(pictureAt(`${assetsOf(id)}${name}`));
    if (bytes !== undefined) pictures.set(`packs/${own}/assets/${name}`, bytes);
  }
  return { ok: true, value: draftOf(head, files, pictures), problems: [] };
}

/** A JSON text as `npm run format` leaves it. */
export const fileText = (value: JsonValue): string =>
  `${written(value, { indent: 0, before: 0, after: 0 })}\n`;

function draftOf(
  head: DraftHead,
  files: ReadonlyMap<string, JsonValue>,
  pictures: KeptDraft['pictures'],
): KeptDraft {
  const texts = new Map([...files].map(([path, value]) => [path, fileText(value)]));
  return { ...head, texts, pictures, past: [], future: [] };
}

const copied = ({ ja, en }: { readonly ja: string; readonly en: string }) => ({
  ja: `${ja}（写し）`,
  en: `${en} (copy)`,
});

/** A value that came from JSON, as JSON. */
function asJson(value: unknown): JsonValue {
  const json = jsonFrom(JSON.stringify(value));
  if (!isJson(json)) throw new Error('a file of a pack is no JSON');
  return json;
}

const isJson = (value: unknown): value is JsonValue => value !== undefined;

/** The names of the pictures that a file shows. */
function picturesIn(value: JsonValue): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isList(value)) return value.flatMap(picturesIn);
  return membersOf(value).flatMap(([key, member]) =>
    key === 'asset' && typeof member === 'string' ? [member] : picturesIn(member),
  );
}
