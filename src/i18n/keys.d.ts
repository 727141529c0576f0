/** Makes t('…') know its keys. */
import 'i18next';
import type file from './file.ja.json';
import type headers from './headers.ja.json';
import type sentences from './ja.json';
import type lens from './lens.ja.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: {
      translation: typeof sentences;
      file: typeof file;
      headers: typeof headers;
      lens: typeof lens;
    };
  }
}
