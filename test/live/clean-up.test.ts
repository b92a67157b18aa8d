import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { command } from '../command.ts';
import { startLiveEnvironment, type LiveEnvironment } from './surroundings.ts';
import { tenant } from './tenant-people.ts';

/** Cards were asked for so long ago that lists show them by now. Milliseconds. */
const ago = 60_000;
const [, worker = ''] = tenant.userIds;
const notes = { content: 'the tram stood still at the bridge', contentType: 'text' };
let there: LiveEnvironment;
let folder: string;

beforeAll(async () => {
  there = await startLiveEnvironment({}, { now: () => Date.now() - ago });
  folder = join(there.folder, 'state', 'timecard-conformance');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
});

afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
});

afterAll(() => there.close());

/** Asks the service as a user does, beside the command. */
function ask(bearer: 'caller' | 'secondUser', method: string, path: string, body?: object): Promise<[number, string]> {
  const url = `${there.graph.url}/v1.0/teams/${tenant.teamId}/schedule/timeCards${path}`;
  const headers = { authorization: `Bearer ${there.entra.issue(bearer)}`, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, ca: there.ca }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        const { id = '' } = JSON.parse(text === '' ? '{}' : text) as { readonly id?: string };
        resolve([response.statusCode ?? 0, id]);
      });
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const header = {
  kind: 'run',
  format: 1,
  baseUrl: 'https://graph.microsoft.com',
  apiVersion: 'v1.0',
  teamId: tenant.teamId,
  startedAt: '2026-11-30T12:00:00.000Z',
  process: { id: 1, host: 'another machine' },
};

function intent(body: object): object {
  const common = { kind: 'intent', number: 1, operation: 'clockIn', teamId: tenant.teamId, clockOffset: 0 };
  return { ...common, at: Date.now() - ago, owners: [worker], sender: worker, text: JSON.stringify(body) };
}

/** The journal of a run that was killed. */
function journal(...lines: readonly (object | string)[]): string {
  const file = join(folder, '20261130120000-0a1b2c3d.ndjson');
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  writeFileSync(file, `${texts.join('\n')}\n`);
  return file;
}

const cleanUp = (words: readonly string[] = []) =>
  command(['cleanup', '--live', ...words], {
    folder: there.folder,
    environment: { ...there.environment, TIMECARD_TOKEN: there.entra.issue('caller') },
  });

/** A card that the manager makes for the worker in the same second, open and without notes. */
const lookAlike = () =>
  ask('caller', 'POST', '', {
    userId: worker,
    clockInEvent: { dateTime: new Date(Date.now() - ago).toISOString(), isAtApprovedLocation: true, notes: null },
  });

describe('a card of which nobody was told the id', () => {
  it('is removed where it has our notes, and one that a colleague made beside it is listed and left', async () => {
    const file = journal(header, intent({ notes }));
    const [, ours] = await ask('secondUser', 'POST', '/clockIn', { notes });
    const [status, theirs] = await lookAlike();
    expect(status).toBe(201);
    const { exitCode, stdout, stderr } = await cleanUp();
    expect(stderr).toBe('');
    expect(stdout).toBe(`1 time card removed\ncard ${theirs}: made at the same time, and not ours; it was left.\n`);
    expect(exitCode).toBe(0);
    expect((await ask('caller', 'GET', `/${ours}`))[0]).toBe(404);
    expect((await ask('caller', 'DELETE', `/${theirs}`))[0]).toBe(204);
    expect(existsSync(file)).toBe(false);
  });

  it('is removed whatever limits a configuration file has for runs', async () => {
    journal(header, intent({ notes }));
    await ask('secondUser', 'POST', '/clockIn', { notes });
    writeFileSync(join(there.folder, 'limited.json'), JSON.stringify({ liveTenant: tenant, maxRequests: 1 }));
    const cleaned = await cleanUp(['--config', 'limited.json']);
    expect(cleaned).toEqual({ exitCode: 0, stdout: '1 time card removed\n', stderr: '' });
  });

  it('is left and listed where a colleague may have made it, until it is gone', async () => {
    const file = journal(header, intent({}));
    const [, theirs] = await lookAlike();
    const { exitCode, stdout, stderr } = await cleanUp();
    expect(stdout).toBe('0 time cards removed, 1 left\n');
    expect(stderr).toMatch(new RegExp(`: card ${theirs}: it may be ours, or one that somebody else made .*\\n`));
    expect(stderr).toMatch(new RegExp(`remove those that are yourself, and clean up again; delete ${file} to have`));
    expect(exitCode).toBe(4);
    expect((await ask('caller', 'DELETE', `/${theirs}`))[0]).toBe(204);
    expect(await cleanUp()).toEqual({ exitCode: 0, stdout: '0 time cards removed\n', stderr: '' });
    expect(existsSync(file)).toBe(false);
  });
});

it('takes nobody to sign in where nothing is left', async () => {
  there.entra.requests.length = 0;
  expect(await cleanUp(['--auth', 'client-secret'])).toEqual({
    exitCode: 0,
    stdout: 'Nothing is left behind at https://graph.microsoft.com.\n',
    stderr: '',
  });
  expect(there.entra.requests).toEqual([]);
});

describe('a damaged journal', () => {
  it('is cleaned up as far as it can be read, and kept for the rest', async () => {
    const [, ours] = await ask('secondUser', 'POST', '/clockIn', { notes });
    const file = journal(header, intent({ notes }), '{"kind":"made","number":7}', '\u0000\u0000');
    const { exitCode, stdout, stderr } = await cleanUp();
    expect(stdout).toBe('1 time card removed\n');
    expect(stderr).toBe(
      `timecard-conformance: ${file} has 2 damaged lines: look yourself for what else a run of ${header.startedAt} left on team ${tenant.teamId}, then delete the file.\n`,
    );
    expect(exitCode).toBe(4);
    expect((await ask('caller', 'GET', `/${ours}`))[0]).toBe(404);
  });

  it.each([
    [
      'without its header',
      ['no journal'],
      /is damaged, .* look for its time cards yourself, then delete the file\.\n$/,
    ],
    ['with half a header', [{ kind: 'run', format: 1, baseUrl: header.baseUrl }], /is damaged, /],
    ['of a later version', [{ ...header, format: 2 }], /is the journal of another version of this program; /],
  ])('%s is told of, and stops a run', async (_name, lines, sentence) => {
    const file = journal(...lines);
    const cleaned = await cleanUp();
    expect(cleaned).toMatchObject({ exitCode: 4, stdout: '' });
    expect(cleaned.stderr).toMatch(sentence);
    const environment = { ...there.environment, TIMECARD_TOKEN: there.entra.issue('caller') };
    const run = await command(['run', '--live'], { folder: there.folder, environment });
    expect(run).toMatchObject({ exitCode: 5, stdout: '', stderr: cleaned.stderr });
    expect(existsSync(file)).toBe(true);
  });

  it('that was cut off in its first line is of a run that has sent nothing', async () => {
    writeFileSync(join(folder, '20261130120000-0a1b2c3d.ndjson'), JSON.stringify(header).slice(0, 40));
    expect(await cleanUp()).toMatchObject({ exitCode: 0, stderr: '' });
  });
});
