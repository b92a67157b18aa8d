import { requirement as rowOf, requirements, type RequirementId } from '../specs/requirements/index.ts';
import { excludedBecause, type ObservationRow, type Verdict } from '../judgements/verdict.ts';
import { clientCases } from './cases/index.ts';
import type { ClientCheck, ClientJudgement, ClientViolation } from './checks/client-check.ts';
import { clientChecks } from './checks/index.ts';
import { whyUnsound } from './checks/sound.ts';
import type { Performance, Scene } from './scene.ts';

/** A violation, and the scene that shows it. */
export interface ShownViolation {
  readonly scene: Scene;
  readonly violation: ClientViolation;
}

/** All that was said of one requirement. */
export interface ClientTally {
  readonly requirement: RequirementId;
  readonly exercised: number;
  readonly violations: readonly ShownViolation[];
  /** Why nothing could be said in some scenes; each reason once. */
  readonly undecided: readonly string[];
  readonly notExpressible: readonly string[];
  /** The scenes in which it could have failed, by case and client. */
  readonly scenes: readonly Scene[];
}

/** What a performance shows of the requirements that bind a client. */
export interface JudgedPerformance {
  readonly verdicts: readonly Verdict[];
  readonly tallies: readonly ClientTally[];
  readonly observations: readonly ObservationRow[];
  /** What the library has no call for, and why. */
  readonly notExpressible: readonly { readonly operation: string; readonly because: string }[];
}

const controlOf = new Map(clientCases.map(({ id, control }) => [id, control]));

export interface JudgeOptions {
  readonly checks?: readonly ClientCheck[];
  /** Requirements that are not judged, with the reason that the user gave. */
  readonly excluded?: ReadonlyMap<RequirementId, string> | undefined;
  /** A program was watched: nobody asked it for what it did not show. */
  readonly isWatched?: boolean;
}

/** Judges all that was seen of a library. */
export function judgePerformance(
  performance: Performance,
  chosen?: ReadonlySet<RequirementId>,
  { checks = clientChecks, excluded = new Map(), isWatched = false }: JudgeOptions = {},
): JudgedPerformance {
  const observed = new Map<string, { row: ObservationRow; count: number }>();
  const tallies = checks.map((check) => tallyOf(check, performance, observed));
  const byId = new Map(tallies.map((tally) => [tally.requirement, tally]));
  const rows = requirements.filter(({ binds, versions }) => binds === 'client' && versions.includes('v1.0'));
  const told = (id: RequirementId): Verdict => {
    const reason = excluded.get(id);
    const verdict = verdictOf(id, byId.get(id), observed, performance, chosen);
    return reason === undefined ? verdict : { ...verdict, kind: 'skipped', because: excludedBecause(reason) };
  };
  const verdicts = rows.map(({ id }) => (isWatched ? watchedVerdict(told(id), byId.has(id)) : told(id)));
  const judged = new Set(verdicts.filter(({ kind }) => kind !== 'skipped').map(({ requirement }) => requirement));
  return {
    verdicts,
    tallies: tallies.filter(({ requirement }) => judged.has(requirement)),
    observations: [...observed.values()]
      .map(({ row, count }) => ({ ...row, count }))
      .filter(({ requirement }) => judged.has(requirement)),
    notExpressible: unsupportedIn(performance),
  };
}

function tallyOf(
  check: ClientCheck,
  performance: Performance,
  observed: Map<string, { row: ObservationRow; count: number }>,
): ClientTally {
  const violations: ShownViolation[] = [];
  const undecided = new Set<string>();
  const notExpressible = new Set<string>();
  const scenes: Scene[] = [];
  let exercised = 0;
  for (const scene of performance.scenes) {
    for (const judgement of believed(check, scene, performance)) {
      switch (judgement.kind) {
        case 'holds':
        case 'violated':
          exercised += 1;
          if (scenes.at(-1) !== scene) scenes.push(scene);
          if (judgement.kind === 'violated') violations.push({ scene, violation: judgement });
          break;
        case 'undecided':
          undecided.add(judgement.because);
          break;
        case 'notExpressible':
          notExpressible.add(judgement.because);
          break;
        case 'observed':
          note(check.requirement, judgement, observed);
          break;
      }
    }
  }
  for (const reason of unreached(check, performance)) notExpressible.add(reason);
  return {
    requirement: check.requirement,
    exercised,
    violations,
    undecided: [...undecided],
    notExpressible: [...notExpressible],
    scenes,
  };
}

