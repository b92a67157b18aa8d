import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { players } from '../targets/recording/open-recording.ts';
import { command, preloads, type CommandResult } from './command.ts';
import { oneIn } from './one-in.ts';
import { startServe } from './serve-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

const touched = join(folder, 'touched');

/** Loaded into a process before anything else: every connection and every look-up of a name fails, and leaves a trace. */
const refuseNetwork = join(folder, 'refuse-network.mjs');
writeFileSync(
  refuseNetwork,
  `import { appendFileSync } from 'node:fs';
import dns from 'node:dns';
import net from 'node:net';
const refuse = (what) => function () {
  appendFileSync(${JSON.stringify(touched)}, what + '\\n');
  throw new Error('there is no network here: ' + what);
};
dns.lookup = refuse('lookup');
net.connect = refuse('connect');
net.createConnection = refuse('createConnection');
net.Socket.prototype.connect = refuse('Socket.connect');
`,
);
const offline = { NODE_OPTIONS: `${preloads} --import=${pathToFileURL(refuseNetwork).href}` };

/** The lines of a result stream; what differs between a run and its replay is left out. */
function linesOf(name: string): readonly unknown[] {
  const text = readFileSync(join(folder, name, 'results.ndjson'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { durationMs: _, startedAt: __, target: ___, ...kept } = JSON.parse(line) as Record<string, unknown>;
      return kept;
    });
}

function replay(file: string, player: string, ...words: readonly string[]): Promise<CommandResult> {
  const name = `${file}-${player}`;
  return command(['replay', file, '--player', player, '--report-dir', name, ...words], {
    folder,
    environment: offline,
  });
}

test('a command that needs the network finds none, and leaves a trace', async () => {
  const words = ['run', '--base-url', 'http://127.0.0.1:1', '--report-dir', 'offline', '--quiet'];
  expect((await command(words, { folder, environment: offline })).exitCode).not.toBe(0);
  expect(readFileSync(touched, 'utf8')).toMatch(/connect|lookup/i);
  rmSync(touched);
});

interface Sort {
  readonly what: string;
  readonly file: string;
  readonly serve: readonly string[];
  readonly record: readonly string[];
  readonly exitCode: number;
  /** Must have come to pass, or the test shows nothing. */
  readonly shows: RegExp;
}

const sorts: readonly Sort[] = [
  {
    what: 'an honest server',
    file: 'honest.json',
    serve: [],
    record: ['--effort', 'quick'],
    exitCode: 0,
    shows: /"kind":"passed"/,
  },
  {
    what: 'a server with three defects, one of them in races',
    file: 'defects.json',
    serve: ['--fault', 'clock-out-202', '--fault', 'clock-in-200', '--fault', 'race-lost-update'],
    record: ['--suite', 'clockIn,clockOut,races', '--num-runs', '3'],
    exitCode: 1,
    shows:
      /(?=[^]*"kind":"finding"[^\n]*TC-CLOCKOUT-001)(?=[^]*"kind":"finding"[^\n]*TC-CLOCKIN-001)(?=[^]*"kind":"finding"[^\n]*TC-RACE-001)/,
  },
  {
    what: 'a server that throttles',
    file: 'throttled.json',
    serve: ['--variant', 'throttled'],
    record: ['--suite', 'races', '--max-requests', '60'],
    exitCode: 3,
    shows: /"throttled":[1-9]/,
  },
  {
    what: 'a server whose reads lag behind',
    file: 'lagging.json',
    serve: ['--variant', 'lagging-reads'],
    record: ['--suite', 'clockOut', '--num-runs', '1'],
    exitCode: 0,
    shows: /"longestLag":[1-9]/,
  },
  {
    // At this rate the time is over long before the traffic is, however fast the machine.
    what: 'a server whose reads lag behind, for as long as the time allowed',
    file: 'hurried.json',
    serve: ['--variant', 'lagging-reads'],
    record: ['--rate', '200', '--max-time', '2s'],
    exitCode: 3,
    shows: /the limit of 2 seconds was reached/,
  },
];

describe.each(sorts)('the recording of $what', ({ file, serve, record, exitCode, shows }) => {
  let recorded: CommandResult;

  beforeAll(async () => {
    const server = await startServe(serve);
    recorded = await command(
      [
        'record',
        file,
        '--base-url',
        server.baseUrl,
        '--seed',
        '5',
        '--report-dir',
        file.replace('.json', ''),
        ...record,
      ],
      { folder, environment: server.environment },
    );
    await server.stop();
  }, 300_000);

  test('was made', () => {
    expect(recorded.stderr).toBe('');
    expect(recorded.exitCode).toBe(exitCode);
    expect(readFileSync(join(folder, file.replace('.json', ''), 'results.ndjson'), 'utf8')).toMatch(shows);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test.each(oneIn(2, players))(
    'replays to the same verdicts, findings and reproductions without its server and without a network (%s)',
    async (player) => {
      const result = await replay(file, player);
      expect(result.stderr).toBe('');
      expect(result.exitCode).toBe(exitCode);
      expect(linesOf(`${file}-${player}`)).toEqual(linesOf(file.replace('.json', '')));
      expect(existsSync(touched)).toBe(false);
    },
    300_000,
  );
});
