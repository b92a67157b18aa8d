import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { CheapFirst } from './test/ci/cheap-first.ts';

const tests = ['**/*.test.ts'];
const elsewhere = ['**/node_modules/**', 'clients/*/.venv/**', 'dist/**', '.stryker-tmp/**'];
/** These change what all code of a thread shares: nock and redirected connections sit in node:http and node:net. */
const apart = [
  'targets/recording/{definition,for-any-client,load-nock,players,read-recording}.test.ts',
  'test/{fixtures-for-clients,plain-nock}.test.ts',
  'test/live/**/*.test.ts',
];

/** Only tests that begin in time are run where there is a deadline. */
const runner = './test/ci/deadline-runner.config.ts';

export default defineConfig({
  test: {
    // Commands that are tried as users run them wait for servers, and for reads that may be late: others work meanwhile.
    maxWorkers: 2 * availableParallelism(),
    sequence: { sequencer: CheapFirst },
    projects: [
      {
        test: {
          name: 'tests',
          include: tests,
          exclude: [...elsewhere, ...apart],
          pool: 'threads',
          runner,
          // Modules are loaded once for each worker and stay warm, which a third of the time was spent on.
          isolate: false,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'tests-apart',
          include: apart,
          exclude: elsewhere,
          runner,
          pool: 'threads',
          testTimeout: 120_000,
        },
      },
      // Requirements as tests, against the server that the environment names.
      { test: { name: 'conformance', include: ['suites/*.suite.ts'], pool: 'threads' } },
    ],
  },
});
