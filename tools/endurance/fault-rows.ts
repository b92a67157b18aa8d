import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FaultHooks } from '../../reference/fault.ts';
import { Refusal } from '../../reference/refusal.ts';
import { startReferenceServer } from '../../reference/server.ts';
import { ClockWithOthers, people, type Habit } from './clock-with-others.ts';
import { runProcess, type ProcessOptions } from './process.ts';

/** Something that goes wrong, what is called meanwhile, and what must come of it. */
export interface FaultRow {
  readonly fault: string;
  /** The command with its flags; `$url` stands for the address of the row's server. */
  readonly words: string;
  readonly code: number;
  /** The one sentence. */
  readonly says: RegExp;
  /** How many lines it may take, where each card that is left has one, or the clean-up is told of; 1 without it. */
  readonly lines?: number;
  /** Makes the fault, in a folder of its own. */
  readonly prepare?: (folder: string, served: Served | undefined) => void | Promise<void>;
  readonly serve?: () => Promise<Served>;
  readonly options?: Partial<ProcessOptions>;
  /** Sent to a device by the shell, such as `> /dev/full`. */
  readonly redirect?: string;
  /** What must hold afterwards; a sentence where it does not. */
  readonly after?: (folder: string) => string | undefined;
  /** Cheap enough to be tried with every change. */
  readonly quick?: true;
}

export interface Served {
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => void | Promise<void>;
}

const few = '--seed 1 --suite confirm --max-requests 60 --quiet';

/** A disk that is full where this file is to be written. */
function full(...path: readonly string[]): (folder: string) => void {
  return (folder) => {
    mkdirSync(join(folder, ...path.slice(0, -1)), { recursive: true });
    symlinkSync('/dev/full', join(folder, ...path));
  };
}

function aFile(name: string, text = ''): (folder: string) => void {
  return (folder) => writeFileSync(join(folder, name), text);
}

async function all(folder: string, ...steps: readonly ((folder: string) => void | Promise<void>)[]): Promise<void> {
  for (const step of steps) await step(folder);
}

async function recorded(folder: string): Promise<void> {
  await runProcess(['record', 'run.json', ...few.split(' '), '--report-dir', 'recorded'], { folder });
}

async function reported(folder: string): Promise<void> {
  await runProcess(['run', ...few.split(' '), '--report-dir', 'earlier'], { folder });
}

/** The honest server, in this process, with something that happens to it. */
function honest(start: (requests: () => number, close: () => void) => FaultHooks): () => Promise<Served> {
  return async () => {
    let asked = 0;
    let close: () => void = () => undefined;
    const server = await startReferenceServer({
      fault: {
        id: 'of-this-row',
        start: () => {
          const hooks = start(
            () => asked,
            () => close(),
          );
          const receive: FaultHooks['receive'] = (received) => {
            asked += 1;
            return hooks.receive?.(received) ?? received;
          };
          // A hook may be a getter, of which a spread would keep the first value.
          return Object.assign(Object.defineProperties({}, Object.getOwnPropertyDescriptors(hooks)), { receive });
        },
      },
    });
    close = () => void server.close();
    const { users, tokens } = server;
    return {
      url: server.url,
      environment: { TIMECARD_USER_ID: users.caller, TIMECARD_TOKEN: tokens.caller },
      close: () => server.close(),
    };
  };
}

/** A server that answers all requests alike. */
function always(answer: RequestListener): () => Promise<Served> {
  return async () => {
    const server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      environment: { TIMECARD_TOKEN: 'any-text' },
      close: () => {
        server.closeAllConnections();
        server.close();
      },
    };
  };
}

function shared(habit: Habit): () => Promise<Served> {
  return async () => {
    const { url, close } = await new ClockWithOthers(habit, 1).listen();
    const environment = {
      TIMECARD_TEAM_ID: people.teamId,
      TIMECARD_USER_ID: people.caller,
      TIMECARD_TOKEN: 'any-text',
    };
    return { url, environment, close };
  };
}

