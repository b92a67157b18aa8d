import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { command } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'plain-nock-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Knows nothing of this suite: nock, and a fetch for each definition that has a request of its own. */
const program = `
const nock = require(${JSON.stringify(createRequire(import.meta.url).resolve('nock'))});
nock.disableNetConnect();
const definitions = nock.loadDefs(process.argv[2]);
nock.define(definitions);
(async () => {
  for (const { scope, method, path, body, exchange } of definitions.slice(1, -1)) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await fetch(scope + path, { method, headers: exchange.requestHeaders, body: method === 'GET' ? undefined : text });
    console.log(JSON.stringify([answer.status, await answer.text()]));
  }
})();
`;

test('plain nock serves a recording to a few lines of fetch', async () => {
  const words = [
    'record',
    'run.json',
    '--reference',
    '--seed',
    '4',
    '--num-runs',
    '1',
    '--suite',
    'clockOut,protocol',
    '--quiet',
  ];
  expect(await command([...words, '--max-requests', '700'], { folder })).toMatchObject({ stderr: '' });
  writeFileSync(join(folder, 'program.cjs'), program);
  const { stdout, stderr } = spawnSync(process.execPath, ['program.cjs', 'run.json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const served = stdout.trimEnd().split('\n');
  const recorded = await recordedAnswers(join(folder, 'run.json'));
  expect(served.length).toBeGreaterThan(600);
  expect(served.map((line) => JSON.parse(line) as unknown)).toEqual(recorded);
}, 120_000);

async function recordedAnswers(file: string): Promise<readonly unknown[]> {
  const { readRecordingFile } = await import('../cli/recording-file.ts');
  return readRecordingFile(file).interactions.map(({ outcome }) =>
    outcome.kind === 'response' ? [outcome.status, outcome.text] : [599, ''],
  );
}
