/** The records of a game: valid by default, override what matters. */
import type { Decision, LearningRecord } from '../../src/lms/port.ts';

export function aDecision(change: Partial<Decision> = {}): Decision {
  return {
    pack: 'office',
    scenario: 'monday-mail',
    message: 'held-mail',
    title: { ja: '保留中のメールが3通あります', en: 'Three mails are held for you' },
    truth: 'phish',
    verdict: 'phish',
    confidence: 0.8,
    action: 'report',
    correct: true,
    score: 91.256,
    at: Date.UTC(2026, 10, 24, 9, 5, 7, 891),
    seconds: 42.5,
    facts: [
      { id: 'link-domain', title: { ja: 'リンク先が違う', en: 'The link leaves the company' }, found: true },
      { id: 'deadline', title: { ja: '期限で急がせる', en: 'It presses with a deadline' }, found: false },
    ],
    ...change,
  };
}

export function aRecord(change: Partial<LearningRecord> = {}): LearningRecord {
  return {
    score: 87.5,
    standing: 'passed',
    complete: true,
    progress: 1,
    decisions: [aDecision()],
    skills: [{ family: 'technical', found: 2, total: 3 }],
    ...change,
  };
}
