import { describe, expect, it } from 'vitest';
import { resultCodeOf, resultsIn } from '../../../src/core/record/result-code.ts';
import { roundCodeOf, settingsOfRoundCode } from '../../../src/core/record/round-code.ts';
import { aMessageRecord, aRecord } from './builders.ts';

const settings = 'mode=training&packs=office&length=5&seed=abc';
const roundCode = roundCodeOf(settings) ?? '';
const messages = Array.from({ length: 6 }, (_, at) => aMessageRecord({ message: `m-${at}` }));
const resultCode = resultCodeOf(aRecord({ messages, score: 71.5 }));

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const dashes = [...'-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc\uff0d\uff70\u2043\u2500\u301c\uff5e'];
const unseen = [...'\u200b\u200c\u200d\u2060\ufeff\u00ad\u00a0\u3000\u2009\u202f\t\n'];

describe('a round code', () => {
  it.each([
    '00W0-JZ9R-YA16-M6RE-5HGS-3JE',
    '００Ｗ０－ＪＺ９Ｒ－ＹＡ１６－Ｍ６ＲＥ－５ＨＧＳ－３ＪＥ',
    '00W0–JZ9R–YA16–M6RE–5HGS–3JE',
    '00W0-JZ9R-YA16-M6RE-5HGS-3JE。',
  ])('of an earlier version is accepted: %s', (typed) => {
    expect(settingsOfRoundCode(typed)).toBe(settings);
  });

  it.each([
    ['as it is', roundCode],
    ['in full width', fullWidth(roundCode)],
    ['in small letters', roundCode.toLowerCase()],
    ['in full width and small letters', fullWidth(roundCode.toLowerCase())],
    ['with a stop', `${roundCode}。`],
    ['with a full-width stop', `${roundCode}．`],
    ['with a comma', `${roundCode}、`],
    ['in brackets', `「${roundCode}」`],
    ['after its label', `ラウンドコード：${roundCode}`],
    ['after its label in English', `Round code: ${roundCode}`],
    ['with O for 0 and l for 1', roundCode.replaceAll('0', 'O').replaceAll('1', 'l')],
    ['quoted', `> ${roundCode.replaceAll('-', '\n> -')}`],
    ['quoted by bars', `| ${roundCode.replaceAll('-', '\n| ')}`],
  ])('is accepted %s', (_, typed) => {
    expect(settingsOfRoundCode(typed)).toBe(settings);
  });

  it.each(dashes)('is accepted with %j for its hyphens', (dash) => {
    expect(settingsOfRoundCode(roundCode.replaceAll('-', dash))).toBe(settings);
  });

  it.each(unseen)('is accepted with %j after its hyphens and around it', (mark) => {
    expect(settingsOfRoundCode(`${mark}${roundCode.replaceAll('-', `-${mark}`)}${mark}`)).toBe(settings);
  });

  it.each(['', '-', '。', 'あいう', `${roundCode}さ`, roundCode.slice(0, -1)])('is not %j', (typed) => {
    expect(settingsOfRoundCode(typed)).toBeUndefined();
  });
});

describe('a result code', () => {
  const [, body = ''] = /^MR1:(.*)\.$/.exec(resultCode) ?? [];
  const every = (count: number, mark: string): string =>
    resultCode.replaceAll(new RegExp(`.{${count}}`, 'g'), `$&${mark}`);

  it.each([
    ['as it is', resultCode],
    ['in full width', fullWidth(resultCode)],
    ['with a full-width colon', `MR1：${body}.`],
    ['with a space before the colon', `MR1 : ${body}.`],
    ['in full-width letters before the colon', `ＭＲ１：${body}．`],
    ['with a small l for the one', `mrl:${body}.`],
    ['with a Japanese stop', `MR1:${body}。`],
    ['with a half-width Japanese stop', `MR1:${body}｡`],
    ['with a full-width stop', `MR1:${body}．`],
    ['in small letters', resultCode.toLowerCase()],
    ['quoted', every(20, '\n> > ')],
    ['quoted by bars', every(20, '\n| ')],
    ['with soft breaks', every(76, '=\r\n')],
    ['within a sentence', `成績です。${resultCode}よろしくお願いします。`],
  ])('is accepted %s', (_, text) => {
    expect(resultsIn(text)).toMatchObject([{ kind: 'result', result: { score: 71.5 } }]);
  });

  it.each([...unseen, '-', '\u2011', 'ー'])('is accepted with %j every thirty letters', (mark) => {
    expect(resultsIn(every(30, mark))).toMatchObject([{ kind: 'result', result: { score: 71.5 } }]);
  });
});
