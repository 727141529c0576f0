/** The shelf of drafts on this device: each edit is kept at once, in a journal that a crash cannot break. */
import type { StorageLoss } from '../../device/connection.ts';
import { type DraftJournals, draftJournals, type JournalPlace, type Written } from '../../device/drafts.ts';
import type { Memory } from '../../device/memory.ts';
import { randomNumbers } from '../../loading/browser.ts';
import { type DraftEntry, type DraftShelf, type KeptDraft, ShelfFailure } from '../draft/shelf.ts';
import {
  draftEditFrom,
  draftEntryFrom,
  type DraftText,
  draftTextFrom,
  editBetween,
  withEdit,
} from './draft-edit.ts';

/** After so many edits the draft is written whole, so that opening it stays quick. */
const longestJournal = 200;

/** What this page knows to be on the device. */
interface Known {
  readonly draft: KeptDraft;
  readonly place: JournalPlace;
  readonly edits: number;
}

/** A draft as this page has it, where the device did not take it. */
interface Unkept {
  readonly draft: KeptDraft;
  readonly entry: DraftEntry;
}

const shelves = new WeakMap<Memory, DraftShelf>();

/** The shelf of a memory; the same for every caller, because some drafts may be kept by this page alone. */
export function shelfOf(memory: Memory): DraftShelf {
  const shelf = shelves.get(memory) ?? deviceShelf(draftJournals(memory), newVersion);
  shelves.set(memory, shelf);
  return shelf;
}

const newVersion = (): string => [Date.now(), ...randomNumbers(2)].join('-');

/** The shelf of a device. `newVersion` returns a text that was not returned before, in any tab. */
export function deviceShelf(journals: DraftJournals, newVersion: () => string): DraftShelf {
  const known = new Map<string, Known>();
  const unkept = new Map<string, Unkept>();
  /** Writes wait for one another, in the order in which they were asked for. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = turn.then(work, work);
    turn = done.catch(() => undefined);
    return done;
  };

  const writeWhole = (draft: KeptDraft, entry: DraftEntry, before: Known | undefined): Promise<Written> => {
    const { pictures, ...text } = draft;
    const files = new Map(
      [...pictures].filter(([path, bytes]) => before?.draft.pictures.get(path) !== bytes),
    );
    const whole = { ...text, entry };
    return journals.writeWhole(draft.id, { whole, files, version: newVersion() }, before?.place);
  };
  const save = async (draft: KeptDraft, entry: DraftEntry): Promise<void> => {
    unkept.set(draft.id, { draft, entry });
    const before = known.get(draft.id);
    const isShort = before !== undefined && before.edits < longestJournal;
    const isWhole = !isShort || hasOtherPictures(before.draft, draft);
    const written = isWhole
      ? await writeWhole(draft, entry, before)
      : await journals.addEdit(draft.id, editBetween(before.draft, draft, entry), before.place);
    switch (written.kind) {
      case 'written':
        unkept.delete(draft.id);
        known.set(draft.id, { draft, place: written.place, edits: isWhole ? 0 : (before?.edits ?? 0) + 1 });
        return;
      case 'elsewhere':
        // The other tab's draft stays. This one is still in the page, which offers to keep it as a copy.
        unkept.delete(draft.id);
        throw new ShelfFailure('elsewhere');
      case 'lost':
        throw new ShelfFailure(whyOf(written.loss));
    }
  };
  return {
    list: async () => {
      const kept = (await journals.list()) ?? [];
      const entries = kept.flatMap(({ whole, last }) => entryIn(last) ?? entryIn(whole) ?? []);
      const own = [...unkept.values()].map(({ entry }) => entry);
      const others = entries.filter(({ id }) => !unkept.has(id));
      return [...others, ...own].toSorted((one, other) => other.changed - one.changed);
    },
    load: (id) =>
      inTurn(async () => {
        const own = unkept.get(id)?.draft;
        if (own !== undefined) return own;
        const found = await journals.read(id);
        if (found === undefined) throw new ShelfFailure(whyOf(journals.loss() ?? 'broken'));
        const text = found === 'missing' ? undefined : folded(draftTextFrom(found.whole), found.edits);
        if (found === 'missing' || text === undefined) return undefined;
        const draft: KeptDraft = { ...text.draft, pictures: found.files };
        // A journal that could not be read to its end is replaced by the next save.
        known.set(id, {
          draft,
          place: found.place,
          edits: text.isWhole ? found.edits.length : longestJournal,
        });
        return draft;
      }),
    save: (draft, entry) => inTurn(() => save(draft, entry)),
    remove: (id) =>
      inTurn(async () => {
        unkept.delete(id);
        known.delete(id);
        if (!(await journals.remove(id))) throw new ShelfFailure(whyOf(journals.loss() ?? 'broken'));
      }),
  };
}

const entryIn = (value: unknown): DraftEntry | undefined =>
  typeof value === 'object' && value !== null && 'entry' in value ? draftEntryFrom(value.entry) : undefined;

const hasOtherPictures = ({ pictures }: KeptDraft, { pictures: now }: KeptDraft): boolean =>
  pictures !== now &&
  (pictures.size !== now.size || [...now].some(([path, bytes]) => pictures.get(path) !== bytes));

/** The state after all edits, or after those before the first that cannot be read. */
function folded(
  whole: DraftText | undefined,
  edits: readonly unknown[],
): { readonly draft: DraftText; readonly isWhole: boolean } | undefined {
  let draft = whole;
  for (const value of edits) {
    const edit = draftEditFrom(value);
    const next = draft && edit && withEdit(draft, edit);
    if (next === undefined) return draft && { draft, isWhole: false };
    draft = next;
  }
  return draft && { draft, isWhole: true };
}

function whyOf(loss: StorageLoss): ShelfFailure['why'] {
  switch (loss) {
    case 'full':
      return 'full';
    case 'blocked':
      return 'denied';
    case 'newer':
    case 'older':
    case 'broken':
      return 'else';
  }
}
