/** Names for people of fiction. The first is the player of the shipped packs. */

/** A person's name in both languages. */
export interface InventedPerson {
  readonly ja: { readonly family: string; readonly given: string };
  readonly en: { readonly family: string; readonly given: string };
}

const person = (ja: string, en: string): InventedPerson => {
  const [family = '', given = ''] = ja.split(' ');
  const [first = '', last = ''] = en.split(' ');
  return { ja: { family, given }, en: { given: first, family: last } };
};

/** In the order of use. */
export const inventedPeople: readonly InventedPerson[] = [
  person('山田 葵', 'Aoi Yamada'),
  person('水野 遥', 'Haruka Mizuno'),
  person('森川 湊', 'Minato Morikawa'),
  person('白石 楓', 'Kaede Shiraishi'),
  person('西村 蓮', 'Ren Nishimura'),
  person('北野 凛', 'Rin Kitano'),
  person('早川 翠', 'Midori Hayakawa'),
  person('桜井 蛍', 'Hotaru Sakurai'),
  person('青木 岳', 'Gaku Aoki'),
  person('大橋 渚', 'Nagisa Ohashi'),
];
