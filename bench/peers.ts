import fc from 'fast-check';
import { numRunsAt } from '../engine/cases/effort.ts';
import { Run } from '../engine/run.ts';
import { versionOf, type Defect } from '../faults/defect.ts';
import { faults } from '../faults/index.ts';
import { variants } from '../reference/variants/index.ts';
import { requirement } from '../specs/requirements/index.ts';
import { openTarget } from '../targets/open-target.ts';
import { startReferenceProcess, type ReferenceProcess } from './reference-process.ts';
import { suitesOf, type Scale } from './scale.ts';
import { Schemathesis, schemathesisSetUp } from './schemathesis.ts';

const walls = [25, 50, 100, 300] as const;

/** What a tool made of the servers. */
interface Score {
  /** Requests up to the first failure, of each defect that was caught. */
  readonly caughtAt: number[];
  readonly accused: string[];
  requests: number;
  /** Seconds of processor time. */
  cpu: number;
}

/**
 * This suite beside the strongest general tool, on the same servers: defects that break a MUST, and servers that differ
 * within what the documents allow, drawn by chance. Needs python3 and PyPI, and some 20 minutes.
 */
export async function measurePeers(scale: Scale): Promise<readonly string[]> {
  const defects = drawn(faults.filter(breaksMust), scale === 'whole' ? 40 : 2);
  const honest = drawn(
    // Reads that are seconds late are waited for by the clock, which takes minutes and shows nothing of requests.
    variants.filter(({ id, versions = ['v1.0'] }) => versions.includes('v1.0') && !id.startsWith('late-')),
    scale === 'whole' ? 20 : 1,
  );
  const ours: Score = { caughtAt: [], accused: [], requests: 0, cpu: 0 };
  const theirs: Score = { caughtAt: [], accused: [], requests: 0, cpu: 0 };
  const schemathesis = new Schemathesis();
  try {
    const usual = await usualFailures(schemathesis, scale === 'whole' ? [1, 2, 3] : [1]);
    const judge = async (server: ReferenceProcess): Promise<number | undefined> => {
      const { failures, requests, cpu } = await schemathesis.judge(server, 1);
      theirs.requests += requests;
      theirs.cpu += cpu;
      return [...failures].find(([kind]) => !usual.has(kind))?.[1];
    };
    for (const { id } of defects) {
      note(ours, await against({ fault: id }, (server) => firstViolation(server, ours)));
      note(theirs, await against({ fault: id }, judge));
    }
    for (const { id } of honest) {
      if ((await against({ variant: id }, (server) => firstViolation(server, ours))) !== undefined)
        ours.accused.push(id);
      if ((await against({ variant: id }, judge)) !== undefined) theirs.accused.push(id);
    }
    return page({ ours, theirs, defects: defects.length, honest: honest.length, usual: usual.size });
  } finally {
    schemathesis.remove();
  }
}

function breaksMust(defect: Defect): boolean {
  return (
    defect.class !== 'races' &&
    versionOf(defect) === 'v1.0' &&
    defect.caughtBy.some((id) => requirement(id).level === 'MUST')
  );
}

function drawn<T>(all: readonly T[], count: number): readonly T[] {
  const [some = []] = fc.sample(fc.shuffledSubarray([...all], { minLength: count, maxLength: count }), {
    numRuns: 1,
    seed: 1,
  });
  return some;
}

async function against<T>(
  behaviour: { readonly fault?: string; readonly variant?: string },
  judge: (server: ReferenceProcess) => Promise<T>,
): Promise<T> {
  process.stderr.write(`  ${behaviour.fault ?? behaviour.variant ?? 'the reference server'}\n`);
  const server = await startReferenceProcess(behaviour);
  try {
    return await judge(server);
  } finally {
    server.stop();
  }
}

/** What it says of the reference server itself: the same of another server is no news. */
async function usualFailures(schemathesis: Schemathesis, seeds: readonly number[]): Promise<ReadonlySet<string>> {
  const kinds = new Set<string>();
  for (const seed of seeds) {
    const { failures } = await against({}, (server) => schemathesis.judge(server, seed));
    for (const kind of failures.keys()) kinds.add(kind);
  }
  return kinds;
}

/** A whole normal run, and how many requests it had sent when a MUST was first seen to be violated. */
async function firstViolation({ baseUrl, environment }: ReferenceProcess, score: Score): Promise<number | undefined> {
  const before = process.cpuUsage();
  const otherTeamId = environment['TIMECARD_OTHER_TEAM_ID'] ?? '';
  const target = await openTarget(
    { apiVersion: 'v1.0', baseUrl, otherTeamId, requestTimeout: 10_000, maxResponseSize: 5_000_000 },
    environment,
  );
  let first: number | undefined;
  const settings = { seed: 1, numRuns: numRunsAt.normal, suites: suitesOf('whole') };
  const { verdicts, requests } = await new Run(target, settings, (event) => {
    if (event.kind === 'violation' && requirement(event.finding.requirement).level === 'MUST')
      first ??= target.counts().sent;
  }).perform();
  await target.close();
  const { user, system } = process.cpuUsage(before);
  score.requests += requests.sent;
  score.cpu += (user + system) / 1e6;
  return verdicts.some(({ kind }) => kind === 'failed') ? first : undefined;
}

function note({ caughtAt }: Score, at: number | undefined): void {
  if (at !== undefined) caughtAt.push(at);
}

function page({
  ours,
  theirs,
  defects,
  honest,
  usual,
}: {
  readonly ours: Score;
  readonly theirs: Score;
  readonly defects: number;
  readonly honest: number;
  readonly usual: number;
}): readonly string[] {
  const runs = defects + honest;
  const rowOf = (name: string, tell: (score: Score) => string): string =>
    `  ${name.padEnd(44)} ${tell(ours).padStart(10)} ${tell(theirs).padStart(14)}`;
  return [
    `peers: ${defects} defects that break a MUST and ${honest} honest servers, drawn by chance, each judged once`,
    `  ${''.padEnd(44)} ${'this suite'.padStart(10)} ${'Schemathesis'.padStart(14)}`,
    ...walls.map((wall) =>
      rowOf(`defects caught within ${wall} requests`, ({ caughtAt }) =>
        String(caughtAt.filter((at) => at <= wall).length),
      ),
    ),
    rowOf('defects caught by the whole run', ({ caughtAt }) => String(caughtAt.length)),
    rowOf('honest servers accused', ({ accused }) => String(accused.length)),
    rowOf('requests of a run, mean', ({ requests }) => (requests / runs).toFixed(0)),
    rowOf('seconds of processor time of a run, mean', ({ cpu }) => (cpu / runs).toFixed(2)),
    '  Most of these defects are about what a step does to a card, which no schema says: this is what a general tool leaves to be judged.',
    `  set up: ${schemathesisSetUp}.`,
    `  Not counted: ${usual} kinds of failures that it reports of the reference server as well, in three seeds.`,
    ...(theirs.accused.length === 0 ? [] : [`  It accused ${theirs.accused.join(', ')}.`]),
    ...(ours.accused.length === 0 ? [] : [`  This suite accused ${ours.accused.join(', ')}.`]),
  ];
}
