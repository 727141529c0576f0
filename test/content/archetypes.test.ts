import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/core/scenario/format/scenario.ts';
import { shippedScenarios } from '../fixtures/shipped.ts';

/** The ways in which people in Japan are fooled, by the names that solutions give them. */
const archetypes = [
  'webmail-verify',
  'unusual-signin',
  'quota-full',
  'held-messages',
  'password-expiry',
  'domain-renewal',
  'delivery-sms',
  'delivery-mail-fee',
  'card-usage-confirm',
  'card-statement',
  'bank-purpose',
  'securities-mfa',
  'voice-phishing-bank',
  'fake-president-line',
  'bec-bank-change',
  'bec-invoice-new',
  'payroll-divert',
  'gift-card-boss',
  'esign-request',
  'file-share',
  'voicemail',
  'fax-scan',
  'qr-mfa',
  'qr-poster',
  'calendar-invite',
  'callback-invoice',
  'support-scam',
  'teams-helpdesk',
  'slack-dm',
  'mfa-fatigue',
  'device-code',
  'oauth-consent',
  'clickfix',
  'html-attachment',
  'pw-zip-macro',
  'sextortion',
  'tax-unpaid',
  'census-gov',
  'utility-unpaid',
  'etc-expressway',
  'rail-member',
  'marketplace-limit',
  'subscription-fail',
  'points-expire',
  'crypto-wallet',
  'job-offer',
  'academic-invite',
  'training-spoof',
  'vendor-portal',
  'known-contact-hacked',
  'fake-bounce',
  'police-impersonation',
  'ai-voice-boss',
] as const;

const solutions = shippedScenarios
  .map(([, text]): Scenario => JSON.parse(text))
  .flatMap(({ messages }) => messages.map(({ solution }) => solution));
const truthsOf = (archetype: string): ReadonlySet<string> =>
  new Set(solutions.flatMap((solution) => (solution.archetype === archetype ? [solution.truth] : [])));

describe('the shipped messages', () => {
  it.each(archetypes)('have a lure and genuine mail of the kind %s', (id) => {
    expect(truthsOf(id)).toEqual(new Set(['phish', 'legitimate']));
  });
});
