import { type DragEvent, useEffect, useRef } from 'react';
import { packFileEnding } from '../../core/packaging/bounds.ts';
import { sourceOfFile, isMailSource, sourceOfText } from '../import/mail-source.ts';
import type { MailSource } from '../import/useImport.ts';

interface Arrivals {
  readonly onMail: (source: MailSource) => void;
  readonly onPack: (file: File) => void;
  /** Called where several files came at once. */
  readonly onSeveral: () => void;
  /** What a pasted mail is called. */
  readonly pastedName: string;
}

/** Listens for what is pasted. Returns what an element needs to take files that are dropped on it. */
export function useArrivals(arrivals: Arrivals) {
  const latest = useRef(arrivals);
  useEffect(() => {
    latest.current = arrivals;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (event.target instanceof Element && event.target.closest('input, textarea, dialog') !== null) return;
      if (take(latest.current, event.clipboardData)) event.preventDefault();
    };
    addEventListener('paste', onPaste);
    return () => removeEventListener('paste', onPaste);
  }, []);
  return {
    onDragOver: (event: DragEvent) => {
      // The page refuses what no element takes.
      event.preventDefault();
      event.stopPropagation();
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      event.stopPropagation();
      take(arrivals, event.dataTransfer);
    },
  };
}

/** Whether there was something to take. */
function take({ onMail, onPack, onSeveral, pastedName }: Arrivals, given: DataTransfer | null): boolean {
  if (given === null) return false;
  const [file, ...more] = given.files;
  if (more.length > 0) onSeveral();
  else if (file === undefined) {
    const text = given.getData('text/plain');
    if (!isMailSource(text)) return false;
    onMail(sourceOfText(pastedName, text));
  } else if (file.name.endsWith(packFileEnding) || file.name.endsWith('.zip')) onPack(file);
  else onMail(sourceOfFile(file));
  return true;
}
