import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ValueChange } from '../../../src/core/draft/change-text.ts';
import {
  addFile,
  changeText,
  changeValue,
  type Draft,
  openDraft,
  redo,
  removeFile,
  renameFile,
  textsOf,
  undo,
} from '../../../src/core/draft/draft.ts';
import type { JsonValue } from '../../../src/core/draft/json.ts';
import { type DraftFile, problemsOf, scenarioOf } from '../../../src/core/draft/read-file.ts';
import { written } from '../../../src/core/draft/write.ts';
import { parseScenario } from '../../../src/core/lint/parse.ts';
import type { Message } from '../../../src/core/scenario/format/message.ts';
import { aClue, aMessage, aScenario, both } from '../../fixtures/builders.ts';
import { shippedFiles, shippedScenarios } from '../../fixtures/shipped.ts';

const path = 'packs/test/scenarios/a-morning.json';
const pretty = (value: JsonValue): string => `${written(value, { indent: 0, before: 0, after: 0 })}\n`;
const textOfScenario = (messages: readonly Message[]): string =>
  pretty(JSON.parse(JSON.stringify({ ...aScenario(), messages })));
const open = (text: string): Draft => openDraft(new Map([[path, text]]));
const draftOf = (...messages: readonly Message[]): Draft => open(textOfScenario(messages));
const textIn = (draft: Draft | undefined): string => (draft && textsOf(draft).get(path)) ?? '';

function fileIn(draft: Draft): DraftFile {
  const file = draft.files.get(path);
  if (file === undefined) throw new Error('the file is gone');
  return file;
}
function after(draft: Draft, ...changes: readonly ValueChange[]): Draft {
  return changes.reduce((now, change) => {
    const next = changeValue(now, path, change);
    if (next === undefined) throw new Error(`no place for ${JSON.stringify(change)}`);
    return next;
  }, draft);
}
const messagesOf = (draft: Draft) => {
  const file = fileIn(draft);
  return file.kind === 'scenario' ? file.messages : [];
};
const rulesOf = (draft: Draft): readonly string[] => problemsOf(fileIn(draft)).map(({ rule }) => rule);

/** All that is read from a text, so that two readings can be compared. */
function readingOf(file: DraftFile) {
  const messages =
    file.kind === 'scenario'
      ? file.messages.map(({ start, end, value, message }) => ({ start, end, value, message }))
      : [];
  return { ...file, messages, problems: problemsOf(file), scenario: scenarioOf(file) };
}
/** Compares what a draft says of its file with what a new draft of the same text says. */
function expectInStep(draft: Draft): void {
  const { text } = fileIn(draft);
  expect(readingOf(fileIn(draft))).toEqual(readingOf(fileIn(open(text))));
}

const shipped = openDraft(shippedFiles);