/** A preloaded module, so that something of ours breaks. */
function broken(text: string): (folder: string) => void {
  return aFile('broken.mjs', text);
}

const preloaded = (folder: string): Readonly<Record<string, string>> => ({
  NODE_OPTIONS: `--import=${pathToFileURL(join(folder, 'broken.mjs')).href}`,
});

const onRun = `run --base-url $url --request-timeout 500ms --quiet --seed 1`;

const disk: readonly FaultRow[] = [
  {
    fault: 'the disk is full from the first result on',
    words: `run ${few}`,
    prepare: full('conformance-report', 'results.ndjson.part'),
    code: 70,
    says: /The results .* cannot be written any further \(ENOSPC.*; free some disk space and run again\./,
    quick: true,
  },
  {
    fault: 'the disk is full at the end',
    words: `run ${few}`,
    prepare: full('conformance-report', 'results.json.part'),
    code: 70,
    says: /The report .*results\.json cannot be written: ENOSPC/,
  },
  {
    fault: 'the disk is full from the first result on',
    words: 'replay run.json --quiet',
    prepare: (folder) => all(folder, recorded, full('conformance-report', 'results.ndjson.part')),
    code: 70,
    says: /The results .* cannot be written any further \(ENOSPC/,
  },
  {
    fault: 'the disk is full',
    words: 'check run.json --quiet',
    prepare: (folder) => all(folder, recorded, full('conformance-report', 'results.ndjson.part')),
    code: 70,
    says: /The results .* cannot be written: ENOSPC/,
  },
  {
    fault: 'the disk is full',
    words: 'report earlier/results.ndjson --report junit',
    prepare: (folder) => all(folder, reported, full('conformance-report', 'junit.xml.part')),
    code: 70,
    says: /The report .*junit\.xml cannot be written: ENOSPC/,
  },
  {
    fault: 'no folder takes the journal',
    words: `${onRun} --max-requests 40`,
    serve: honest(() => ({})),
    options: { environment: { XDG_STATE_HOME: '/proc/none', TMPDIR: '/proc/none' } },
    code: 70,
    says: /The journal .* cannot be written \(.*\); make room, or set XDG_STATE_HOME to a folder that can be written\.$/,
    quick: true,
  },
  {
    fault: 'the folder is taken away in the middle',
    words: `run --seed 1 --quiet --effort thorough`,
    prepare: (folder) =>
      void setTimeout(() => rmSync(join(folder, 'conformance-report'), { recursive: true, force: true }), 2500),
    code: 70,
    says: /The results .* cannot be (read back|written any further) \(ENOENT/,
  },
];

const folders: readonly FaultRow[] = [
  ...['run', 'record new.json', 'replay run.json', 'check run.json'].map((words): FaultRow => ({
    fault: 'a file is in the place of the report folder',
    words: `${words} --report-dir a-file`,
    prepare: (folder) => all(folder, ...(words.endsWith('run.json') ? [recorded] : []), aFile('a-file')),
    code: 2,
    says: /The report folder a-file cannot be written: /,
  })),
  {
    fault: 'a file is in the place of the report folder',
    words: 'report earlier/results.ndjson --report json --report-dir a-file',
    prepare: (folder) => all(folder, reported, aFile('a-file')),
    code: 2,
    says: /The report .* cannot be written: /,
  },
  {
    fault: 'nothing can be written there',
    words: 'record /proc/none/run.json',
    code: 2,
    says: /The recording .* cannot be written: /,
    quick: true,
  },
  {
    fault: 'another run writes to the same folder',
    words: 'run --seed 2 --quiet --max-requests 20',
    prepare: async (folder) => {
      void runProcess(['run', '--seed', '1', '--quiet', '--effort', 'thorough'], { folder });
      await new Promise((resolve) => setTimeout(resolve, 2000));
    },
    code: 2,
    says: /The report folder conformance-report is in use by another run \(process \d+\); give this one a --report-dir of its own\./,
  },
];

const terminals: readonly FaultRow[] = [
  ...[
    `run ${few.replace(' --quiet', '')}`,
    'requirements',
    'serve --list',
    'scan broken.mjs',
    'requirements TC-GET-001',
  ].map((words): FaultRow => ({
    fault: 'the output is a full disk',
    words,
    prepare: broken(''),
    redirect: '> /dev/full',
    code: 70,
    says: /The output cannot be written \(.*ENOSPC.*\); what was written to files is whole\./,
    ...(words === 'requirements' ? { quick: true as const } : {}),
  })),
  {
    fault: 'nobody can read errors either',
    words: 'requirements',
    redirect: '> /dev/full 2> /dev/full',
    code: 70,
    says: /^$/,
    quick: true,
  },
  {
    fault: 'whoever reads along goes away',
    words: `run ${few.replace(' --quiet', '')}`,
    redirect: '| true; exit "${PIPESTATUS[0]}"',
    code: 3,
    says: /^$/,
  },
];

const servers: readonly FaultRow[] = [
  {
    fault: 'nobody listens',
    words: 'run --base-url http://127.0.0.1:9 --quiet',
    code: 3,
    says: /Nothing can be reached at http:\/\/127\.0\.0\.1:9 /,
  },
  {
    fault: 'the server dies in the middle',
    words: onRun,
    serve: honest((requests, close) => ({ receive: (received) => (requests() === 60 && close(), received) })),
    code: 3,
    says: /^$/,
    after: (folder) => toldIn(folder, /"stopped":"the server stopped answering \(ECONNREFUSED\)/),
    quick: true,
  },
  {
    fault: 'the server falls silent in the middle',
    words: onRun,
    serve: honest((requests) => ({
      get answersAfter() {
        return requests() > 60 ? 60_000 : 0;
      },
    })),
    code: 3,
    says: /^$/,
    after: (folder) => toldIn(folder, /"stopped":"the server stopped answering \(no whole answer within 500 ms\)/),
  },
  {
    fault: 'every answer is 101',
    words: onRun,
    serve: always((_, response) => response.writeHead(101, { upgrade: 'x', connection: 'upgrade' }).end()),
    code: 3,
    says: /101, another protocol/,
  },
  {
    fault: 'the server asks to wait a day',
    words: onRun,
    serve: always((_, response) => response.writeHead(429, { 'retry-after': '86400' }).end()),
    code: 3,
    says: /^$/,
    after: (folder) => toldIn(folder, /asks to wait 86400 s, which is longer than a run waits/),
  },
  {
    fault: 'the server asks to wait a day in the middle',
    words: onRun,
    serve: honest((requests) => ({
      receive: (received) => {
        if (requests() > 60) throw new Refusal('ServiceUnavailable', 'Later.', { 'retry-after': '86400' });
        return received;
      },
    })),
    code: 3,
    says: /^$/,
    after: (folder) => toldIn(folder, /asks to wait 86400 s, which is longer than a run waits/),
  },
];

const tokens: readonly FaultRow[] = [
  {
    fault: 'the token is none',
    words: 'run --base-url $url --quiet',
    serve: honest(() => ({ identify: () => undefined })),
    code: 3,
    says: /was answered 401: the server does not accept the token in TIMECARD_TOKEN; get a new one\./,
  },
  {
    fault: 'the token ends in the middle',
    words: onRun,
    serve: honest((requests) => ({ identify: (principal) => (requests() > 60 ? undefined : principal) })),
    code: 3,
    says: /^$/,
    after: (folder) => toldIn(folder, /the token in TIMECARD_TOKEN has expired: since request \d+/),
  },
];

const inputs: readonly FaultRow[] = [
  { fault: 'a flag that there is not', words: 'run --no-such-flag', code: 2, says: /unknown option '--no-such-flag'/ },
  { fault: 'a live service', words: 'run --base-url https://graph.microsoft.com', code: 5, says: /is a live service/ },
  {
    fault: 'a live service',
    words: 'cleanup --base-url https://graph.microsoft.com',
    code: 5,
    says: /is a live service/,
    quick: true,
  },
  {
    fault: 'no address',
    words: 'cleanup',
    code: 2,
    says: /cleanup needs a --base-url; no run has left anything anywhere\./,
    quick: true,
  },
  ...['report', 'replay', 'check'].map((command): FaultRow => ({
    fault: 'a file of something else',
    words: `${command} a-file`,
    prepare: aFile('a-file', 'nothing of ours'),
    code: 2,
    says: /a-file/,
    ...(command === 'report' ? { quick: true as const } : {}),
  })),
  ...['report', 'replay', 'check', 'scan'].map((command): FaultRow => ({
    fault: 'a file that is not there',
    words: `${command} nowhere`,
    code: 2,
    says: /nowhere cannot be read: there is no such file/,
    ...(command === 'scan' ? { quick: true as const } : {}),
  })),
  {
    fault: 'a server that keeps our cards',
    words: 'cleanup --base-url $url',
    serve: shared({ refusesDeletes: true }),
    prepare: async (folder, served) => {
      const environment = { ...served?.environment, XDG_STATE_HOME: join(folder, 'state') };
      await runProcess(['run', '--base-url', served?.url ?? '', ...few.split(' ')], { folder, environment });
    },
    code: 4,
    says: /card .*: delete was answered 405/,
    lines: 2,
  },
];

/** The engine makes a hash for each request, so that this happens in the middle of a run. */
const afterSomeHashes = (code: string): string =>
  `import crypto from 'node:crypto'; import { syncBuiltinESMExports } from 'node:module'; const create = crypto.createHash; let calls = 0; crypto.createHash = (...words) => { if ((calls += 1) === 40) { ${code} } return create(...words); }; syncBuiltinESMExports();`;

const ours: readonly FaultRow[] = [
  {
    fault: 'the engine breaks',
    words: `run ${few}`,
    prepare: broken(afterSomeHashes("throw new TypeError('no hash today');")),
    code: 70,
    says: /The suite itself broke: no hash today\. Please report this with the seed 1\./,
    quick: true,
  },
  {
    fault: 'the command breaks',
    words: `run --seed 1 --quiet --max-requests 300`,
    prepare: broken(afterSomeHashes("setTimeout(() => { throw new TypeError('no luck today'); });")),
    code: 70,
    says: /This program broke \(TypeError: no luck today.*\)\. Please report it with the command\./,
    lines: 2,
  },
  {
    fault: 'the command breaks',
    words: 'requirements',
    prepare: broken("process.stdout.write = () => { throw new TypeError('no luck today'); };"),
    code: 70,
    says: /This program broke \(TypeError: no luck today.*\)\. Please report it with the command\./,
    quick: true,
  },
];

/** The options of a row's process, with what it needs of its folder and its server. */
export function optionsOf(row: FaultRow, folder: string, served: Served | undefined): ProcessOptions {
  const isPreloaded = ours.includes(row);
  return {
    folder,
    ...row.options,
    environment: {
      XDG_STATE_HOME: join(folder, 'state'),
      ...served?.environment,
      ...(isPreloaded ? preloaded(folder) : {}),
      ...row.options?.environment,
    },
  };
}

function toldIn(folder: string, what: RegExp): string | undefined {
  const { stdout } = spawnSync('cat', [join(folder, 'conformance-report', 'results.ndjson')], { encoding: 'utf8' });
  return what.test(stdout) ? undefined : `the results do not say ${String(what)}`;
}

export const allRows: readonly FaultRow[] = [
  ...disk,
  ...folders,
  ...terminals,
  ...servers,
  ...tokens,
  ...inputs,
  ...ours,
];
