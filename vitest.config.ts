import { defineConfig } from 'vitest/config';
import { lettersForVite } from './build/letters.mjs';
import { lexiconForVite } from './build/lexicon.mjs';

export default defineConfig({
  plugins: [lexiconForVite(), lettersForVite()],
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 },
});