describe('a draft', () => {
  it('saves every shipped file as it was opened', () => {
    expect(textsOf(shipped)).toEqual(shippedFiles);
  });

  it('reads every shipped file without an error, and can play every scenario', () => {
    for (const [name, file] of shipped.files) {
      const errors = problemsOf(file).filter(({ severity }) => severity === 'error');
      expect(errors, name).toEqual([]);
    }
    for (const [name, text] of shippedScenarios) {
      const parsed = parseScenario(text, name);
      const file = shipped.files.get(name);
      expect(file && scenarioOf(file), name).toEqual(parsed.ok ? parsed.value : 'refused');
    }
  });

  it('keeps a text that is no JSON, says what is wrong, and reads it again once it is corrected', () => {
    const text = textOfScenario([aMessage()]);
    const at = text.indexOf('"channel"');
    const broken = changeText(open(text), path, { start: at, end: at + 1, text: '' });
    if (broken === undefined) throw new Error('nothing was typed');
    expect(rulesOf(broken)).toEqual(['broken-json']);
    expect(changeValue(broken, path, { kind: 'set', path: ['id'], value: 'b' })).toBeUndefined();
    const mended = changeText(broken, path, { start: at, end: at, text: '"' });
    expect(textIn(mended)).toBe(text);
    expect(mended && scenarioOf(fileIn(mended))).toBeDefined();
  });

  it('reports the problems of each message by itself, and can draw the others', () => {
    const { subject: _, ...untitled } = aMessage({ id: 'two' });
    const draft = open(
      pretty(JSON.parse(JSON.stringify({ ...aScenario(), messages: [aMessage({ id: 'one' }), untitled] }))),
    );
    const [one, two] = messagesOf(draft);
    expect(one?.message?.id).toBe('one');
    expect(one?.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(two?.message).toBeUndefined();
    expect(two?.problems.map(({ rule }) => rule)).toContain('missing-field');
    expect(scenarioOf(fileIn(draft))).toBeUndefined();
  });

  it('checks only the changed message again', () => {
    const draft = draftOf(aMessage({ id: 'one' }), aMessage({ id: 'two' }));
    const changed = after(draft, { kind: 'set', path: ['messages', 0, 'subject', 'en'], value: 'Other' });
    expect(messagesOf(changed)[1]?.problems).toBe(messagesOf(draft)[1]?.problems);
    expect(messagesOf(changed)[0]?.problems).not.toBe(messagesOf(draft)[0]?.problems);
  });

  it('reports two messages with one id, until the ids differ', () => {
    const draft = draftOf(aMessage({ id: 'one' }), aMessage({ id: 'two' }));
    const twice = after(draft, { kind: 'set', path: ['messages', 1, 'id'], value: 'one' });
    expect(rulesOf(twice)).toContain('duplicate-id');
    expect(rulesOf(undo(twice) ?? twice)).not.toContain('duplicate-id');
  });

  it('reports a problem with its line', () => {
    const draft = after(draftOf(aMessage({ id: 'one' }), aMessage({ id: 'two' })), {
      kind: 'set',
      path: ['messages', 1, 'id'],
      value: 'Two',
    });
    const lines = textIn(draft).split('\n');
    const problem = problemsOf(fileIn(draft)).find(({ rule }) => rule === 'wrong-form');
    expect(lines[(problem?.line ?? 0) - 1]).toContain('"id": "Two"');
  });

  it('has nothing to undo at first, and nothing to redo after a new change', () => {
    const draft = draftOf(aMessage());
    expect(undo(draft)).toBeUndefined();
    const changed = after(draft, { kind: 'set', path: ['author'], value: 'B' });
    const back = undo(changed);
    expect(textIn(back)).toBe(textIn(draft));
    expect(back && textIn(redo(back))).toBe(textIn(changed));
    expect(back && redo(after(back, { kind: 'set', path: ['author'], value: 'C' }))).toBeUndefined();
  });

  it('refuses a range outside the text', () => {
    const draft = open('{}');
    for (const [start, end] of [
      [-1, 0],
      [1, 0],
      [0, 3],
    ] as const) {
      expect(changeText(draft, path, { start, end, text: '' })).toBeUndefined();
    }
    expect(changeText(draft, 'elsewhere.json', { start: 0, end: 0, text: '' })).toBeUndefined();
  });
});

describe('a quotation', () => {
  const quoting = (ja: string, en: string) =>
    aMessage({
      body: [
        { kind: 'text', text: { ja: 'すぐに返信してください。', en: 'Please answer at once, or else.' } },
      ],
      clues: [aClue({ anchor: { quote: { ja, en } } })],
    });
  const textPath = (language: string) => ['messages', 0, 'body', 0, 'text', language];
  const quoteIn = (draft: Draft) => {
    const solution = messagesOf(draft)[0]?.message?.solution;
    const anchor = solution?.truth === 'phish' ? solution.clues[0]?.anchor : undefined;
    return anchor !== undefined && 'quote' in anchor ? anchor.quote : undefined;
  };
  const draft = draftOf(quoting('すぐに返信', 'answer at once'));

  it('follows an edit of its words, in the same step', () => {
    const changed = after(draft, {
      kind: 'set',
      path: textPath('en'),
      value: 'Please answer within the hour, or else.',
    });
    expect(quoteIn(changed)).toEqual({ ja: 'すぐに返信', en: 'answer within the hour' });
    expect(textIn(undo(changed))).toBe(textIn(draft));
  });

  it('stays as it is where the edit is elsewhere', () => {
    const changed = after(draft, {
      kind: 'set',
      path: textPath('en'),
      value: 'Kindly answer at once, or what?',
    });
    expect(quoteIn(changed)).toEqual({ ja: 'すぐに返信', en: 'answer at once' });
  });

  it('is kept and reported as lost if the whole text was rewritten', () => {
    const changed = after(draft, { kind: 'set', path: textPath('en'), value: 'Hello!' });
    expect(quoteIn(changed)).toEqual({ ja: 'すぐに返信', en: 'answer at once' });
    expect(rulesOf(changed)).toContain('anchor-not-found');
  });

  it('follows in both languages, when both are set at once', () => {
    const changed = after(draft, {
      kind: 'set',
      path: textPath('ja').slice(0, -1),
      value: { ja: 'すぐにご返信ください。', en: 'Please reply at once, or else.' },
    });
    expect(quoteIn(changed)).toEqual({ ja: 'すぐにご返信', en: 'reply at once' });
  });

  it('follows an edit of one of several runs', () => {
    const runs = [{ text: 'Please answer', bold: true }, ' at once', ', or else.'];
    const changed = after(
      draft,
      { kind: 'set', path: textPath('en'), value: runs },
      { kind: 'set', path: [...textPath('en'), 1], value: ' right now' },
    );
    expect(quoteIn(changed)).toEqual({ ja: 'すぐに返信', en: 'answer right now' });
  });

  it('in a difference follows the text of the twin', () => {
    const body = (text: string): Message['body'] => [{ kind: 'text', text: both(text) }];
    const mine = aMessage({ id: 'one', body: body('Mine.'), twin: 'two' });
    const differences = [
      { here: { quote: both('Mine') }, there: { quote: both('Theirs') }, text: both('Answer.') },
    ];
    const twins = draftOf(
      { ...mine, solution: { ...mine.solution, differences } },
      aMessage({ id: 'two', body: body('Theirs.'), twin: 'one' }),
    );
    const changed = after(twins, {
      kind: 'set',
      path: ['messages', 1, 'body', 0, 'text'],
      value: both('Theirs, too.'),
    });
    const longer = after(changed, {
      kind: 'set',
      path: ['messages', 1, 'body', 0, 'text'],
      value: both('The others, too.'),
    });
    const told = messagesOf(longer)[0]?.message?.solution.differences;
    expect(told?.[0]?.there).toEqual({ quote: both('The others') });
    expect(told?.[0]?.here).toEqual({ quote: both('Mine') });
  });
});

describe('the files of a draft', () => {
  const draft = draftOf(aMessage());
  const other = 'packs/test/scenarios/an-evening.json';
  const pathsOf = (one: Draft | undefined): readonly string[] => [...(one?.files.keys() ?? [])];

  it('are added with their problems, and taken back', () => {
    const added = addFile(draft, other, '{');
    const file = added?.files.get(other);
    expect(pathsOf(added)).toEqual([path, other]);
    expect(file && problemsOf(file).map(({ rule }) => rule)).toEqual(['broken-json']);
    const back = added && undo(added);
    expect(pathsOf(back)).toEqual([path]);
    expect(textsOf((back && redo(back)) ?? draft).get(other)).toBe('{');
  });

  it('are removed, and come back as they were', () => {
    const removed = removeFile(draft, path);
    expect(pathsOf(removed)).toEqual([]);
    const back = removed && undo(removed);
    expect(textIn(back)).toBe(textIn(draft));
    expect(back && scenarioOf(fileIn(back))).toBeDefined();
    expect(removeFile(draft, other)).toBeUndefined();
  });

  it('are renamed with their text and read as what they are now', () => {
    const renamed = renameFile(draft, path, other);
    expect(pathsOf(renamed)).toEqual([other]);
    expect(renamed && textsOf(renamed).get(other)).toBe(textIn(draft));
    expect(renamed?.files.get(other)?.kind).toBe('scenario');
    const drill = renameFile(draft, path, 'packs/test/drills/a-morning.json')?.files.get(
      'packs/test/drills/a-morning.json',
    );
    expect(drill?.kind).toBe('other');
    expect(drill && problemsOf(drill).length).toBeGreaterThan(0);
    expect(renameFile(draft, other, path)).toBeUndefined();
    expect(renameFile(draft, path, path)).toBeUndefined();
  });

  it('keep the steps made before they were renamed', () => {
    const changed = after(draft, { kind: 'set', path: ['author'], value: 'B' });
    const renamed = renameFile(changed, path, other);
    const back = renamed && undo(renamed);
    expect(textIn(back && undo(back))).toBe(textIn(draft));
  });

  it('may change the capitals of their own name', () => {
    expect(pathsOf(renameFile(draft, path, path.toUpperCase()))).toEqual([path.toUpperCase()]);
  });

  it.each([
    ['the path of another file', path],
    ['a path that differs by capitals only', path.toUpperCase()],
    ['the name of a folder', 'packs/test/scenarios'],
    ['a file as a folder', `${path}/more.json`],
    ['a path out of the folder', '../secret.json'],
    ['a path from the root', '/etc/pack.json'],
    ['a path of Windows', 'packs\\test\\pack.json'],
    ['a drive', 'C:/pack.json'],
    ['an empty name', 'packs//pack.json'],
    ['no name', ''],
  ])('do not get %s', (_, taken) => {
    const two = addFile(draft, other, '{}') ?? draft;
    expect(addFile(draft, taken, '{}')).toBeUndefined();
    expect(renameFile(two, other, taken)).toBeUndefined();
  });
});

// ------------------------------------------------------------------------------------------------ laws

const scenario = textOfScenario([aMessage({ id: 'one' }), aMessage({ id: 'two' })]);

/** A change at one of the places a text has. `at` and `pick` choose. */
function changeAt(text: string, at: number, value: JsonValue, kind: ValueChange['kind']): ValueChange {
  const places = placesIn(JSON.parse(text), []);
  const place = places[at % places.length] ?? [];
  return kind === 'remove' ? { kind, path: place } : { kind, path: place, value };
}

function placesIn(value: JsonValue, place: ValueChange['path']): readonly ValueChange['path'][] {
  if (typeof value !== 'object' || value === null) return [place];
  const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [place, ...members.flatMap(([step, member]) => placesIn(member, [...place, step]))];
}

const put: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom<JsonValue>(
    'one',
    'two',
    { ja: 'あ', en: 'a' },
    [],
    {},
    null,
    7,
    '2019-06-01T09:00:00+09:00',
  ),
);
const typed = fc.constantFrom('', '"', '}', '{', ',', ' ', 'x', '\n', '[]', '"a": 1,', '\uFEFF', '\uFFFD');
const action = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ at: fc.nat(), put, kind: fc.constantFrom('set', 'insert', 'remove') }),
  },
  { weight: 1, arbitrary: fc.record({ at: fc.nat(), length: fc.nat({ max: 3 }), typed }) },
);

