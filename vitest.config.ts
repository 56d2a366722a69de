import { defineConfig } from 'vitest/config';
import { lexiconForVite } from './build/lexicon.mjs';

export default defineConfig({
  plugins: [lexiconForVite()],
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 },
});
