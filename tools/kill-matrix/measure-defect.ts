import type { RunSettings } from '../../engine/run-settings.ts';
import { numRunsAt } from '../../engine/cases/effort.ts';
import { suiteOf } from '../../engine/cases/suite.ts';
import { versionOf, type Defect } from '../../faults/defect.ts';
import type { Finding } from '../../judgements/finding.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import { usualBegin, virtualClock } from '../../test/virtual-clock.ts';
import { runAgainst, type ObservedRun } from '../../test/run-against.ts';
import { attemptsAtRace, seeds, walls, type MeasuredDefect, type Wall } from './measured.ts';

/** The default effort of `run`, on a server of which it is known that its reads show every write at once. */
const effort = { numRuns: numRunsAt.normal, expectsLag: false } as const;

/** A defect, and when the runs begin that look for it: milliseconds since the epoch. */
interface Trial {
  readonly defect: Defect;
  readonly begin: number;
}

/** A measurement with how long it took to the first finding: milliseconds, for the terminal only. */
export interface Timed {
  readonly measured: MeasuredDefect;
  readonly time?: number;
}

/** One defect × the default run, the other seeds, the walls, and its reproduction alone. */
export async function measureDefect(defect: Defect, begin = usualBegin): Promise<Timed> {
  const trial = { defect, begin };
  const { whole, first } = await wholeRun(trial);
  const telling = mostTelling(defect, whole.findings);
  const declaredIn = defect.class === 'races' ? await attempts(trial) : await otherSeeds(trial, whole);
  const within: Wall[] = [];
  for (const wall of walls) if (await isCaughtWithin(trial, wall, first?.requests)) within.push(wall);
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
            failsAgain: await failsAgain(trial, telling),
          },
        }),
    declaredIn,
    within,
  };
  return { measured, ...(first === undefined ? {} : { time: first.time }) };
}

/** Requests up to the first finding within a wall, or in a whole run; undefined where nothing was caught. */
export async function requestsWithin(defect: Defect, wall?: Wall, begin = usualBegin): Promise<number | undefined> {
  let requests: number | undefined;
  const found = new AbortController();
  await run({ defect, begin }, { signal: found.signal }, wall, (so) => {
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
async function isCaughtWithin({ defect, begin }: Trial, wall: Wall, requests = Infinity): Promise<boolean> {
  return requests <= wall - longestCase || (await requestsWithin(defect, wall, begin)) !== undefined;
}

async function wholeRun(trial: Trial) {
  const begun = performance.now();
  let first: { readonly requests: number; readonly time: number } | undefined;
  const whole = await run(trial, {}, undefined, (requests) => {
    first ??= { requests, time: performance.now() - begun };
  });
  return { whole, first };
}

/** The seeds in which a declared requirement catches it. Other seeds need no more of a run than up to there. */
async function otherSeeds(trial: Trial, whole: ObservedRun): Promise<readonly number[]> {
  const [first, ...others] = seeds;
  const caught: number[] = whole.violated.some((id) => trial.defect.caughtBy.includes(id)) ? [first] : [];
  for (const seed of others) if (await declaredCatches(trial, { seed })) caught.push(seed);
  return caught;
}

async function attempts(trial: Trial): Promise<readonly number[]> {
  const caught: number[] = [];
  // Lists that meet are cases of reading.
  const suites = new Set(['races', suiteOf(trial.defect.caughtBy[0])] as const);
  for (let seed = 1; seed <= attemptsAtRace; seed += 1) {
    if (await declaredCatches(trial, { seed, numRuns: 1, suites })) caught.push(seed);
  }
  return caught;
}

async function declaredCatches(trial: Trial, settings: Partial<RunSettings>): Promise<boolean> {
  const found = new AbortController();
  const requirements = new Set(trial.defect.caughtBy);
  const { violated } = await run(trial, { ...settings, requirements, signal: found.signal }, undefined, () =>
    found.abort(),
  );
  return violated.length > 0;
}

/** Runs the one case of the finding on a fresh server, as its replay command does. */
async function failsAgain(trial: Trial, { requirement, replay }: Finding): Promise<boolean> {
  if (!('seed' in replay)) return false;
  const { violated } = await run(trial, { seed: replay.seed, path: replay.path });
  return violated.includes(requirement);
}

function run(
  { defect, begin }: Trial,
  settings: Partial<RunSettings>,
  wall?: Wall,
  onViolation: (requests: number) => void = () => undefined,
): Promise<ObservedRun> {
  const target = {
    apiVersion: versionOf(defect),
    clock: virtualClock(begin),
    ...(wall === undefined ? {} : { maxRequests: wall }),
  };
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
