import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Commands that are tried as users run them wait for servers, and for reads that may be late: others work meanwhile.
    maxWorkers: '150%',
    projects: [
      {
        test: {
          name: 'tests',
          include: ['**/*.test.ts'],
          exclude: ['**/node_modules/**', 'clients/*/.venv/**', 'dist/**', '.stryker-tmp/**'],
          pool: 'threads',
          testTimeout: 120_000,
        },
      },
      // Requirements as tests, against the server that the environment names.
      { test: { name: 'conformance', include: ['suites/*.suite.ts'], pool: 'threads' } },
    ],
  },
});
