import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { journalFolders } from './journal-folders.ts';
import { Journal } from './journal.ts';
import { readJournal, readJournals } from './read-journals.ts';
import { dropJournal, noteInJournal } from './settle-journal.ts';
import { thisProcess } from '../process-identity.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const header = {
  kind: 'run',
  format: 1,
  baseUrl: 'http://127.0.0.1:1',
  apiVersion: 'v1.0',
  teamId: 'team',
  startedAt: '2026-11-29T20:00:00.000Z',
  process: thisProcess(),
} as const;
const clockIn = { at: 1000, operation: 'clockIn', teamId: 'team', text: '{}' } as const;

function journal(): Journal {
  return new Journal([join(folder, 'state')], header);
}

function files(): readonly string[] {
  const state = join(folder, 'state');
  return existsSync(state) ? readdirSync(state).map((name) => join(state, name)) : [];
}

function onlyFile(): string {
  const [file = '', ...others] = files();
  expect(others).toEqual([]);
  return file;
}

test('nothing is written before the first request for a card', () => {
  journal().close();
  expect(files()).toEqual([]);
});

test('an intent is in the file before it may be sent, and the file is its owner’s only', async () => {
  await journal().intend(clockIn, () => ['there before']);
  const file = onlyFile();
  expect(readJournal(file)).toMatchObject({ isRunning: true, cards: [], intents: [{ number: 1, ...clockIn }] });
  expect(readJournal(file)?.shown).toEqual(new Map([['there before', 1]]));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'state')).mode & 0o777).toBe(0o700);
});

test('what was shown between two requests cannot have come of the second', async () => {
  const one = journal();
  await one.intend(clockIn, () => ['first']);
  await one.intend(clockIn, () => ['second', 'first']);
  await one.intend(clockIn, () => []);
  const expected = [
    ['first', 1],
    ['second', 2],
  ] as const;
  expect(readJournal(onlyFile())?.shown).toEqual(new Map(expected));
});

test('what came of each is told, and a run that leaves nothing leaves no file', async () => {
  const one = journal();
  const numbers = await Promise.all([1, 2, 3].map(() => one.intend(clockIn, () => [])));
  expect(numbers).toEqual([1, 2, 3]);
  one.made(1, 'team', { id: 'a' });
  one.none(2);
  one.unclear(3, 2000);
  const file = onlyFile();
  expect(readJournal(file)).toMatchObject({
    cards: [{ id: 'a', teamId: 'team' }],
    intents: [{ number: 3, answeredAt: 2000 }],
  });
  one.gone('a');
  one.none(3);
  one.close();
  expect(files()).toEqual([]);
});

test('what is left at the end stays, and is left behind', async () => {
  const one = journal();
  one.made(await one.intend(clockIn, () => []), 'team', { id: 'a' });
  one.close();
  expect(readJournal(onlyFile())).toMatchObject({ isRunning: false, cards: [{ id: 'a' }] });
});

test('what becomes of cards is noted, and not where another clean-up has dropped the journal', async () => {
  const one = journal();
  one.made(await one.intend(clockIn, () => []), 'team', { id: 'a' });
  one.close();
  const file = onlyFile();
  appendFileSync(file, '{"kind":"intent","num');
  noteInJournal(file, { kind: 'gone', id: 'a' });
  expect(readJournal(file)).toMatchObject({ cards: [], damagedLines: 0 });
  dropJournal(file);
  noteInJournal(file, { kind: 'gone', id: 'a' });
  expect(files()).toEqual([]);
});

test('a torn line was never followed by its request', async () => {
  await journal().intend(clockIn, () => []);
  const file = onlyFile();
  appendFileSync(file, '{"kind":"intent","number":2,"at":20');
  expect(readJournal(file)?.intents).toHaveLength(1);
});

test('a process that is gone, or another one with its id, is not running', async () => {
  const write = (name: string, process: object): void =>
    writeFileSync(
      join(folder, `${name}.ndjson`),
      `${JSON.stringify({ ...header, process })}\n${JSON.stringify({ kind: 'intent', number: 1, ...clockIn })}\n`,
    );
  write('gone', { ...header.process, id: 2 ** 22 + 1 });
  write('other', { ...header.process, started: '1' });
  write('elsewhere', { ...header.process, host: 'elsewhere.invalid' });
  write('own', header.process);
  writeFileSync(join(folder, 'none.ndjson'), 'no journal');
  writeFileSync(join(folder, 'later.ndjson'), `${JSON.stringify({ ...header, format: 2 })}\n`);
  const running = readJournals([folder, join(folder, 'not there')]).map(({ file, isRunning }) => [file, isRunning]);
  expect(Object.fromEntries(running)).toEqual({
    [join(folder, 'gone.ndjson')]: false,
    // Only Linux tells when a process started.
    [join(folder, 'other.ndjson')]: header.process.started === undefined,
    [join(folder, 'elsewhere.ndjson')]: false,
    [join(folder, 'own.ndjson')]: true,
  });
});

test('the first line says whose journal it is, however long it is', () => {
  const write = (name: string, baseUrl: string): void =>
    writeFileSync(join(folder, `${name}.ndjson`), `\n${JSON.stringify({ ...header, baseUrl })}\n{"kind":"end"}\n`);
  const long = `http://clock.test/${'ü'.repeat(30_000)}`;
  write('long', long);
  write('other', 'http://other.test');
  const found = readJournals([folder], (run) => run.baseUrl === long);
  expect(found.map(({ file }) => file)).toEqual([join(folder, 'long.ndjson')]);
});

describe('where it lies', () => {
  test('is the folder for the state of programs, and one for temporary files where that cannot be', () => {
    const [first = '', second = ''] = journalFolders({ XDG_STATE_HOME: '/state' });
    expect(first).toBe(join('/state', 'timecard-conformance'));
    expect(second.startsWith(tmpdir())).toBe(true);
    expect(journalFolders({ XDG_STATE_HOME: 'not/absolute' })[0]).not.toContain('not/absolute');
  });

  test('is the next folder where a file is in the way', async () => {
    writeFileSync(join(folder, 'file'), '');
    const one = new Journal([join(folder, 'file', 'state'), join(folder, 'state')], header);
    await one.intend(clockIn, () => []);
    expect(readFileSync(onlyFile(), 'utf8')).toContain('"intent"');
  });

  test('is no folder that others may write to; where there is no other, no request goes out', async () => {
    const open = join(folder, 'open');
    rmSync(open, { recursive: true, force: true });
    writeFileSync(join(folder, 'file'), '');
    mkdirSync(open);
    chmodSync(open, 0o777);
    const one = new Journal([open, join(folder, 'file', 'state')], header);
    await expect(one.intend(clockIn, () => [])).rejects.toThrow(
      /^The journal .* cannot be written \(.*open belongs to somebody else.*\); make room, or set XDG_STATE_HOME/,
    );
  });
});
