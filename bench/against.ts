import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOf, thisBuild } from './build-of.ts';
import { usageOf, type Usage } from './command-usage.ts';
import { median } from './median.ts';
import { startReferenceProcess } from './reference-process.ts';

/** What is compared: a command that both builds know, each in a folder of its own. */
interface Trial {
  readonly title: string;
  readonly words: readonly string[];
  /** What has to be run before, and is not measured. */
  readonly after?: readonly string[];
  /** Against a reference server of this build, in a process of its own that is fresh each time. */
  readonly needsServer: boolean;
}

const quietly = ['--quiet', '--report', 'json'];
const run = ['run', '--seed', '1', ...quietly];
const record = ['record', 'made.json', '--seed', '1', '--max-requests', '430', ...quietly];

const trials: readonly Trial[] = [
  { title: '`--version`', words: ['--version'], needsServer: false },
  { title: '`run --max-requests 20`', words: [...run, '--max-requests', '20'], needsServer: true },
  { title: '`run --max-requests 430`', words: [...run, '--max-requests', '430'], needsServer: true },
  { title: 'a whole `run`', words: run, needsServer: true },
  { title: '`record --max-requests 430`', words: record, needsServer: true },
  { title: '`replay` of these', words: ['replay', 'made.json', ...quietly], after: record, needsServer: true },
];

/**
 * The commands of this build beside those of the build of a commit: medians of interleaved rounds, as ratios, since the machine
 * decides the rest.
 *
 * @returns the lines of a Markdown table with what it was measured on
 */
export async function measureAgainst(revision: string, rounds = 5): Promise<readonly string[]> {
  const before = buildOf(revision);
  try {
    const rows: string[] = [];
    for (const trial of trials) rows.push(rowOf(trial, await sideBySide(trial, before.folder, rounds)));
    return [
      `This build against ${before.commit}, medians of ${rounds} rounds in turn, Node ${process.versions.node}, ${cpus().length} cores.`,
      '',
      '| command | processor time | before | ratio | time | ratio | peak memory | ratio |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      ...rows,
    ];
  } finally {
    before.remove();
  }
}

interface Pair {
  readonly now: Usage;
  readonly before: Usage;
}

async function sideBySide(trial: Trial, before: string, rounds: number): Promise<Pair> {
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round += 1)
    pairs.push({ now: await measured(trial, thisBuild), before: await measured(trial, before) });
  const middle = (side: keyof Pair): Usage => ({
    cpu: median(pairs.map((pair) => pair[side].cpu)),
    wall: median(pairs.map((pair) => pair[side].wall)),
    memory: median(pairs.map((pair) => pair[side].memory)),
  });
  return { now: middle('now'), before: middle('before') };
}

async function measured({ words, after, needsServer }: Trial, build: string): Promise<Usage> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-against-'));
  const server = needsServer ? await startReferenceProcess() : undefined;
  const environment = { ...server?.environment, XDG_STATE_HOME: folder };
  const command = join(build, 'dist/cli/main.js');
  try {
    if (after !== undefined) await usageOf(folder, [command, ...after], environment);
    return await usageOf(folder, [command, ...words], environment);
  } finally {
    server?.stop();
    rmSync(folder, { recursive: true });
  }
}

function rowOf({ title }: Trial, { now, before }: Pair): string {
  const ratio = (of: (usage: Usage) => number): string => (of(now) / of(before)).toFixed(2);
  const cells = [
    title,
    `${now.cpu.toFixed(2)} s`,
    `${before.cpu.toFixed(2)} s`,
    ratio(({ cpu }) => cpu),
    `${now.wall.toFixed(2)} s`,
    ratio(({ wall }) => wall),
    `${(now.memory / 1e6).toFixed(0)} MB`,
    ratio(({ memory }) => memory),
  ];
  return `| ${cells.join(' | ')} |`;
}
