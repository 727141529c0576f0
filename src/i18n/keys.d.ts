/** Makes t('…') know its keys. */
import 'i18next';
import type sentences from './ja.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof sentences };
  }
}