function acted(draft: Draft, one: typeof action extends fc.Arbitrary<infer Action> ? Action : never): Draft {
  const { text } = fileIn(draft);
  if ('typed' in one) {
    const start = one.at % (text.length + 1);
    const end = Math.min(text.length, start + one.length);
    return changeText(draft, path, { start, end, text: one.typed }) ?? draft;
  }
  if (fileIn(draft).kind === 'broken') return undo(draft) ?? draft;
  return changeValue(draft, path, changeAt(text.replace(/^\uFEFF/, ''), one.at, one.put, one.kind)) ?? draft;
}

/** A draft after all its steps were undone, or redone. */
function allOf(step: typeof undo, draft: Draft): Draft {
  const next = step(draft);
  return next === undefined ? draft : allOf(step, next);
}

describe('any sequence of changes', () => {
  it('keeps the reading equal to that of the text, and can be undone to the start and redone', () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 5 }), (actions) => {
        let draft = open(scenario);
        for (const one of actions) {
          draft = acted(draft, one);
          expectInStep(draft);
        }
        const end = textIn(allOf(redo, draft));
        const back = allOf(undo, draft);
        expect(textIn(back)).toBe(scenario);
        expectInStep(back);
        expect(textIn(allOf(redo, back))).toBe(end);
      }),
      { numRuns: 25 },
    );
  });

  it('can be played exactly when the game would play its text', () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 3 }), (actions) => {
        const draft = actions.reduce(acted, open(scenario));
        const { text } = fileIn(draft);
        const parsed = parseScenario(text, path);
        expect(scenarioOf(fileIn(draft))).toEqual(parsed.ok ? parsed.value : undefined);
      }),
      { numRuns: 60 },
    );
  });

  it('changes one range of the text for each change, unless a quotation follows', () => {
    fc.assert(
      fc.property(fc.nat(), put, fc.constantFrom('set', 'insert', 'remove'), (at, value, kind) => {
        const change = changeAt(scenario, at, value, kind);
        const step = changeValue(open(scenario), path, change)?.past?.step;
        expect(step?.kind === 'text' ? step.replacements.length : 1).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves every anchor of a shipped message in place when words are added elsewhere', () => {
    for (const [file, text] of shippedScenarios) {
      const value: { readonly messages: readonly { readonly body: readonly JsonValue[] }[] } =
        JSON.parse(text);
      const last = value.messages.length - 1;
      const more = { kind: 'text', text: { ja: '以上、追記です。', en: 'Added below.' } };
      const changed = changeValue(shipped, file, {
        kind: 'insert',
        path: ['messages', last, 'body', value.messages[last]?.body.length ?? 0],
        value: more,
      });
      const read = changed?.files.get(file);
      const lost = read && problemsOf(read).filter(({ rule }) => rule.startsWith('anchor-'));
      expect(lost).toEqual([]);
    }
  });
});

describe('any sequence of changes to the files', () => {
  const names = fc.constantFrom(
    path,
    'packs/test/scenarios/b.json',
    'packs/test/pack.json',
    'packs/test/drills/d.json',
    'notes.txt',
  );
  const fileAction = fc.oneof(
    fc.record({ kind: fc.constant('add'), path: names, text: fc.constantFrom('{}', '{', scenario) }),
    fc.record({ kind: fc.constant('remove'), path: names }),
    fc.record({ kind: fc.constant('rename'), path: names, to: names }),
    fc.record({ kind: fc.constant('type'), path: names, text: typed }),
  );
  type FileAction = typeof fileAction extends fc.Arbitrary<infer Action> ? Action : never;

  function changed(draft: Draft, one: FileAction): Draft {
    if ('to' in one) return renameFile(draft, one.path, one.to) ?? draft;
    if (!('text' in one)) return removeFile(draft, one.path) ?? draft;
    return (
      (one.kind === 'add'
        ? addFile(draft, one.path, one.text)
        : changeText(draft, one.path, { start: 0, end: 0, text: one.text })) ?? draft
    );
  }
  const readings = ({ files }: Draft) => new Map([...files].map(([name, file]) => [name, readingOf(file)]));

  it('reads each file as if it were opened anew, and can be undone to the start and redone', () => {
    fc.assert(
      fc.property(fc.array(fileAction, { minLength: 1, maxLength: 8 }), (actions) => {
        const start = open(scenario);
        const end = actions.reduce(changed, start);
        expect(readings(end)).toEqual(readings(openDraft(textsOf(end))));
        const back = allOf(undo, end);
        expect(textsOf(back)).toEqual(textsOf(start));
        expect(textsOf(allOf(redo, back))).toEqual(textsOf(end));
      }),
      { numRuns: 40 },
    );
  });
});
