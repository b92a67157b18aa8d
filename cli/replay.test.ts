import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command, type CommandResult } from '../test/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'replay-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...words: readonly string[]): Promise<CommandResult> => command(words, { folder });

type Entry = Record<string, unknown>;

/** Writes the recording again with something changed. */
function changed(name: string, change: (entries: Entry[]) => void): string {
  const entries = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as Entry[];
  change(entries);
  writeFileSync(join(folder, name), JSON.stringify(entries));
  return name;
}

function headerOf([first]: readonly Entry[]): Entry & { settings: Entry } {
  return first?.['recording'] as Entry & { settings: Entry };
}

let recorded: CommandResult;

beforeAll(async () => {
  writeFileSync(join(folder, 'precious.txt'), 'precious');
  recorded = await run(
    'record',
    'run.json',
    '--reference',
    '--seed',
    '8',
    '--suite',
    'confirm',
    '--max-requests',
    '40',
  );
}, 180_000);

test('a replay is held against a baseline', async () => {
  const entry = { requirement: 'TC-CONFIRM-001', reason: 'none', expires: '2020-01-01', flaky: true };
  writeFileSync(join(folder, 'known.json'), JSON.stringify({ format: 1, apiVersion: 'v1.0', entries: [entry] }));
  const held = await run('replay', 'run.json', '--player', 'direct', '--baseline', 'known.json');
  expect(held.stdout).toMatch(/TC-CONFIRM-001 is (in the baseline and was not judged|known to fail at times)/);
  writeFileSync(join(folder, 'known.json'), JSON.stringify({ format: 1, apiVersion: 'beta', entries: [] }));
  const other = await run('replay', 'run.json', '--baseline', 'known.json');
  expect(other).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('is for beta') as string });
});

describe('record', () => {
  test('says what it recorded', () => {
    expect(recorded.stdout).toMatch(/recorded \d+ requests in run\.json\n$/);
    expect(recorded.exitCode).toBe(3);
  });

  test.each([
    [['record'], "error: missing required argument 'file'"],
    [['record', '.', '--reference'], '. is a directory; name a file in it, such as ./run.json.'],
    [['record', '/dev/null', '--reference'], '/dev/null is not a regular file; name one.'],
    [
      ['record', 'precious.txt', '--reference'],
      'precious.txt exists already and is not a recording; name another file.',
    ],
    [['record', 'run.json/x.json', '--reference'], 'The recording run.json/x.json cannot be written'],
    [['record', 'x.json', '--seed', 'x'], '--seed is "x"; give a whole number'],
    [['record', 'x.json', '--base-url', 'https://graph.microsoft.com'], 'graph.microsoft.com is a live service'],
  ])('%j is refused before anything is sent', async (words, says) => {
    const { exitCode, stderr } = await run(...words);
    expect(stderr).toContain(says);
    expect(stderr).not.toContain('    at ');
    expect([2, 5]).toContain(exitCode);
  });

  test('keeps nothing where nothing can be judged, and names the address that was given', async () => {
    const { exitCode, stderr } = await run('record', 'none.json', '--base-url', 'http://127.0.0.1:9', '--quiet');
    expect(exitCode).toBe(3);
    expect(stderr).toContain('Nothing can be reached at http://127.0.0.1:9');
    expect(stderr).toContain('nothing could be judged, so nothing was recorded in none.json.');
    expect(() => readFileSync(join(folder, 'none.json'))).toThrow('ENOENT');
  }, 180_000);
});

