/**
 * The drafts on this device. Each is kept whole once in a while, and between that as a journal of edits, so that keeping an edit
 * takes the same time for any size of draft and an edit is there whole or not at all. What is read back is untrusted.
 */
import { isFields } from '../core/scenario/read/from-outside.ts';
import { bytesFrom } from './bytes.ts';
import type { StorageLoss } from './connection.ts';
import type { Memory } from './memory.ts';

/** A draft as it lies on the device. */
export interface JournalledDraft {
  readonly whole: unknown;
  /** What was edited since, in order. */
  readonly edits: readonly unknown[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The place in the journal after its last edit. */
  readonly place: JournalPlace;
}

/** How far a page knows the journal of a draft. If the journal is further, another tab has written to it. */
export interface JournalPlace {
  /** The key of the last edit; undefined for none since the draft was written whole. */
  readonly last: number | undefined;
  /** Another value each time the draft is written whole. */
  readonly version: string;
}

/** The result of a write: the new place, that another tab was there before, or why the device does not have it. */
export type Written =
  | { readonly kind: 'written'; readonly place: JournalPlace }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'lost'; readonly loss: StorageLoss };

/** What to write of a draft. */
export interface WholeDraft {
  readonly whole: unknown;
  /** Files that are new or have changed. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly version: string;
}

/** The journals of drafts, by the id of the draft. Undefined: the device does not answer. */
export interface DraftJournals {
  /** Of each draft, the whole and the last edit, which say what the list shows. */
  readonly list: () => Promise<readonly { readonly whole: unknown; readonly last: unknown }[] | undefined>;
  readonly read: (id: string) => Promise<JournalledDraft | 'missing' | undefined>;
  /** Writes a draft whole, in place of its journal. Without a place, over whatever is there. */
  readonly writeWhole: (id: string, draft: WholeDraft, place?: JournalPlace) => Promise<Written>;
  readonly addEdit: (id: string, edit: unknown, place: JournalPlace) => Promise<Written>;
  readonly remove: (id: string) => Promise<boolean>;
  /** Why the device keeps nothing now; undefined if it does. */
  readonly loss: () => StorageLoss | undefined;
}

/** The journals of a device. */
export function draftJournals({ device }: Pick<Memory, 'device'>): DraftJournals {
  /** Writes if nobody else has written since. */
  const write = async (id: string, place: JournalPlace | undefined, change: Change): Promise<Written> => {
    let written: Written = { kind: 'elsewhere' };
    const loss = await device.writeLarge(async (open, alive) => {
      const transaction = open.transaction(['drafts', 'draftEdits', 'packFiles'], 'readwrite');
      // A request that fails tells why.
      transaction.done.catch(() => undefined);
      const drafts = transaction.objectStore('drafts');
      const edits = transaction.objectStore('draftEdits');
      const now = {
        last: (await edits.index('draft').openKeyCursor(id, 'prev'))?.primaryKey,
        version: versionOf(await drafts.get(id)),
      };
      if (place === undefined || (now.last === place.last && now.version === place.version)) {
        const next = await change(
          {
            putWhole: (value) => drafts.put(value, id),
            putFile: async (path, bytes) => {
              await transaction.objectStore('packFiles').put(bytes, fileKey(id, path));
              alive();
            },
            addEdit: (edit) => edits.add({ draft: id, edit }),
            forgetEdits: async () => {
              for (const key of await edits.index('draft').getAllKeys(id)) await edits.delete(key);
            },
          },
          now.version,
        );
        written = { kind: 'written', place: next };
      }
      await transaction.done;
    });
    return loss === undefined ? written : { kind: 'lost', loss };
  };
  return {
    loss: device.loss,
    list: () =>
      device.read(async (open) => {
        const transaction = open.transaction(['drafts', 'draftEdits']);
        const drafts = transaction.objectStore('drafts');
        const [keys, wholes] = await Promise.all([drafts.getAllKeys(), drafts.getAll()]);
        const byDraft = transaction.objectStore('draftEdits').index('draft');
        const last = await Promise.all(
          keys.map(async (key) => (await byDraft.openCursor(key, 'prev'))?.value),
        );
        return wholes.map((value, at) => ({ whole: partOf(value, 'whole'), last: partOf(last[at], 'edit') }));
      }),
    read: (id) =>
      device.read(async (open): Promise<JournalledDraft | 'missing'> => {
        const transaction = open.transaction(['drafts', 'draftEdits', 'packFiles']);
        const files = transaction.objectStore('packFiles');
        const edits = transaction.objectStore('draftEdits').index('draft');
        const [value, keys, values, paths, bytes] = await Promise.all([
          transaction.objectStore('drafts').get(id),
          edits.getAllKeys(id),
          edits.getAll(id),
          files.getAllKeys(filesOf(id)),
          files.getAll(filesOf(id)),
        ]);
        if (value === undefined) return 'missing';
        return {
          whole: partOf(value, 'whole'),
          edits: values.map((edit) => partOf(edit, 'edit')),
          files: new Map(
            paths.flatMap(([, path], at) => {
              const file = bytesFrom(bytes[at]);
              return file === undefined ? [] : [[path, file]];
            }),
          ),
          place: { last: keys.at(-1), version: versionOf(value) },
        };
      }),
    writeWhole: (id, { whole, files, version }, place) =>
      write(id, place, async ({ putWhole, putFile, forgetEdits }) => {
        await putWhole({ whole, version });
        for (const [path, bytes] of files) await putFile(path, bytes);
        await forgetEdits();
        return { last: undefined, version };
      }),
    addEdit: (id, edit, place) =>
      write(id, place, async ({ addEdit }, version) => ({ last: await addEdit(edit), version })),
    remove: (id) =>
      device.write(async (open) => {
        const transaction = open.transaction(['drafts', 'draftEdits', 'packFiles'], 'readwrite');
        const edits = transaction.objectStore('draftEdits');
        await transaction.objectStore('packFiles').delete(filesOf(id));
        await transaction.objectStore('drafts').delete(id);
        for (const key of await edits.index('draft').getAllKeys(id)) await edits.delete(key);
        await transaction.done;
      }),
  };
}

interface Stores {
  readonly putWhole: (value: unknown) => Promise<unknown>;
  readonly putFile: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly addEdit: (edit: unknown) => Promise<number>;
  readonly forgetEdits: () => Promise<void>;
}

/** A change within a transaction, given the version of the draft. Returns the place after it. */
type Change = (stores: Stores, version: string) => Promise<JournalPlace>;

const partOf = (value: unknown, part: 'whole' | 'edit'): unknown =>
  isFields(value) ? value[part] : undefined;

const versionOf = (value: unknown): string => {
  const version = isFields(value) ? value['version'] : undefined;
  return typeof version === 'string' ? version : '';
};

/** No id of a pack has a slash. */
const fileKey = (id: string, path: string): [string, string] => [`draft/${id}`, path];
const filesOf = (id: string): IDBKeyRange => IDBKeyRange.bound([`draft/${id}`], [`draft/${id}`, []]);
