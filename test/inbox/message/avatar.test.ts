import { describe, expect, it } from 'vitest';
import { tintOf } from '../../../src/inbox/message/Avatar.tsx';

describe('the colour of a face', () => {
  it.each([
    ['カモメ便', 'カモメ便 お客様センター'],
    ['ひばりビル管理 事務所', 'ひばりビル管理（岡）'],
    ['名刺箱', '名刺箱／運営チーム'],
    ['Kamome Parcel', 'Kamome Customer Centre'],
    ['帳簿屋', '　帳簿屋'],
  ])('is the same for %j and %j, who claim to be the same', (one, other) => {
    expect(tintOf(one)).toBe(tintOf(other));
  });

  it('differs among those of a usual inbox', () => {
    const names = ['カモメ便', '高橋 直美', 'たすき労務', 'ひばりビル管理', '佐藤 健一'];
    expect(new Set(names.map(tintOf)).size).toBe(names.length);
  });

  it('is one of eight for any name, even an empty one', () => {
    for (const name of ['', ' ', '（', '0', '𠮷野']) expect(tintOf(name)).toBeLessThan(8);
  });
});
