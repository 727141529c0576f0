/** Attached files: their names, their types, and what they hold. */
import { nameAnatomy, typeAgrees } from '../../email/file/attachment.ts';
import type { Attachment } from '../../scenario/format/attachment.ts';
import { type FileType, languages } from '../../scenario/format/vocabulary.ts';
import type { Given } from '../given.ts';
import { clueOf, type FoundSign } from '../proposal.ts';
import { holdsProgram, locked, macro, nameSigns, otherType, typeSigns } from '../tables/file-names.ts';

/** Everything remarkable about the attachments. */
export function attachedFiles({ message }: Given): readonly FoundSign[] {
  return (message.attachments ?? []).flatMap((file) => [
    ...nameTricks(file),
    ...typeFindings(file),
    ...contents(file),
    ...(file.macro === true ? [clueOf(macro, { attachment: file.id, part: 'macro' })] : []),
    ...(file.locked === true ? [clueOf(locked, { attachment: file.id, part: 'lock' })] : []),
  ]);
}

function nameTricks({ id, name }: Attachment): readonly FoundSign[] {
  return languages
    .map((language) => nameAnatomy(name[language]))
    .flatMap(({ tricks, extension }) =>
      tricks.map((trick) => clueOf(nameSigns[trick.kind], { attachment: id }, { ...trick, extension })),
    );
}

function typeFindings({ id, name, type }: Attachment): readonly FoundSign[] {
  const { extension } = nameAnatomy(name.ja);
  const sign = typeSigns[type];
  const ofType = sign === undefined ? [] : [clueOf(sign, { attachment: id }, { extension })];
  const differs = typeAgrees(type, extension) === 'differs';
  return differs ? [clueOf(otherType, { attachment: id }, { extension, type }), ...ofType] : ofType;
}

const runs = (type: FileType): boolean => type === 'program' || type === 'shortcut';

function contents({ id, holds = [] }: Attachment): readonly FoundSign[] {
  return holds
    .filter(({ name, type }) => runs(type) || nameAnatomy(name.ja).runs)
    .slice(0, 1)
    .map(({ name }) => clueOf(holdsProgram, { attachment: id, part: 'contents' }, { name: name.ja }));
}
