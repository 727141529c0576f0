/** All rules, in the order they are reported for one place. */
import type { Rule } from './rule.ts';
import { altText } from './rules/alt-text.ts';
import { baseRate } from './rules/base-rate.ts';
import { blamingWords } from './rules/blaming-words.ts';
import { difficultyDrift } from './rules/difficulty-drift.ts';
import { explanationLength } from './rules/explanation-length.ts';
import { headersDisagree } from './rules/headers-disagree.ts';
import { landingPageMissing } from './rules/landing-page-missing.ts';
import { linkText } from './rules/link-text.ts';
import { lowContrast } from './rules/low-contrast.ts';
import { pageUnreached } from './rules/page-unreached.ts';
import { realDomain } from './rules/real-domain.ts';
import { translationEqual } from './rules/translation-equal.ts';
import { translationShort } from './rules/translation-short.ts';
import { unknownAudience } from './rules/unknown-audience.ts';

export const rules: readonly Rule[] = [
  realDomain,
  headersDisagree,
  difficultyDrift,
  unknownAudience,
  landingPageMissing,
  pageUnreached,
  linkText,
  translationEqual,
  translationShort,
  explanationLength,
  blamingWords,
  lowContrast,
  altText,
  baseRate,
];
