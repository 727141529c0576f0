/** What keeps a file out of play beyond the schema: the one definition for game, studio, build and command line. */
import type { Rule, TextRule } from './rule.ts';
import { attachmentContradiction, formInFile, unknownMessage } from './checks/attachments.ts';
import { blockInLesson } from './checks/block-in-lesson.ts';
import { meetingEnds, threadOrder } from './checks/channels.ts';
import { differencesWithoutTwin, differenceUntranslated } from './checks/differences.ts';
import {
  emptyDrill,
  turnLoop,
  turnNotLater,
  turnWithoutBest,
  unknownTurn,
  unreachableTurn,
} from './checks/drill.ts';
import {
  anchorAmbiguous,
  anchorNotFound,
  factWithoutClue,
  onlyClue,
  tooManyRegions,
  unknownFact,
} from './checks/evidence.ts';
import { headersDisagree } from './checks/headers-disagree.ts';
import { hiddenCharacter } from './checks/hidden-characters.ts';
import { lineTooLong, tooMuchText, unbreakableText } from './checks/layable.ts';
import { unsafeAddress } from './checks/official-site.ts';
import { emptyPack, listedTwice } from './checks/pack-lists.ts';
import { qrTooLong } from './checks/qr.ts';
import { shapeOfBox } from './checks/shape-of-box.ts';
import {
  formInMail,
  hiddenElsewhere,
  pageBlockOffPage,
  twinNotMutual,
  unknownContact,
  unknownLink,
  unknownPage,
  unknownTwin,
} from './checks/references.ts';
import { duplicateId } from './checks/unique-ids.ts';
import { worldDisagrees } from './checks/world.ts';

/** Checks of any text, also in a file that the schema refused. */
export const textChecks: readonly TextRule[] = [hiddenCharacter, unbreakableText, lineTooLong];

/** Checks of size. If one fails, the checks of meaning are not run, because they could take too long. */
export const sizeChecks: readonly Rule[] = [tooMuchText, tooManyRegions];

/** Checks of meaning, run once the schema and the checks of size accept a file. */
export const meaningChecks: readonly Rule[] = [
  duplicateId,
  unknownLink,
  unknownPage,
  unknownContact,
  unknownMessage,
  unknownTwin,
  twinNotMutual,
  differencesWithoutTwin,
  differenceUntranslated,
  unknownFact,
  factWithoutClue,
  onlyClue,
  anchorNotFound,
  anchorAmbiguous,
  formInMail,
  hiddenElsewhere,
  formInFile,
  pageBlockOffPage,
  blockInLesson,
  attachmentContradiction,
  threadOrder,
  meetingEnds,
  qrTooLong,
  shapeOfBox,
  headersDisagree,
  unsafeAddress,
  emptyDrill,
  unknownTurn,
  unreachableTurn,
  turnWithoutBest,
  turnLoop,
  turnNotLater,
  listedTwice,
  emptyPack,
  worldDisagrees,
];

export const checks: readonly Rule[] = [...textChecks, ...sizeChecks, ...meaningChecks];
