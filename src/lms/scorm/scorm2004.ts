/** SCORM 2004 4th edition (RTE 4.2). */
import type { Localized } from '../../core/scenario/format/text.ts';
import { decimal, numberWithin, rawScore, type ScormDialect, type Status } from './scorm-dialect.ts';
import { duration, timestamp } from '../durations.ts';

/** SCORM 2004 4th edition (Run-Time Environment, section 4). */
export const scorm2004: ScormDialect = {
  standard: 'scorm2004',
  api: 'API_1484_11',
  names: {
    initialize: 'Initialize',
    terminate: 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    lastError: 'GetLastError',
    errorString: 'GetErrorString',
  },
  ended: ['104'],
  stateLimit: 64_000,
  mode: 'cmi.mode',
  learner: 'cmi.learner_id',
  language: 'cmi.learner_preference.language',
  passMark: 'cmi.scaled_passing_score',
  passMarkFrom: (value) => {
    const scaled = numberWithin(value, 0, 1);
    return scaled === undefined ? undefined : Math.round(scaled * 10_000) / 100;
  },
  rawScore: 'cmi.score.raw',
  exit: 'cmi.exit',
  sessionTime: 'cmi.session_time',
  sessionTimeOf: duration,
  statusElements: ['cmi.completion_status', 'cmi.success_status'],
  statusFrom: ([completion = '', success = '']) => {
    if (success === 'passed' || success === 'failed') return success;
    return completion === 'completed' ? 'completed' : 'begun';
  },
  begun: [['cmi.completion_status', 'incomplete']],
  statusPairs: (status, keepOpen) => [
    ['cmi.completion_status', status === 'failed' && keepOpen ? 'incomplete' : 'completed'],
    ...success(status),
  ],
  scorePairs: (score, whole) => [
    ['cmi.score.raw', decimal(score), String(whole)],
    ['cmi.score.scaled', String(Math.round(score * 100) / 10_000)],
  ],
  scoreBounds: [
    ['cmi.score.min', '0'],
    ['cmi.score.max', '100'],
  ],
  progressPairs: ({ progress }) => [['cmi.progress_measure', decimal(Math.min(1, Math.max(0, progress)))]],
  interactions: (decision, language, first) => {
    const { pack, scenario, message, at, seconds, truth, verdict, correct, facts } = decision;
    const about = `${pack}:${scenario}:${message}`;
    const when = ['timestamp', timestamp(at)] as const;
    return [
      [
        ['id', `urn:mikiwame:verdict:${about}:${first}`],
        ['type', 'choice'],
        when,
        ['correct_responses.0.pattern', truth],
        ['learner_response', verdict],
        ['result', correct ? 'correct' : 'incorrect'],
        ['latency', duration(seconds * 1000)],
        ['description', description(decision.title, language)],
      ],
      ...facts.map(
        ({ id, title, found }, place) =>
          [
            ['id', `urn:mikiwame:fact:${about}:${id}:${first + 1 + place}`],
            ['type', 'true-false'],
            when,
            ['correct_responses.0.pattern', 'true'],
            ['learner_response', String(found)],
            ['result', found ? 'correct' : 'incorrect'],
            ['description', description(title, language)],
          ] as const,
      ),
    ];
  },
  objectiveId: ({ family }) => `urn:mikiwame:family:${family}`,
  objective: ({ found, total }) => [
    ['score.scaled', String(Math.round((10_000 * found) / total) / 10_000)],
    rawScore('score.raw', (100 * found) / total),
    ['score.min', '0'],
    ['score.max', '100'],
    ['completion_status', 'completed'],
  ],
  leave: [['adl.nav.request', 'suspendAll']],
};

function success(status: Exclude<Status, 'begun'>): readonly (readonly [string, string])[] {
  return status === 'completed' ? [] : [['cmi.success_status', status]];
}

/** The title in at most 250 characters (localized_string_type), not cut within a surrogate pair. */
function description(title: Localized, language: 'ja' | 'en'): string {
  let text = '';
  for (const character of title[language].replaceAll(/\s+/g, ' ')) {
    if (text.length + character.length > 250) break;
    text += character;
  }
  return text;
}
