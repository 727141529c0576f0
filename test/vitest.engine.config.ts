/** The engine's tests alone, for mutation testing. */
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/core/engine/**/*.test.ts'], testTimeout: 60_000 } });
