import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'serve-watch-'));
afterAll(() => rmSync(folder, { recursive: true }));

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

/** Serves, lets a program call, and interrupts: what was printed afterwards, and the code. */
async function watched(words: readonly string[], call: (printed: string) => Promise<unknown>) {
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', '--no-color', ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  const gone = new Promise<number | null>((resolve) => child.on('close', resolve));
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('npx timecard-conformance run\n')) resolve();
    });
  });
  const introduction = printed;
  await call(introduction);
  child.kill('SIGINT');
  return { exitCode: await gone, report: printed.slice(introduction.length), introduction };
}

const variable = (printed: string, name: string): string =>
  new RegExp(`^export ${name}=(.*)$`, 'm').exec(printed)?.[1] ?? '';

test('serve --watch reports who called, writes the results, and ends with their code', async () => {
  const { exitCode, report } = await watched(['--watch', '--report-dir', 'watched'], (printed) =>
    fetch(
      `${variable(printed, 'TIMECARD_BASE_URL')}/v1.0/teams/${variable(printed, 'TIMECARD_TEAM_ID')}/schedule/timeCards/TCK_1`,
      {
        method: 'DELETE',
        body: '{}',
        headers: { authorization: `Bearer ${variable(printed, 'TIMECARD_TOKEN')}` },
      },
    ),
  );
  expect(report).toContain('✗ TC-DELETE-006  MUST  A client sends no body with delete');
  expect(report).toMatch(/^nonconforming: 1 requirement does not hold \(the program that called, v1\.0\)$/m);
  expect(exitCode).toBe(1);
  const [header] = readFileSync(join(folder, 'watched', 'results.ndjson'), 'utf8').split('\n');
  expect(JSON.parse(header ?? '')).toMatchObject({ target: { kind: 'client' }, client: { host: 'watched' } });
});

test('nobody who called is no success', async () => {
  const { exitCode, report } = await watched(['--watch'], () => Promise.resolve());
  expect(report).toMatch(/^Nothing was judged: no request came; give the address to the program that is to be judged/);
  expect(exitCode).toBe(3);
});

test('without --watch nothing is judged, and the code is 0', async () => {
  const { exitCode, report } = await watched([], () => Promise.resolve());
  expect(report).toBe('');
  expect(exitCode).toBe(0);
});

test('serve --tls is trusted by who is told so, as it prints', async () => {
  const { introduction } = await watched(['--tls'], async (printed) => {
    const ca = variable(printed, 'NODE_EXTRA_CA_CERTS');
    expect(readFileSync(ca, 'utf8')).toContain('BEGIN CERTIFICATE');
    const program = `fetch(process.argv[1]).then(({ status }) => console.log(status), (error) => console.log(error.cause.code))`;
    const status = (environment: Readonly<Record<string, string>>): Promise<string> =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, ['-e', program, variable(printed, 'TIMECARD_BASE_URL')], {
          env: { ...process.env, ...environment },
        });
        let said = '';
        child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
        child.on('close', () => resolve(said.trim()));
      });
    expect(await status({ NODE_EXTRA_CA_CERTS: ca })).toBe('401');
    expect(await status({})).toMatch(/SELF_SIGNED/);
  });
  expect(variable(introduction, 'TIMECARD_BASE_URL')).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  for (const name of ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'TIMECARD_CA'])
    expect(variable(introduction, name)).toMatch(/ca\.pem$/);
  expect(introduction).toContain('# keytool -importcert');
  expect(() => readFileSync(variable(introduction, 'SSL_CERT_FILE'))).toThrow('ENOENT');
});
