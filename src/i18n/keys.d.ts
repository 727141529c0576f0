/** Types the keys of t('…'). */
import 'i18next';
import type coach from './ja/coach.json';
import type debrief from './ja/debrief.json';
import type channels from './ja/channels.json';
import type directory from './ja/directory.json';
import type drill from './ja/drill.json';
import type failure from './ja/failure.json';
import type file from './ja/file.json';
import type hero from './ja/hero.json';
import type headers from './ja/headers.json';
import type start from './ja/start.json';
import type sentences from './ja/common.json';
import type lens from './ja/lens.json';
import type lms from './ja/lms.json';
import type settings from './ja/settings.json';
import type plan from './ja/plan.json';
import type result from './ja/result.json';
import type round from './ja/round.json';
import type site from './ja/site.json';
import type studio from './ja/studio.json';
import type teach from './ja/teach.json';
import type give from './ja/give.json';
import type importing from './ja/import.json';
import type opened from './ja/opened.json';
import type progress from './ja/progress.json';
import type verify from './ja/verify.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: {
      translation: typeof sentences;
      coach: typeof coach;
      debrief: typeof debrief;
      channels: typeof channels;
      directory: typeof directory;
      drill: typeof drill;
      plan: typeof plan;
      result: typeof result;
      round: typeof round;
      site: typeof site;
      teach: typeof teach;
      failure: typeof failure;
      file: typeof file;
      headers: typeof headers;
      hero: typeof hero;
      lens: typeof lens;
      lms: typeof lms;
      settings: typeof settings;
      start: typeof start;
      studio: typeof studio;
      give: typeof give;
      import: typeof importing;
      opened: typeof opened;
      progress: typeof progress;
      verify: typeof verify;
    };
  }
}
