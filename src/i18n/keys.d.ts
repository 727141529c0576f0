/** Makes t('…') know its keys. */
import 'i18next';
import type coach from './coach.ja.json';
import type channels from './channels.ja.json';
import type directory from './directory.ja.json';
import type drill from './drill.ja.json';
import type file from './file.ja.json';
import type headers from './headers.ja.json';
import type sentences from './ja.json';
import type lens from './lens.ja.json';
import type lms from './lms.ja.json';
import type settings from './settings.ja.json';
import type plan from './plan.ja.json';
import type round from './round.ja.json';
import type teach from './teach.ja.json';
import type progress from './progress.ja.json';
import type verify from './verify.ja.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: {
      translation: typeof sentences;
      coach: typeof coach;
      channels: typeof channels;
      directory: typeof directory;
      drill: typeof drill;
      plan: typeof plan;
      round: typeof round;
      teach: typeof teach;
      file: typeof file;
      headers: typeof headers;
      lens: typeof lens;
      lms: typeof lms;
      settings: typeof settings;
      progress: typeof progress;
      verify: typeof verify;
    };
  }
}
