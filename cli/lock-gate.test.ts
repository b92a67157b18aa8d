import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fault } from '../faults/index.ts';
import { startReferenceServer } from '../reference/server.ts';
import { command } from '../test/command.ts';
import { isWhole } from '../test/one-in.ts';
import { CommandError } from './command-error.ts';
import { lockFrom } from './read-lock.ts';
import type { GivenSettings } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'lock '));
const lock = join(folder, 'behaviour.lock');

/** Milliseconds: on a busy machine a run takes its time, and that is no fault. */
const patience = 120_000;

const run = (more: readonly string[], environment: NodeJS.ProcessEnv = {}): ReturnType<typeof command> =>
  command(
    ['run', '--suite', 'clockIn', '--num-runs', '1', '--report-dir', join(folder, 'reports'), '--lock', lock, ...more],
    { environment: { CI: '', ...environment } },
  );

describe('run --lock', { timeout: patience }, () => {
  let written: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    written = await run(['--reference', '--seed', '7', '--update-lock']);
  }, patience);

  it('is written by --update-lock', () => {
    expect(written.stderr).toMatch(/^timecard-conformance: The lock .+ now holds \d+ facts\.\n$/);
    expect(written.exitCode).toBe(0);
  });

  it('finds nothing with another seed, and writes nothing', async () => {
    const before = readFileSync(lock, 'utf8');
    const { exitCode, stdout } = await run(['--reference', '--seed', '8']);
    expect(stdout).toMatch(/\nNo difference in behaviour \(\d+ verdicts and facts compared\)\.\n$/);
    expect(exitCode).toBe(0);
    expect(readFileSync(lock, 'utf8')).toBe(before);
  });

  it('fails on what breaks, and says so in the results', async () => {
    const server = await startReferenceServer({ fault: known('clock-in-200') });
    try {
      const { exitCode, stdout } = await run(['--base-url', server.url, '--seed', '8'], {
        TIMECARD_TOKEN: server.tokens.caller,
      });
      expect(stdout).toContain('Breaking: passed → failed');
      expect(exitCode).toBe(1);
      const footer = readFileSync(join(folder, 'reports', 'results.ndjson'), 'utf8')
        .trimEnd()
        .split('\n')
        .at(-1);
      expect(JSON.parse(footer ?? '')).toMatchObject({ exitCode: 1, lock: { counts: { unknown: 0 } } });
    } finally {
      await server.close();
    }
  });

  it.runIf(isWhole)('is what diff compares a run with that it makes itself', async () => {
    const flags = ['--report-dir', join(folder, 'reports'), '--format', 'json'];
    const same = await command(['diff', lock, '--reference', '--seed', '9', ...flags], { environment: { CI: '' } });
    expect(JSON.parse(same.stdout)).toMatchObject({ counts: { breaking: 0, risky: 0, unknown: 0, compatible: 0 } });
    expect(same.exitCode).toBe(0);
    const server = await startReferenceServer({ fault: known('clock-in-200') });
    try {
      const { exitCode, stdout } = await command(['diff', lock, '--base-url', server.url, ...flags], {
        environment: { CI: '', TIMECARD_TOKEN: server.tokens.caller },
      });
      expect(JSON.parse(stdout)).toMatchObject({ right: { target: server.url } });
      expect(exitCode).toBe(1);
    } finally {
      await server.close();
    }
  });

  it.each<[string, string | undefined, GivenSettings, string]>([
    ['no file', undefined, { lock: join(folder, 'none.lock') }, 'none.lock; --update-lock writes one'],
    ['text', 'hello', {}, 'is not a lock; "run --lock'],
    ['a later format', '{"kind":"lock","format":2}', {}, 'this version reads format 1'],
    ['half a lock', '{"kind":"lock","format":1}', {}, 'is damaged at its top level; restore it from version control'],
    ['a lock for beta', undefined, { apiVersion: 'beta' }, 'is for v1.0, and this run judges beta'],
    [
      'a folder that does not exist',
      undefined,
      { updateLock: true, lock: join(folder, 'x', 'y.lock') },
      'make it first',
    ],
    ['a folder', undefined, { updateLock: true, lock: folder }, 'it is a directory'],
  ])('refuses %s in one sentence', (_, content, more, sentence) => {
    const file = content === undefined ? lock : join(folder, 'bad.lock');
    if (content !== undefined) writeFileSync(file, content);
    expect(refusal({ lock: file, ...more })).toContain(sentence);
  });

  it('refuses --update-lock without --lock', () => {
    expect(refusal({ updateLock: true })).toContain('give both');
  });

  it('refuses a lock of other requirements, and to write one where nobody reviews it', () => {
    const file = join(folder, 'other.lock');
    writeFileSync(file, readFileSync(lock, 'utf8').replace(/"catalogue": "\w+"/, '"catalogue": "0"'));
    expect(refusal({ lock: file })).toContain('was written with other requirements');
    expect(refusal({ lock: file, updateLock: true }, { CI: 'true' })).toContain('CI is set');
  });
});

function refusal(given: GivenSettings, environment: NodeJS.ProcessEnv = {}): string {
  try {
    lockFrom(given, environment);
  } catch (error) {
    if (error instanceof CommandError && error.exitCode === 2) return error.message;
    throw error;
  }
  throw new Error('It was not refused.');
}

function known(id: string): NonNullable<ReturnType<typeof fault>> {
  const found = fault(id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
}
