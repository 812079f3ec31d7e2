import { defineConfig } from 'vitest/config';

/** `quick` is what `npm test` runs (under three minutes); `slow` is what `.ci/run` adds. */
export default defineConfig({
  test: {
    // On two cores vitest would leave one idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'quick',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/**/*.slow.test.{ts,tsx}'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'slow',
          include: ['tests/**/*.slow.test.{ts,tsx}'],
          testTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