describe('replay', () => {
  test('takes its settings from the recording, and says what it judges', async () => {
    const { exitCode, stdout, stderr } = await run('replay', 'run.json');
    expect(stderr).toBe('');
    expect(exitCode).toBe(3);
    expect(stdout).toContain('(a recording of the embedded reference server of ');
    expect(stdout).toContain('the limit of');
  }, 180_000);

  test('--quiet prints nothing, --report and --report-dir are kept to', async () => {
    const words = ['replay', 'run.json', '--quiet', '--report', 'junit', '--report-dir', 'here', '--player', 'direct'];
    expect(await run(...words)).toEqual({ exitCode: 3, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'here', 'junit.xml'), 'utf8')).toContain('<testsuites');
  }, 180_000);

  test.each([
    [[], "error: missing required argument 'file'"],
    [['none.json'], 'none.json cannot be read: there is no such file.'],
    [['.'], '. cannot be read: it is a directory; name a recording in it.'],
    [['run.json', '--player', 'tape'], '--player is "tape"; give nock or direct.'],
    [['run.json', '--max-age', 'old'], '--max-age is "old"; give an age such as 12h, 90d or 4w.'],
    [['run.json', '--report', 'paper'], 'paper'],
    [['run.json', '--seed', '3'], "error: unknown option '--seed'"],
    [['run.json', 'other.json'], 'too many arguments'],
  ])('%j is refused in a sentence', async (words, says) => {
    const { exitCode, stdout, stderr } = await run('replay', ...words);
    expect(stderr).toContain(says);
    expect(stderr).not.toContain('    at ');
    expect([exitCode, stdout]).toEqual([2, '']);
  });

  test.each([
    ['empty.json', '', 'it is empty'],
    ['text.json', 'no JSON', 'it is not JSON, or was cut off'],
    ['object.json', '{}', 'it is not a list of nock definitions'],
    ['others.json', '[{"scope":"http://a.test","method":"GET","path":"/"}]', 'it does not begin with the header'],
  ])('%s is no recording', async (name, text, says) => {
    writeFileSync(join(folder, name), text);
    const { exitCode, stderr } = await run('replay', name);
    expect(stderr).toContain(`${name} cannot be replayed: ${says}`);
    expect(exitCode).toBe(2);
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read is named', async () => {
    copyFileSync(join(folder, 'run.json'), join(folder, 'secret.json'));
    chmodSync(join(folder, 'secret.json'), 0);
    expect((await run('replay', 'secret.json')).stderr).toContain('permission denied');
  });

  test('a report folder that cannot be written is named', async () => {
    const { exitCode, stderr } = await run('replay', 'run.json', '--report-dir', 'run.json');
    expect(stderr).toContain('The report folder run.json cannot be written');
    expect(exitCode).toBe(2);
  });

  test('--max-age refuses what is older', async () => {
    const old = changed('old.json', (entries) => {
      headerOf(entries)['startedAt'] = '2026-01-01T00:00:00.000Z';
    });
    const { exitCode, stderr } = await run('replay', old, '--max-age', '30d');
    expect(stderr).toMatch(/old\.json was recorded \d+ days ago, which is more than --max-age allows; record again\./);
    expect(exitCode).toBe(2);
    expect((await run('replay', 'run.json', '--max-age', '30d')).exitCode).toBe(3);
  }, 180_000);

  test('a recording of another version replays if its traffic is unchanged', async () => {
    const other = changed('version.json', (entries) => {
      headerOf(entries)['suiteVersion'] = '0.0.1';
    });
    expect(await run('replay', other)).toMatchObject({ exitCode: 3, stderr: '' });
  }, 180_000);

  test.each(['nock', 'direct'])(
    'where the traffic changed it says what, and with which versions (%s)',
    async (player) => {
      const other = changed(`seed-${player}.json`, (entries) => {
        headerOf(entries).settings['seed'] = 9;
        headerOf(entries)['suiteVersion'] = '0.0.1';
      });
      const { exitCode, stdout, stderr } = await run('replay', other, '--player', player);
      expect(stderr).toMatch(
        /^timecard-conformance: seed-\w+\.json does not fit this run: Request 1, GET \S+, is not the one that was recorded there: its header is client-request-id: \S+, and was client-request-id: \S+\. The suite or its settings changed since the recording \(recorded with 0\.0\.1, this is \d+\.\d+\.\d+\): record again\.\n$/,
      );
      expect([exitCode, stdout]).toEqual([2, '']);
    },
    180_000,
  );

  test('what this version does not have is named', async () => {
    const suite = changed('suite.json', (entries) => {
      headerOf(entries).settings['suites'] = ['lunch'];
    });
    expect((await run('replay', suite)).stderr).toContain(
      'suite.json was made for the suite lunch, which this version does not have',
    );
    const id = changed('id.json', (entries) => {
      headerOf(entries).settings['requirements'] = ['TC-LUNCH-001'];
    });
    expect((await run('replay', id)).stderr).toContain(
      'for the requirement TC-LUNCH-001, which this version does not have',
    );
  });

  test('a run that asks for less than was recorded does not pass for the recorded one', async () => {
    const less = changed('less.json', (entries) => {
      headerOf(entries).settings['maxRequests'] = 20;
    });
    const { exitCode, stderr } = await run('replay', less);
    expect(stderr).toMatch(/Request \d+ of \d+ in the recording, \w+ \S+, was not sent this time/);
    expect(exitCode).toBe(2);
  }, 180_000);
});

test('a folder that is missing is made', async () => {
  mkdirSync(join(folder, 'there'));
  const words = [
    'record',
    'there/deep/run.json',
    '--reference',
    '--suite',
    'confirm',
    '--max-requests',
    '20',
    '--quiet',
  ];
  expect(await run(...words)).toMatchObject({ stderr: '' });
  expect(readFileSync(join(folder, 'there/deep/run.json'), 'utf8')).toContain('"kind": "header"');
}, 180_000);

test('two recordings of one file at the same time do not meet: the one that ends last is kept', async () => {
  const words = [
    'record',
    'both.json',
    '--reference',
    '--suite',
    'confirm',
    '--max-requests',
    '20',
    '--quiet',
    '--report-dir',
  ];
  const results = await Promise.all([run(...words, 'first'), run(...words, 'second')]);
  expect(results.map(({ stderr }) => stderr)).toEqual(['', '']);
  expect(await run('replay', 'both.json', '--player', 'direct', '--quiet')).toMatchObject({ stderr: '' });
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
}, 180_000);