/** What a check says of a scene, with what can be doubted taken back. */
function believed(check: ClientCheck, scene: Scene, performance: Performance): readonly ClientJudgement[] {
  const judgements = check.judge(scene);
  if (!judgements.some(({ kind }) => kind === 'violated')) return judgements;
  const doubt = doubtOf(check, scene, performance);
  return doubt === undefined ? judgements : judgements.map((one) => (one.kind === 'violated' ? doubt : one));
}

function doubtOf({ relies }: ClientCheck, scene: Scene, { echoes, scenes }: Performance): ClientJudgement | undefined {
  for (const path of [...relies, ...pathsSetIn(scene)]) {
    const echo = echoes.get(path);
    if (echo?.kind === 'lost') return { kind: 'undecided', because: `the driver fails its self-test: ${echo.because}` };
    if (echo?.kind === 'unsupported') return { kind: 'notExpressible', because: `${path}: ${echo.because}` };
  }
  const control = controlOf.get(scene.case);
  const twin = control === undefined ? undefined : scenes.find((one) => one.case === control);
  const unsound = twin === undefined ? undefined : whyUnsound(twin);
  return unsound === undefined ? undefined : { kind: 'undecided', because: unsound };
}

function pathsSetIn({ calls }: Scene): readonly string[] {
  return calls.flatMap(({ call }) => Object.keys(call.body?.set ?? {}));
}

/** What a library is asked for, as the operation of the API that it comes to. */
function operationBehind(op: string): string {
  if (op === 'listAll') return 'list';
  return op === 'update' ? 'replace' : op;
}

/** Why the cases of a requirement came to nothing, where the library has no such call. */
function unreached({ requirement }: ClientCheck, { scenes }: Performance): readonly string[] {
  const operations: readonly string[] = rowOf(requirement).operations;
  return scenes.flatMap(({ calls }) =>
    calls.flatMap(({ call, answer }) =>
      'unsupported' in answer && operations.includes(operationBehind(call.op))
        ? [`${call.op}: ${answer.unsupported}`]
        : [],
    ),
  );
}

function note(
  requirement: RequirementId,
  { observation }: Extract<ClientJudgement, { kind: 'observed' }>,
  observed: Map<string, { row: ObservationRow; count: number }>,
): void {
  const key = JSON.stringify([requirement, observation]);
  const known = observed.get(key);
  if (known === undefined) observed.set(key, { row: { requirement, observation, count: 1 }, count: 1 });
  else known.count += 1;
}

function verdictOf(
  id: RequirementId,
  tally: ClientTally | undefined,
  observed: ReadonlyMap<string, { row: ObservationRow }>,
  { stopped }: Performance,
  chosen: ReadonlySet<RequirementId> | undefined,
): Verdict {
  const { exercised = 0, violations = [], undecided = [], notExpressible = [] } = tally ?? {};
  const base = { requirement: id, exercised, violated: violations.length };
  if (chosen !== undefined && !chosen.has(id)) return { ...base, kind: 'skipped', because: 'not chosen for this run' };
  if (violations.length > 0) return { ...base, kind: rowOf(id).level === 'MUST' ? 'failed' : 'warned' };
  if ([...observed.values()].some(({ row }) => row.requirement === id)) return { ...base, kind: 'observed' };
  if (exercised > 0) return { ...base, kind: 'passed' };
  const [open] = undecided;
  if (open !== undefined) return { ...base, kind: 'inconclusive', because: open };
  const [missing] = notExpressible;
  if (missing !== undefined) return { ...base, kind: 'notExpressible', because: missing };
  return { ...base, kind: 'inconclusive', because: stopped ?? unseen };
}

/** Nobody can ask a program that was watched for more: what it did not show is skipped, and not left open. */
function watchedVerdict(verdict: Verdict, isChecked: boolean): Verdict {
  if (verdict.kind === 'skipped') return verdict;
  if (!isChecked) return { ...verdict, kind: 'skipped', because: 'needs a driver: timecard-conformance client' };
  const isOpen = verdict.kind === 'inconclusive' && verdict.because === unseen;
  return isOpen || verdict.kind === 'notExpressible' ? { ...verdict, kind: 'skipped', because: unseen } : verdict;
}

const unseen = 'no request showed it';

function unsupportedIn({ scenes, echoes }: Performance): JudgedPerformance['notExpressible'] {
  const found = new Map<string, string>();
  for (const { calls } of scenes)
    for (const { call, insteadOf, answer } of calls) {
      if ('unsupported' in answer) found.set(call.op, answer.unsupported);
      if (insteadOf !== undefined) found.set(insteadOf.op, `${insteadOf.because}; ${call.op} stands in for it`);
    }
  for (const [path, echo] of echoes) if (echo.kind === 'unsupported') found.set(path, echo.because);
  return [...found].map(([operation, because]) => ({ operation, because }));
}
