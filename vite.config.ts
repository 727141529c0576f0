import { defineConfig } from 'vitest/config';
import { siteConfig } from './src/build/site-config.ts';

export default defineConfig({
  ...siteConfig(import.meta.dirname),
  test: {
    // Only to stop tests that hang. A property with a thousand cases may take long while the machine is busy.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Vitest leaves one processor to others, which on two is half of all.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          // Nothing here changes a global or the state of a module, so files share what they import: a third less work.
          isolate: false,
          include: [
            'test/{core,build,cli,content,fixtures,fuzz,lms,supply}/**/*.test.ts',
            'test/{architecture,documents}.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'worker',
          environment: 'node',
          include: ['test/worker/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'screen',
          environment: 'jsdom',
          include: [
            'test/{inbox,explain,play,drill,results,device,packs,studio,ui,i18n,loading,app}/**/*.test.{ts,tsx}',
          ],
          setupFiles: ['test/setup-screen.ts'],
        },
      },
    ],
  },
});
