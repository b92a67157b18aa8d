import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { fault } from '../faults/index.ts';
import { startReferenceServer } from '../reference/server.ts';
import { command } from '../test/command.ts';
import { isWhole } from '../test/one-in.ts';

function reportFolder(): string {
  return mkdtempSync(join(tmpdir(), 'timecard report '));
}

/** Runs the command against a reference server with a defect, as a user who has only the caller's token. */
async function runAgainstDefect(id: string, folder: string, ...more: readonly string[]): ReturnType<typeof command> {
  const defect = fault(id);
  const server = await startReferenceServer(defect === undefined ? {} : { fault: defect });
  try {
    return await command(
      ['run', '--base-url', server.url, '--seed', '7', '--effort', 'quick', '--report-dir', folder, ...more],
      {
        environment: { TIMECARD_TOKEN: server.tokens.caller, CI: '' },
      },
    );
  } finally {
    await server.close();
  }
}

describe.concurrent('timecard-conformance run', () => {
  it('judges the embedded reference server where it is told no other, says so first and last, reports, and ends with 0', async () => {
    const folder = reportFolder();
    const { exitCode, stdout, stderr } = await command(
      ['run', '--seed', '7', '--effort', 'quick', '--report-dir', folder],
      { environment: { CI: '' } },
    );
    expect(stderr).toBe('');
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toBe('The embedded reference server was judged: no --base-url was given.');
    expect(lines.at(-1)).toBe('judged: the embedded reference server; --base-url judges yours');
    expect(stdout).toMatch(
      /^conforming: a quick run, \d+ requirements left out \(the embedded reference server, v1\.0\)$/m,
    );
    expect(exitCode).toBe(0);
    expect(readdirSync(folder).toSorted()).toEqual(['junit.xml', 'results.json', 'results.ndjson']);
  });

  it.runIf(isWhole)('is the default command', async () => {
    const { exitCode } = await command([
      '--reference',
      '--seed',
      '7',
      '--effort',
      'quick',
      '--suite',
      'confirm',
      '--quiet',
      '--report-dir',
      reportFolder(),
    ]);
    expect(exitCode).toBe(0);
  });

  it('asks what to judge where CI is set', async () => {
    const result = await command(['run'], { environment: { CI: '1' } });
    expect(result).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'timecard-conformance: No server is given, and CI is set: give --base-url, or --reference to judge the embedded reference server.\n',
    });
  });

  it.runIf(isWhole)('judges beta, and says that it did', async () => {
    const options = [
      '--reference',
      '--suite',
      'replace',
      '--api-version',
      'beta',
      '--seed',
      '7',
      '--effort',
      'quick',
      '--report-dir',
      reportFolder(),
    ];
    const { exitCode, stdout } = await command(['run', ...options]);
    expect(stdout).toMatch(/^conforming.*\(the embedded reference server, beta\)$/m);
    expect(exitCode).toBe(0);
  });

  it('judges a server that is somewhere else, with only the caller’s token, and names what would lift each skip', async () => {
    const { exitCode, stdout } = await runAgainstDefect('none', reportFolder());
    expect(stdout).toMatch(/^conforming/m);
    expect(exitCode).toBe(0);
    for (const variable of ['TIMECARD_READ_ONLY_TOKEN', 'TIMECARD_APP_TOKEN', 'TIMECARD_ON_BEHALF_OF_USER_ID'])
      expect(stdout).toContain(variable);
  });

  it('ends with 1 for a server that breaks a MUST, names the requirement, and prints how to see it again', async () => {
    const folder = reportFolder();
    const { exitCode, stdout } = await runAgainstDefect('clock-out-state-unchanged', folder, '--suite', 'clockOut');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^✗ TC-CLOCKOUT-003 {2}MUST/m);
    expect(stdout).toMatch(
      /again +npx timecard-conformance run --base-url \S+ --requirement TC-CLOCKOUT-003 --seed 7 --path \d/,
    );
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toContain('<failure');
  });

  it('writes a stream of which every line is valid by the published schema, and that renders to the same report', async () => {
    const folder = reportFolder();
    const { stdout } = await runAgainstDefect('clock-in-200', folder, '--suite', 'clockIn');
    const stream = join(folder, 'results.ndjson');
    const schema = JSON.parse(
      readFileSync(new URL('../results/results.schema.json', import.meta.url), 'utf8'),
    ) as object;
    const validate = new Ajv2020({ strict: false }).compile(schema);
    const lines = readFileSync(stream, 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) {
      const valid = validate(JSON.parse(line));
      expect({ line, errors: valid ? [] : validate.errors }).toEqual({ line, errors: [] });
    }
    const again = await command(['report', stream]);
    expect(again.exitCode).toBe(1);
    const body = (text: string): string => text.replace(/^reports: .*\n?/m, '').trimEnd();
    expect(body(again.stdout)).toBe(body(stdout));
  });

  it.runIf(isWhole)('fails for a SHOULD only when strict', async () => {
    const lax = await runAgainstDefect('client-request-id-replaced', reportFolder(), '--suite', 'clockOut,protocol');
    expect(lax.stdout).toMatch(/^⚠ TC-GEN-019/m);
    expect(lax.exitCode).toBe(0);
    const strict = await runAgainstDefect(
      'client-request-id-replaced',
      reportFolder(),
      '--suite',
      'clockOut,protocol',
      '--strict',
    );
    expect(strict.exitCode).toBe(1);
  });

  it.runIf(isWhole)('bears what the baseline lists, and fails for what is new and what is gone', async () => {
    const folder = reportFolder();
    const file = join(folder, 'baseline.json');
    const more = ['--suite', 'clockOut', '--effort', 'normal', '--num-runs', '1', '--baseline', file] as const;
    expect((await runAgainstDefect('clock-out-202', folder, ...more)).stderr).toContain('There is no baseline');
    const first = await runAgainstDefect('clock-out-202', folder, ...more, '--update-baseline');
    expect([first.exitCode, first.stderr]).toEqual([
      0,
      `timecard-conformance: The baseline ${file} now holds 1 known failure.\n`,
    ]);
    const known = await runAgainstDefect('clock-out-202', folder, ...more);
    expect(known.exitCode).toBe(0);
    expect(known.stdout).toContain('nonconforming: 1 known failure, as the baseline has it');
    expect(known.stdout).not.toContain('✗');
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toContain('failures="0" errors="0"');
    const gone = await runAgainstDefect('none', folder, ...more);
    expect(gone.exitCode).toBe(1);
    expect(gone.stdout).toContain('TC-CLOCKOUT-001 no longer fails');
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toContain('The baseline is right about TC-CLOCKOUT-001');
    const other = await runAgainstDefect('clock-out-state-unchanged', folder, ...more);
    expect(other.exitCode).toBe(1);
    expect(other.stdout).toContain('TC-CLOCKOUT-003 fails and is not in the baseline');
  });
});
