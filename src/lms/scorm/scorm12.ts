/** SCORM 1.2 (RTE 1.2, section 3.4). Responses are single characters and there are no descriptions, so the id says what is meant. */
import { decimal, numberWithin, rawScore, type ScormDialect, type Status } from './scorm-dialect.ts';
import { cmiTime, timespan } from '../durations.ts';

/** SCORM 1.2 (Run-Time Environment, section 3). */
export const scorm12: ScormDialect = {
  standard: 'scorm12',
  api: 'API',
  names: {
    initialize: 'LMSInitialize',
    terminate: 'LMSFinish',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    lastError: 'LMSGetLastError',
    errorString: 'LMSGetErrorString',
  },
  // SCORM 1.2 has no such code: 101 is "general exception", which may be anything.
  ended: [],
  stateLimit: 4_096,
  mode: 'cmi.core.lesson_mode',
  learner: 'cmi.core.student_id',
  language: 'cmi.student_preference.language',
  passMark: 'cmi.student_data.mastery_score',
  passMarkFrom: (value) => numberWithin(value, 0, 100),
  rawScore: 'cmi.core.score.raw',
  exit: 'cmi.core.exit',
  sessionTime: 'cmi.core.session_time',
  sessionTimeOf: timespan,
  statusElements: ['cmi.core.lesson_status'],
  statusFrom: ([status = '']) =>
    status === 'passed' || status === 'failed' || status === 'completed' ? status : 'begun',
  begun: [['cmi.core.lesson_status', 'incomplete']],
  statusPairs: (status, keepOpen) => [['cmi.core.lesson_status', lessonStatus(status, keepOpen)]],
  scorePairs: (score, whole) => [['cmi.core.score.raw', decimal(score), String(whole)]],
  scoreBounds: [
    ['cmi.core.score.min', '0'],
    ['cmi.core.score.max', '100'],
  ],
  progressPairs: () => [],
  interactions: (decision, _language, first) => {
    const { pack, scenario, message, at, seconds, truth, verdict, correct, facts } = decision;
    const about = `${pack}-${scenario}-${message}`;
    const when = ['time', cmiTime(at)] as const;
    const judgement = [
      ['id', identifier(`verdict-${about}`, first)],
      ['type', 'choice'],
      when,
      ['correct_responses.0.pattern', letter(truth)],
      ['student_response', letter(verdict)],
      ['result', correct ? 'correct' : 'wrong'],
      ['latency', timespan(seconds * 1000)],
    ] as const;
    return [
      judgement,
      ...facts.map(
        ({ id, found }, at) =>
          [
            ['id', identifier(`fact-${about}-${id}`, first + 1 + at)],
            ['type', 'true-false'],
            when,
            ['correct_responses.0.pattern', 't'],
            ['student_response', found ? 't' : 'f'],
            ['result', found ? 'correct' : 'wrong'],
          ] as const,
      ),
    ];
  },
  objectiveId: ({ family }) => `family-${family}`,
  objective: ({ found, total }) => [
    rawScore('score.raw', (100 * found) / total),
    ['score.min', '0'],
    ['score.max', '100'],
    ['status', found === total ? 'completed' : 'incomplete'],
  ],
  leave: [],
};

function lessonStatus(status: Exclude<Status, 'begun'>, keepOpen: boolean): string {
  return status === 'failed' && keepOpen ? 'incomplete' : status;
}

/** A CMIIdentifier: letters, digits, `_` and `-`, at most 255 characters. The number makes it unique over attempts. */
function identifier(name: string, number: number): string {
  return `${name.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, 240)}-${number}`;
}

const letter = (verdict: 'phish' | 'legitimate'): string => (verdict === 'phish' ? 'p' : 'l');
