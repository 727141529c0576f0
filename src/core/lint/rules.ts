/** All rules, in the order of the guides. */
import { checks } from './checks.ts';
import type { Rule } from './rule.ts';
import { altText } from './rules/words/alt-text.ts';
import { assetMissing } from './rules/files/asset-missing.ts';
import { assetUnsafe } from './rules/files/asset-unsafe.ts';
import { assetUnused } from './rules/files/asset-unused.ts';
import { baseRate } from './rules/base-rate.ts';
import { bestScoresBadly } from './rules/best-scores-badly.ts';
import { blamingWords } from './rules/words/blaming-words.ts';
import { certificateLifetime } from './rules/certificate-lifetime.ts';
import { clueCount } from './rules/clue-count.ts';
import { consequenceLine } from './rules/words/consequence-line.ts';
import { difficultyDrift } from './rules/difficulty-drift.ts';
import { explanationLength } from './rules/words/explanation-length.ts';
import { fileNotListed } from './rules/files/file-not-listed.ts';
import { fileNotShipped } from './rules/files/file-not-shipped.ts';
import { genuineEvidence } from './rules/genuine-evidence.ts';
import { hopOfStrangers } from './rules/hop-of-strangers.ts';
import { htmlTags } from './rules/words/html-tags.ts';
import { idAcrossScenarios } from './rules/id-across-scenarios.ts';
import { innocentEvidence } from './rules/innocent-evidence.ts';
import { landingPageMissing } from './rules/landing-page-missing.ts';
import { linkText } from './rules/words/link-text.ts';
import { lowContrast } from './rules/words/low-contrast.ts';
import { noDecisiveFact } from './rules/no-decisive-fact.ts';
import { offTheFace } from './rules/off-the-face.ts';
import { pageUnreached } from './rules/page-unreached.ts';
import { pagesAlike } from './rules/pages-alike.ts';
import { personalNumber } from './rules/personal-number.ts';
import { pullMissing } from './rules/words/pull-missing.ts';
import { quoteOneLanguage } from './rules/quote-one-language.ts';
import { realDomain } from './rules/real-domain.ts';
import { sentAfterClock } from './rules/sent-after-clock.ts';
import { tinyText } from './rules/words/tiny-text.ts';
import { translationEqual } from './rules/words/translation-equal.ts';
import { translationShort } from './rules/words/translation-short.ts';
import { unknownAudience } from './rules/unknown-audience.ts';
import { weekdayOfDate } from './rules/words/weekday.ts';
import { worldContact } from './rules/world/world-contact.ts';
import { worldGenuine } from './rules/world/world-genuine.ts';
import { worldLogo } from './rules/world/world-logo.ts';
import { worldLure } from './rules/world/world-lure.ts';
import { worldQuoted } from './rules/world/world-quoted.ts';

/** Rules about which files of a pack are shipped, and which must not be. */
export const shippingRules: readonly Rule[] = [
  assetMissing,
  assetUnsafe,
  assetUnused,
  fileNotListed,
  fileNotShipped,
];

/** Rules of quality. They never keep a file from being played. */
export const goodPackRules: readonly Rule[] = [
  realDomain,
  personalNumber,
  difficultyDrift,
  unknownAudience,
  sentAfterClock,
  weekdayOfDate,
  htmlTags,
  certificateLifetime,
  clueCount,
  noDecisiveFact,
  quoteOneLanguage,
  bestScoresBadly,
  offTheFace,
  hopOfStrangers,
  innocentEvidence,
  pullMissing,
  genuineEvidence,
  landingPageMissing,
  pagesAlike,
  pageUnreached,
  linkText,
  translationEqual,
  translationShort,
  explanationLength,
  consequenceLine,
  blamingWords,
  lowContrast,
  tinyText,
  altText,
  worldContact,
  worldQuoted,
  worldGenuine,
  worldLure,
  worldLogo,
  ...shippingRules,
  idAcrossScenarios,
  baseRate,
];

export const rules: readonly Rule[] = [...checks, ...goodPackRules];
