import { chmodSync, rmSync } from 'node:fs';
import { build } from 'rolldown';

// The command and the entries of the package in few files: Node takes longer to find and read 500 modules than to run what
// a short command needs of them. Packages stay what npm installs.
rmSync('dist/parts', { recursive: true, force: true });
await build({
  input: {
    'cli/main': 'dist/cli/main.js',
    index: 'dist/index.js',
    'suites/timecard-suite': 'dist/suites/timecard-suite.js',
  },
  platform: 'node',
  external: /^[^./]/,
  output: { dir: 'dist', entryFileNames: '[name].js', chunkFileNames: 'parts/[name].js' },
});
chmodSync('dist/cli/main.js', 0o755);
