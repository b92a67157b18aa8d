import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', 'clients/*/.venv/**', 'dist/**', '.stryker-tmp/**'],
    pool: 'threads',
    // vitest would leave one core to its own main thread, which has next to nothing to do here.
    maxWorkers: '100%',
    testTimeout: 120_000,
  },
});
