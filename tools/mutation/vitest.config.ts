import { defineConfig } from 'vitest/config';

/** The tests that judge the rooms which are mutated, without those that start a server or a process. */
export default defineConfig({
  test: {
    include: ['{checks,model,results}/**/*.test.ts', 'clients/checks/*.test.ts'],
    pool: 'threads',
    isolate: false,
  },
});
