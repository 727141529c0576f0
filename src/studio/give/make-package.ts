/** Makes a package of a draft in the browser, with the bytes that the command line makes. */
import {
  coursePackage,
  type CourseKind,
  type FirstInbox,
  type PackageChoice,
  wholePage,
} from '../../core/packaging/package.ts';
import { inboxRound } from '../../core/round/played-message.ts';
import { parametersFor } from '../../core/round/round-settings.ts';
import { languages } from '../../core/scenario/format/vocabulary.ts';
import type { Problem } from '../../core/scenario/read/problem.ts';
import { loadLanguage } from '../../i18n/setup.ts';
import { headOf } from '../../inbox/head-of.ts';
import { contentRoot } from '../../packs/ahead.ts';
import type { DraftFiles } from '../files/given-file.ts';
import { type DraftContent, contentOfDraft } from './draft-content.ts';
import { loadParts } from './game-parts.ts';
import type { Step } from './steps.ts';

/** What can be made of a draft besides a pack file. */
export type GivenKind = CourseKind | 'html';

/** What the author chooses. */
export interface GivenChoice {
  readonly kind: GivenKind;
  readonly language: PackageChoice['language'];
  /** In percent; undefined without one, where the page begins with the inboxes of the pack. */
  readonly passMark: number | undefined;
}

/** Who follows the work. */
export interface GivenWatch {
  readonly signal: AbortSignal;
  /** Called when a step begins, and as it goes on: bytes that are there, of how many. */
  readonly onStep: (step: Step, bytes?: { readonly done: number; readonly all: number }) => void;
}

/** A package, or what keeps the draft from being one. */
export type GivenPackage =
  | { readonly ok: true; readonly name: string; readonly type: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Makes the package. Rejects with `NoParts`, with a `LoadFailure`, or when it is stopped. */
export async function makePackage(
  draft: DraftFiles,
  { kind, language, passMark }: GivenChoice,
  { signal, onStep }: GivenWatch,
): Promise<GivenPackage> {
  onStep('check');
  const content = await contentOfDraft(draft, (file) => worldText(file, signal));
  if (!content.ok) return content;
  onStep('game');
  const parts = await loadParts(signal, (done, all) => onStep('game', { done, all }));
  onStep('pack');
  const { pack } = content.value;
  const choice: PackageChoice = {
    title: undefined,
    language,
    round:
      passMark === undefined
        ? undefined
        : { parameters: parametersFor({ packs: [pack], passMark }), passMark },
    keepOpen: false,
    hosts: [],
    lrs: undefined,
    packs: [pack],
  };
  if (kind === 'html') {
    const bytes = wholePage(parts, content.value, choice, await firstInboxOf(content.value));
    return { ok: true, name: `${pack}.html`, type: 'text/html', bytes };
  }
  const bytes = coursePackage(kind, parts, content.value, choice);
  return { ok: true, name: `${pack}-${kind}.zip`, type: 'application/zip', bytes };
}

async function firstInboxOf({ pack, first }: DraftContent): Promise<FirstInbox> {
  if (first === undefined) return { pack: '', scenario: '', heads: {} };
  await Promise.all(languages.map(loadLanguage));
  const { messages } = inboxRound(first, { pack: { id: '' }, assets: '' });
  const sealed = messages.map((message) => message.sealed);
  const heads = languages.map((language) => [
    `${pack}/${first.id}/${language}`,
    headOf(first, sealed, language),
  ]);
  return { pack, scenario: first.id, heads: Object.fromEntries(heads) };
}

/** The text of a world that the site has. */
async function worldText(file: string, signal: AbortSignal): Promise<string | undefined> {
  const response = await fetch(contentRoot + file, { cache: 'no-cache', signal });
  return response.ok ? response.text() : undefined;
}
