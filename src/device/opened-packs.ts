/** The packs that the player opened from files, on this device. What is read back is untrusted. */
import { bytesFrom } from './bytes.ts';
import type { StorageLoss } from './connection.ts';
import type { Memory } from './memory.ts';

/** What is kept of a pack beside its files: any value that can be stored. */
interface KeptPack<Kept> {
  readonly kept: Kept;
  /** Files by path. Not on the device if that could not store them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Opened packs by id, each with its files. Nothing rejects. */
export interface OpenedPacks<Kept> {
  readonly list: () => Promise<readonly Kept[]>;
  readonly file: (id: string, path: string) => Promise<Uint8Array | undefined>;
  readonly files: (id: string) => Promise<ReadonlyMap<string, Uint8Array>>;
  /** Returns why the device does not keep it; undefined if it does. Until the page closes, it is here either way. */
  readonly put: (
    id: string,
    kept: Kept,
    files: ReadonlyMap<string, Uint8Array>,
  ) => Promise<StorageLoss | undefined>;
  readonly remove: (id: string) => Promise<void>;
}

/** The opened packs of a device. `keptFrom` parses what is read back. */
export function openedPacks<Kept>(
  { device }: Pick<Memory, 'device'>,
  keptFrom: (value: unknown) => Kept | undefined,
): OpenedPacks<Kept> {
  /** Packs that the device did not store. */
  const own = new Map<string, KeptPack<Kept>>();
  /** Packs that the device may still have although they were removed here. */
  const removed = new Set<string>();
  const filesOf = async (id: string): Promise<ReadonlyMap<string, Uint8Array>> => {
    const here = own.get(id);
    if (here !== undefined || removed.has(id)) return here?.files ?? none;
    const entries = await device.read(async (open) => {
      const { store } = open.transaction('packFiles');
      const [keys, values] = await Promise.all([store.getAllKeys(range(id)), store.getAll(range(id))]);
      return keys.flatMap(([, path], at) => {
        const bytes = bytesFrom(values[at]);
        return bytes === undefined ? [] : [[path, bytes] as const];
      });
    });
    return new Map(entries);
  };
  return {
    list: async () => {
      const stored = await device.read(async (open) => {
        const { store } = open.transaction('packs');
        const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
        return keys.map((id, at): readonly [string, unknown] => [id, values[at]]);
      });
      const found = (stored ?? []).flatMap(([id, value]) => {
        const kept = own.has(id) || removed.has(id) ? undefined : keptFrom(value);
        return kept === undefined ? [] : [kept];
      });
      return [...found, ...[...own.values()].map(({ kept }) => kept)];
    },
    file: async (id, path) => {
      if (own.has(id) || removed.has(id)) return own.get(id)?.files.get(path);
      return bytesFrom(await device.read((open) => open.get('packFiles', [id, path])));
    },
    files: filesOf,
    put: async (id, kept, files) => {
      own.set(id, { kept, files });
      const loss = await device.writeLarge(async (open, alive) => {
        const transaction = open.transaction(['packs', 'packFiles'], 'readwrite');
        // A request that fails tells why.
        transaction.done.catch(() => undefined);
        const store = transaction.objectStore('packFiles');
        await store.delete(range(id));
        for (const [path, bytes] of files) {
          await store.put(bytes, [id, path]);
          alive();
        }
        await transaction.objectStore('packs').put(kept, id);
        await transaction.done;
      });
      if (loss === undefined) {
        own.delete(id);
        removed.delete(id);
      }
      return loss;
    },
    remove: async (id) => {
      own.delete(id);
      removed.add(id);
      const isGone = await device.write(async (open) => {
        const transaction = open.transaction(['packs', 'packFiles'], 'readwrite');
        await Promise.all([
          transaction.objectStore('packFiles').delete(range(id)),
          transaction.objectStore('packs').delete(id),
          transaction.done,
        ]);
      });
      if (isGone) removed.delete(id);
    },
  };
}

const none: ReadonlyMap<string, Uint8Array> = new Map();

/** All files of a pack: an array sorts after every text (Indexed Database API 3.0, 4.5). */
const range = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);
