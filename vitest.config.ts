import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // vitest would leave one core to its own main thread, which has next to nothing to do here.
    maxWorkers: '100%',
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
