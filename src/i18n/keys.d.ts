/** Makes t('…') know its keys. */
import 'i18next';
import type drill from './drill.ja.json';
import type file from './file.ja.json';
import type headers from './headers.ja.json';
import type sentences from './ja.json';
import type lens from './lens.ja.json';
import type lms from './lms.ja.json';
import type settings from './settings.ja.json';
import type progress from './progress.ja.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: {
      translation: typeof sentences;
      drill: typeof drill;
      file: typeof file;
      headers: typeof headers;
      lens: typeof lens;
      lms: typeof lms;
      settings: typeof settings;
      progress: typeof progress;
    };
  }
}
