import type { RunSettings } from '../../engine/run.ts';
import { versionOf, type Defect } from '../../faults/defect.ts';
import type { Finding } from '../../specs/finding.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import { runAgainst, type ObservedRun } from '../run-against.ts';
import { attemptsAtRace, seeds, walls, type MeasuredDefect, type Wall } from './measured.ts';

/** The default effort of `run`, on a server of which it is known that its reads show every write at once. */
const effort = { numRuns: 50, expectsLag: false, today: Date.parse('2026-11-26T12:30:00Z') } as const;

/** A measurement with how long it took to the first finding: milliseconds, for the terminal only. */
export interface Timed {
  readonly measured: MeasuredDefect;
  readonly time?: number;
}

/** One defect × the default run, the other seeds, the walls, and its reproduction alone. */
export async function measureDefect(defect: Defect): Promise<Timed> {
  const { whole, first } = await wholeRun(defect);
  const telling = mostTelling(defect, whole.findings);
  const declaredIn = defect.class === 'races' ? await attempts(defect) : await otherSeeds(defect, whole);
  const within: Wall[] = [];
  for (const wall of walls) if (await isCaughtWithin(defect, wall, first?.requests)) within.push(wall);
  const measured: MeasuredDefect = {
    id: defect.id,
    caughtBy: inOrder(defect, whole.violated),
    ...(first === undefined ? {} : { requests: first.requests }),
    ...(telling === undefined
      ? {}
      : {
          reproduction: {
            exchanges: telling.reproduction.length,
            minimal: telling.minimal,
            failsAgain: await failsAgain(defect, telling),
          },
        }),
    declaredIn,
    within,
  };
  return { measured, ...(first === undefined ? {} : { time: first.time }) };
}

/** Requests up to the first finding within a wall, or in a whole run; undefined where nothing was caught. */
export async function requestsWithin(defect: Defect, wall?: Wall): Promise<number | undefined> {
  let requests: number | undefined;
  const found = new AbortController();
  await run(defect, { signal: found.signal }, wall, (so) => {
    requests ??= so;
    found.abort();
  });
  return requests;
}

/** The last requests before a wall, which a run may leave unused: no case is begun that might not end. */
const longestCase = 60;

/**
 * Well before the wall a run sends what it would send without one, so a finding there needs no run of its own; nearer to
 * it, or behind it, cases are left out, and what comes of that is tried.
 */
async function isCaughtWithin(defect: Defect, wall: Wall, requests = Infinity): Promise<boolean> {
  return requests <= wall - longestCase || (await requestsWithin(defect, wall)) !== undefined;
}

async function wholeRun(defect: Defect) {
  const begun = performance.now();
  let first: { readonly requests: number; readonly time: number } | undefined;
  const whole = await run(defect, {}, undefined, (requests) => {
    first ??= { requests, time: performance.now() - begun };
  });
  return { whole, first };
}

/** The seeds in which a declared requirement catches it. Other seeds need no more of a run than up to there. */
async function otherSeeds(defect: Defect, whole: ObservedRun): Promise<readonly number[]> {
  const [first, ...others] = seeds;
  const caught: number[] = whole.violated.some((id) => defect.caughtBy.includes(id)) ? [first] : [];
  for (const seed of others) if (await declaredCatches(defect, { seed })) caught.push(seed);
  return caught;
}

async function attempts(defect: Defect): Promise<readonly number[]> {
  const caught: number[] = [];
  for (let seed = 1; seed <= attemptsAtRace; seed += 1) {
    if (await declaredCatches(defect, { seed, numRuns: 1, suites: new Set(['races']) })) caught.push(seed);
  }
  return caught;
}

async function declaredCatches(defect: Defect, settings: Partial<RunSettings>): Promise<boolean> {
  const found = new AbortController();
  const requirements = new Set(defect.caughtBy);
  const { violated } = await run(defect, { ...settings, requirements, signal: found.signal }, undefined, () =>
    found.abort(),
  );
  return violated.length > 0;
}

/** Runs the one case of the finding on a fresh server, as its replay command does. */
async function failsAgain(defect: Defect, { requirement, replay }: Finding): Promise<boolean> {
  if (!('seed' in replay)) return false;
  const { violated } = await run(defect, { seed: replay.seed, path: replay.path });
  return violated.includes(requirement);
}

function run(
  defect: Defect,
  settings: Partial<RunSettings>,
  wall?: Wall,
  onViolation: (requests: number) => void = () => undefined,
): Promise<ObservedRun> {
  const target = { apiVersion: versionOf(defect), ...(wall === undefined ? {} : { maxRequests: wall }) };
  return runAgainst(defect, { ...effort, seed: seeds[0], ...settings }, target, (event) => {
    if (event.kind === 'case' && event.failing > 0) onViolation(event.requests);
  });
}

/** The finding of the first declared requirement that has one; of any other where none has. */
function mostTelling({ caughtBy }: Defect, findings: readonly Finding[]): Finding | undefined {
  const declared = caughtBy.flatMap((id) => findings.find(({ requirement }) => requirement === id) ?? []);
  return declared[0] ?? findings[0];
}

function inOrder({ caughtBy }: Defect, violated: readonly RequirementId[]): readonly RequirementId[] {
  const declared = caughtBy.filter((id) => violated.includes(id));
  return [...declared, ...violated.filter((id) => !declared.includes(id))];
}
