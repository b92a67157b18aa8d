import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { command } from '../command.ts';
import { startLiveEnvironment, type LiveEnvironment } from './surroundings.ts';
import { clientId } from './tenant-people.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const bare = mkdtempSync(join(tmpdir(), 'without-azure-'));
let there: LiveEnvironment;

/** The package as somebody has it who did not install the optional peer. */
beforeAll(async () => {
  cpSync(join(repository, 'dist'), join(bare, 'dist'), { recursive: true });
  mkdirSync(join(bare, 'node_modules'));
  const packages = join(repository, 'node_modules');
  for (const name of readdirSync(packages))
    if (!name.startsWith('.') && name !== '@azure') symlinkSync(join(packages, name), join(bare, 'node_modules', name));
  for (const name of ['package.json', 'schemas', 'specs', 'results', 'clients', 'targets', 'docs'])
    symlinkSync(join(repository, name), join(bare, name));
  there = await startLiveEnvironment();
});

afterAll(async () => {
  rmSync(bare, { recursive: true, force: true });
  await there.close();
});

function bareCommand(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const main = join(bare, 'dist', 'cli', 'main.js');
  return command(words, { main, folder: there.folder, environment: { ...there.environment, ...environment } });
}

it('a token of the environment does, and --auth says what to install', async () => {
  const ready = await bareCommand(['doctor'], { TIMECARD_TOKEN: there.entra.issue('caller') });
  expect(ready.stderr).toBe('');
  expect(ready.stdout).toMatch(/A run can begin\.\n$/);
  expect(ready.exitCode).toBe(0);
  const secret = { AZURE_CLIENT_ID: clientId, AZURE_CLIENT_SECRET: 'a-secret-of-the-app' };
  const { exitCode, stdout, stderr } = await bareCommand(['doctor', '--auth', 'client-secret'], secret);
  expect(stdout).toBe('');
  expect(stderr).toBe(
    'timecard-conformance: --auth client-secret signs in through @azure/identity, which is not installed; run "npm install @azure/identity@~4.13" (the last that Node 20 runs), or set TIMECARD_TOKEN and leave --auth out.\n',
  );
  expect(exitCode).toBe(2);
});

it('everything else works', async () => {
  const judged = await bareCommand(['run', '--reference', '--suite', 'clockIn', '--max-requests', '30', '--seed', '1']);
  expect(judged.stdout).toMatch(/(\d+) of \1 exercised requirements hold/);
  expect(judged.stderr).not.toContain('azure');
});
