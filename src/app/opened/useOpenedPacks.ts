import { useCallback, useState } from 'react';
import { archiveProblem } from '../../core/packaging/archive-problem.ts';
import type { PackFolder } from '../../core/packaging/pack-file.ts';
import { archiveBounds } from '../../core/packaging/bounds.ts';
import type { Problem } from '../../core/scenario/read/problem.ts';
import type { StorageLoss } from '../../device/connection.ts';
import type { Memory } from '../../device/memory.ts';
import { LoadFailure, loadOnce, askAgain } from '../../loading/load-once.ts';
import type { OpenedPack } from '../../packs/opened-shelf.ts';
import { type Asked, useAsked } from '../../ui/asked.tsx';
import { openedContent } from './opened-content.ts';

/** A pack with its files, before it is kept or after it was removed. */
export interface WholePack {
  readonly pack: OpenedPack;
  readonly files: PackFolder;
  /** What of it cannot be played. */
  readonly problems: readonly Problem[];
}

/** What became of the last file or button. */
export type Told =
  | { readonly kind: 'reading' | 'unreadable' | 'notLoaded' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'same'; readonly pack: OpenedPack }
  /** A pack of this id is there already. */
  | { readonly kind: 'replaces'; readonly whole: WholePack; readonly earlier: OpenedPack }
  | { readonly kind: 'kept'; readonly whole: WholePack; readonly loss: StorageLoss | undefined }
  | { readonly kind: 'removed'; readonly whole: WholePack };

interface OpenedWork {
  readonly packs: Asked<readonly OpenedPack[]>;
  /** The file that `told` is about. */
  readonly fileName: string;
  readonly told: Told | undefined;
  readonly open: (file: File) => void;
  readonly keep: (whole: WholePack) => void;
  readonly remove: (pack: OpenedPack) => void;
  readonly forget: () => void;
}

const reader = loadOnce(() => import('../../packs/open-pack-file.ts'));

/** Opens pack files, keeps them on the device and removes them. */
export function useOpenedPacks(memory: Memory): OpenedWork {
  const { shelf } = openedContent(memory);
  const packs = useAsked(useCallback(() => shelf.list(), [shelf]));
  const [told, setTold] = useState<Told>();
  const [fileName, setFileName] = useState('');
  const keep = async (whole: WholePack): Promise<void> => {
    const loss = await shelf.put(whole.pack.listed.id, whole.pack, whole.files);
    packs.again();
    setTold({ kind: 'kept', whole, loss });
  };
  const open = async (file: File): Promise<void> => {
    setFileName(file.name);
    setTold({ kind: 'reading' });
    const read = await readingOf(file);
    if ('kind' in read) {
      setTold(read);
      return;
    }
    const earlier = (await shelf.list()).find(({ listed }) => listed.id === read.pack.listed.id);
    if (earlier === undefined) await keep(read);
    else if (earlier.checksum === read.pack.checksum) setTold({ kind: 'same', pack: earlier });
    else setTold({ kind: 'replaces', whole: read, earlier });
  };
  const remove = async (pack: OpenedPack): Promise<void> => {
    const files = await shelf.files(pack.listed.id);
    await shelf.remove(pack.listed.id);
    packs.again();
    setTold({ kind: 'removed', whole: { pack, files, problems: [] } });
  };
  return {
    packs,
    fileName,
    told,
    open: (file) => void open(file),
    keep: (whole) => void keep(whole),
    remove: (pack) => void remove(pack),
    forget: () => setTold(undefined),
  };
}

/** The pack in a file, or why there is none. */
async function readingOf(file: File): Promise<WholePack | Told> {
  if (file.size > archiveBounds.size)
    return { kind: 'refused', problems: [archiveProblem('archive-too-large', 0)] };
  askAgain();
  try {
    const [{ openPackFile }, bytes] = await Promise.all([reader(), file.arrayBuffer()]);
    const read = await openPackFile(new Uint8Array(bytes));
    if (!read.ok) return { kind: 'refused', problems: read.problems };
    const { listed, files, checksum } = read.value;
    return {
      pack: { listed, fileName: file.name.slice(0, 100), openedAt: Date.now(), checksum },
      files,
      problems: read.problems,
    };
  } catch (error) {
    if (error instanceof LoadFailure) return { kind: 'notLoaded' };
    // The file was moved or deleted after it was chosen.
    if (error instanceof DOMException) return { kind: 'unreadable' };
    throw error;
  }
}
