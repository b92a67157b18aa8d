import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultTeamId } from '../specs/defaults.ts';
import type { ReferenceProcess } from './reference-process.ts';

const version = '4.32.5';
const document = fileURLToPath(new URL('../../specs/openapi/timecard-v1.0.json', import.meta.url));

/** How the tool is called, for the reader of the page. */
export const schemathesisSetUp = `Schemathesis ${version} from PyPI with specs/openapi/timecard-v1.0.json, all its phases and checks, both modes, --max-examples 20, --continue-on-failure, the token of a user, and the team configured as a parameter; it infers its links itself, and was not told to heed 429 (--rate-limit auto)`;

/** What one run of it found. */
export interface SchemathesisRun {
  readonly requests: number;
  /** Seconds of processor time. */
  readonly cpu: number;
  /** What failed, each kind once, with the number of the request that showed it first. */
  readonly failures: ReadonlyMap<string, number>;
}

interface ScenarioFinished {
  readonly recorder: {
    readonly label: string;
    readonly interactions?: Readonly<Record<string, Interaction>>;
    readonly checks?: Readonly<Record<string, readonly Check[]>>;
  };
}

interface Interaction {
  readonly timestamp?: number;
  readonly response?: { readonly status_code: number } | null;
}

interface Check {
  readonly name: string;
  readonly status: string;
  readonly failure_info?: { readonly failure?: { readonly type: string; readonly operation: string } } | null;
}

/** Installs it in a folder of its own, which `remove` takes away. */
export class Schemathesis {
  readonly #folder = mkdtempSync(join(tmpdir(), 'schemathesis-'));

  constructor() {
    execFileSync('python3', ['-m', 'venv', this.#folder]);
    execFileSync(join(this.#folder, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${version}`]);
    writeFileSync(join(this.#folder, 'schemathesis.toml'), `[parameters]\nteamId = "${defaultTeamId}"\n`);
  }

  async judge({ baseUrl, environment }: ReferenceProcess, seed: number): Promise<SchemathesisRun> {
    const reports = mkdtempSync(join(this.#folder, 'reports-'));
    const settings = join(this.#folder, 'schemathesis.toml');
    const authorization = `Authorization: Bearer ${environment['TIMECARD_TOKEN'] ?? ''}`;
    const command = [join(this.#folder, 'bin', 'st'), '--config-file', settings, 'run', document];
    const target = ['--url', baseUrl, '--header', authorization, '--seed', String(seed)];
    const effort = ['--max-examples', '20', '--continue-on-failure', '--report', 'ndjson', '--report-dir', reports];
    const cpu = await this.#processorTime([...command, ...target, ...effort]);
    const [file = ''] = readdirSync(reports);
    const run = readRun(readFileSync(join(reports, file), 'utf8'));
    rmSync(reports, { recursive: true });
    return { cpu, ...run };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  /** Node tells nothing of what its children took; Python does. */
  #processorTime(words: readonly string[]): Promise<number> {
    const script =
      'import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); ' +
      'used = resource.getrusage(resource.RUSAGE_CHILDREN); print(used.ru_utime + used.ru_stime)';
    return new Promise((resolve, reject) => {
      const child = spawn('python3', ['-c', script, ...words], { cwd: this.#folder });
      let printed = '';
      child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
      child.on('error', reject);
      child.on('close', () => resolve(Number(printed)));
    });
  }
}

/** Failures of one kind are those of one check at one operation with one status: what a reader would call one finding. */
function readRun(events: string): Pick<SchemathesisRun, 'requests' | 'failures'> {
  const failures = new Map<string, number>();
  let requests = 0;
  for (const line of events.trimEnd().split('\n')) {
    const { ScenarioFinished: scenario } = JSON.parse(line) as { readonly ScenarioFinished?: ScenarioFinished };
    if (scenario === undefined) continue;
    const { label, interactions = {}, checks = {} } = scenario.recorder;
    for (const [id, { response }] of Object.entries(interactions)) {
      requests += 1;
      for (const { name, status, failure_info: info } of checks[id] ?? []) {
        if (status !== 'failure') continue;
        const { type = name, operation = label } = info?.failure ?? {};
        const kind = `${type} at ${operation}, ${response?.status_code ?? 'no answer'}`;
        if (!failures.has(kind)) failures.set(kind, requests);
      }
    }
  }
  return { requests, failures };
}
