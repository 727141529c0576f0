import '@testing-library/jest-dom/vitest';
import { cleanup, configure, prettyDOM } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { changeLanguage, startLanguage } from '../src/i18n/setup.ts';
import { bareTexts } from './fixtures/bare-text.ts';
import { standInForLayout } from './stand-ins.ts';

// A busy machine renders slowly, and no test is about speed.
vi.setConfig({ testTimeout: 60_000 });
configure({
  asyncUtilTimeout: 20_000,
  // A wait fails many times before it succeeds, so the page is printed only when a report reads the message.
  getElementError(message, container) {
    const error = new Error();
    error.name = 'TestingLibraryElementError';
    Object.defineProperty(error, 'message', {
      get: () => [message, prettyDOM(container)].filter(Boolean).join('\n\n'),
    });
    return error;
  },
});

standInForLayout();
await startLanguage('ja');
beforeEach(() => changeLanguage('ja'));
afterEach(() => {
  const bare = bareTexts(document.body);
  cleanup();
  if (bare.length > 0) throw new Error(`A translator would freeze these texts:\n${bare.join('\n')}`);
});
