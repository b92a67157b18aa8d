import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { fault } from '../faults/index.ts';
import { startReferenceServer, type ReferenceServer } from '../reference/server.ts';
import { preloads } from '../test/command.ts';
import { isWhole } from '../test/one-in.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const servers: ReferenceServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

/** What `npx vitest run --project conformance` says, as its users run it. */
async function conformance(
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly exitCode: number | null; readonly output: string }> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(TIMECARD_|VITEST|NODE_OPTIONS)/.test(name));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'conformance'], {
      cwd: root,
      env: {
        ...Object.fromEntries(inherited),
        NODE_OPTIONS: preloads,
        NO_COLOR: '1',
        TIMECARD_SUITE: 'clockOut',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}

async function serverWith(defect: string): Promise<Readonly<Record<string, string>>> {
  const wrong = fault(defect);
  if (wrong === undefined) throw new Error(`there is no defect ${defect}`);
  const server = await startReferenceServer({ fault: wrong });
  servers.push(server);
  return { TIMECARD_BASE_URL: server.url, TIMECARD_TOKEN: server.tokens.caller };
}

test('each requirement is a test that holds for the reference server', async () => {
  const { exitCode, output } = await conformance({});
  expect(output).toMatch(/Tests {2}\d{2,} passed/);
  expect(exitCode).toBe(0);
});

test('a violated requirement is a failed test with its source, the difference and the command that shows it again', async () => {
  const { exitCode, output } = await conformance({
    ...(await serverWith('clock-out-state-unchanged')),
    TIMECARD_MAX_REQUESTS: '100',
  });
  expect(output).toMatch(/FAIL .*TC-CLOCKOUT-\d+ MUST/);
  expect(output).toMatch(/source {2}/);
  expect(output).toMatch(/npx timecard-conformance run --base-url \S+ --requirement TC-CLOCKOUT-\d+ --seed/);
  expect(exitCode).toBe(1);
});

test.runIf(isWhole)('a server that cannot be judged is one failure with the sentence of the command', async () => {
  const { exitCode, output } = await conformance({ TIMECARD_BASE_URL: 'http://127.0.0.1:9' });
  expect(output).toMatch(/127\.0\.0\.1:9/);
  expect(output).not.toMatch(/\d+ passed/);
  expect(exitCode).toBe(1);
});

test('a variable with a slip is refused before anything is sent', async () => {
  const { exitCode, output } = await conformance({ TIMECARD_BASE_ULR: 'http://127.0.0.1:9' });
  expect(output).toContain('TIMECARD_BASE_URL');
  expect(exitCode).toBe(1);
});
