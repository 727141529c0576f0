import { besidePack } from '../../beside-pack.ts';
import type { Rule } from '../../rule.ts';

/** A pack is handed out whole, so it holds copies of the world's logos; a copy that differs would look like a forgery. */
export const worldLogo: Rule = {
  name: 'world-logo',
  severity: 'error',
  summary: {
    ja: '共通の世界のロゴと違う `logo-<id>.svg`',
    en: 'A `logo-<id>.svg` that is not the world’s',
  },
  scope: 'disk',
  check: ({ pack }, { pictures, logos }) => {
    if (pack === undefined || pictures === undefined || logos === undefined) return [];
    return [...logos].flatMap(([id, logo]) => {
      const name = `logo-${id}.svg`;
      const copy = pictures.get(name);
      if (copy === undefined || copy === logo) return [];
      return [
        {
          file: besidePack(pack.file, `assets/${name}`),
          path: [],
          text: {
            ja: `「${name}」が content/world/logos/${id}.svg と違います。そこからコピーし直すか、わざと変えたものなら別の名前にしてください。`,
            en: `“${name}” differs from content/world/logos/${id}.svg. Copy it again, or give a logo that is meant to differ another name.`,
          },
        },
      ];
    });
  },
};
