import { defineConfig } from 'vitest/config';
import { lettersForVite } from './build/letters.mjs';
import { lexiconForVite } from './build/lexicon.mjs';

export default defineConfig({
  plugins: [lexiconForVite(), lettersForVite()],
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Most tests wait for the command, a process of its own; by itself vitest leaves one core of two unused.
    maxWorkers: '100%',
    // dvcq hears these (src/extract/pdf/strays.ts), but so does vitest; test/cli/hostile.test.ts is about them.
    onUnhandledError: ({ stack }) => !/[\\/]pdfjs-dist[\\/]/.test(stack ?? ''),
  },
});
