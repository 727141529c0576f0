import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { ReadBackup } from '../../device/backup-file.ts';
import type { Added, Memory } from '../../device/memory.ts';
import { firstSettings, type Settings } from '../../device/settings.ts';
import { askAgain, LoadFailure, loadOnce } from '../../loading/load-once.ts';
import { inSlices, sliced } from '../../loading/yielding.ts';
import { type Asked, useAsked } from '../../ui/asked.tsx';
import { saveFile } from '../../ui/leave-page.ts';
import { calendarDay } from './calendar-day.ts';

/** The state of the last operation on the stored data, or of the running one. */
export type Told =
  | { readonly kind: 'saving' | 'saved' | 'reading' | 'calledOff' | 'notLoaded' | 'deleted' | 'notDeleted' }
  | { readonly kind: 'added'; readonly added: Added; readonly leftOut: number; readonly tooMany: number }
  | Extract<ReadBackup, { kind: 'refused' }>;

interface MemoryWork {
  /** How much the device keeps; asked for again after each work. */
  readonly amount: Asked<Added>;
  readonly told: Told | undefined;
  /** Calls off the work under way; absent when there is none, or when it can no longer be called off. */
  readonly callOff: (() => void) | undefined;
  readonly save: () => void;
  readonly open: (file: File) => void;
  readonly deleteAll: () => void;
  /** Takes the focus when the button that calls off goes. */
  readonly place: RefObject<HTMLParagraphElement | null>;
  readonly stop: RefObject<HTMLButtonElement | null>;
}

const writing = loadOnce(() => import('../../device/backup-file.ts'));

/** Saves the memory to a file, takes a file in and deletes all of it; one work at a time. */
export function useMemoryWork(memory: Memory, onReplaced: (settings: Settings) => void): MemoryWork {
  const [told, setTold] = useState<Told>();
  const amount = useAsked(useCallback(() => amountOf(memory), [memory]));
  const [work, setWork] = useState<AbortController>();
  const place = useRef<HTMLParagraphElement>(null);
  const stop = useRef<HTMLButtonElement>(null);
  useEffect(() => () => work?.abort(), [work]);

  const begin = (kind: 'saving' | 'reading'): AbortController => {
    work?.abort();
    const begun = new AbortController();
    setWork(begun);
    setTold({ kind });
    return begun;
  };
  const end = (what: Told): void => {
    // The button that calls the work off goes, and must not take the focus with it.
    if (document.activeElement === stop.current) place.current?.focus();
    setWork(undefined);
    setTold(what);
  };
  /** Reports if code that the operation needs does not load. */
  const doWork = async (work: () => Promise<void>): Promise<void> => {
    askAgain();
    try {
      await work();
    } catch (error) {
      if (!(error instanceof LoadFailure)) throw error;
      end({ kind: 'notLoaded' });
    }
  };
  const save = async (): Promise<void> => {
    const { signal } = begin('saving');
    const [{ fileOf }, contents] = await Promise.all([writing(), memory.contents()]);
    const yieldNow = sliced();
    const pieces: string[] = [];
    for (const piece of fileOf(contents)) {
      if (signal.aborted) return;
      pieces.push(piece);
      await yieldNow();
    }
    if (signal.aborted) return;
    saveFile(`mikiwame-${calendarDay(Date.now())}.json`, 'application/json', pieces);
    end({ kind: 'saved' });
  };
  const open = async (file: File): Promise<void> => {
    const { signal } = begin('reading');
    const reading = await readingOf(file, signal);
    if (reading === undefined || signal.aborted) return;
    if (reading.kind === 'refused') {
      end(reading);
      return;
    }
    const { contents, leftOut, tooMany } = reading;
    // From here on, everything is imported, or nothing.
    setWork(undefined);
    if (document.activeElement === stop.current) place.current?.focus();
    const added = await memory.takeIn(contents);
    onReplaced(await memory.settings());
    amount.again();
    setTold({ kind: 'added', added, leftOut, tooMany });
  };
  const deleteAll = async (): Promise<void> => {
    const isGone = await memory.deleteEverything();
    if (isGone) onReplaced(firstSettings);
    amount.again();
    setTold({ kind: isGone ? 'deleted' : 'notDeleted' });
  };
  const callOff = (): void => {
    work?.abort();
    end({ kind: 'calledOff' });
  };
  return {
    amount,
    told,
    callOff: work && callOff,
    save: () => void doWork(save),
    open: (file) => void doWork(() => open(file)),
    deleteAll: () => void deleteAll(),
    place,
    stop,
  };
}

async function amountOf(memory: Memory): Promise<Added> {
  const [{ rounds }, begun, drills] = await Promise.all([memory.practice(), memory.begun(), memory.drills()]);
  return { records: rounds, rounds: begun.size, drills: drills.size };
}

/** Undefined once it is called off. */
async function readingOf(file: File, calledOff: AbortSignal): Promise<ReadBackup | undefined> {
  const { largestBackup, readSteps } = await writing();
  try {
    if (file.size > largestBackup) return { kind: 'refused', why: 'tooLarge' };
    return await inSlices(readSteps(await file.text()), calledOff);
  } catch {
    // The file was moved or deleted after it was chosen.
    return { kind: 'refused', why: 'notJson' };
  }
}
