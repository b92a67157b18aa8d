import type { Exchange } from '../../traffic/exchange.ts';
import type { Finding, SentWrong } from '../../judgements/finding.ts';
import type { Violated } from '../../judgements/judgement.ts';
import type { ApiVersion } from '../../traffic/operation.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import { isRace, type Case } from '../cases/case.ts';
import type { Executor } from '../execute/executor.ts';
import type { PlacedPhase } from '../plan.ts';
import { shifted } from './path.ts';
import { checkPhase } from './property.ts';
import { isCleanUp, reproductionOf, whatItRestsOn } from './reproduction.ts';
import type { CaseRun } from '../execute/case-traffic.ts';
import { decisiveExchange, isServerError } from '../decisive-exchange.ts';
import { WrongValues } from '../sent-wrong.ts';
import type { FirstViolation } from '../counting.ts';

export interface ShrinkSettings {
  readonly version: ApiVersion;
  readonly seed: number;
  /** Requests that may be spent on this finding. */
  readonly allowance: number;
}

/**
 * A finding as it was seen, without a request more: for one of many with the same cause. Of what went before only that is
 * kept which it rests on, as there is another finding that shows the cause in full.
 */
export function findingOfEvidence(
  requirement: RequirementId,
  first: FirstViolation,
  seen: Finding['seen'],
  seed: number,
): Finding {
  const { omitted: _, ...finding } = findingAsSeen(requirement, first, seen, seed);
  return { ...finding, reproduction: whatItRestsOn(first.exchanges, first.violation) };
}

/** A finding with all that led to it when it was seen first, where no request can be spent on making it small. */
export function findingAsSeen(
  requirement: RequirementId,
  { path, phase, violation, exchanges, omitted, sentWrong }: FirstViolation,
  seen: Finding['seen'],
  seed: number,
): Finding {
  return {
    ...(omitted === 0 ? {} : { omitted }),
    requirement,
    violation,
    seen,
    ...wrongOnPurpose(sentWrong),
    stability: { failed: seen.violated, of: seen.exercised },
    reproduction: reproductionOf(exchanges, violation),
    minimal: false,
    replay: { seed, phase, path },
  };
}

function wrongOnPurpose(sentWrong: SentWrong | undefined): Pick<Finding, 'sentWrong'> {
  return sentWrong === undefined ? {} : { sentWrong };
}

/** What a search came to. */
export interface SearchOutcome {
  readonly finding: Finding;
  /** The limits left no request to send the case again. */
  readonly wasLeftUntried: boolean;
}

/** How often a case with overlapping requests is tried before it counts as one that does not fail. */
const triesOfRace = 4;

/**
 * Finds the smallest traffic that still violates one requirement, starting with the case that violated it first. That
 * case is run once more before anything else: if it does not fail again, the failure is flaky and is not shrunk. So it is if
 * the smallest traffic ends in a server error that does not show once more.
 */
export async function findSmallest(
  requirement: RequirementId,
  first: FirstViolation,
  seen: Finding['seen'],
  { plan, offset }: PlacedPhase,
  executor: Executor,
  settings: ShrinkSettings,
): Promise<SearchOutcome> {
  let spent = 0;
  let cutShort = false;
  let smallest: { readonly testCase: Case; readonly run: CaseRun; readonly violation: Violated } | undefined;
  let latest: CaseRun | undefined;
  let race = false;
  const known = new Map<string, boolean>();
  const evidentSteps = stepsIn(first.violation, first.exchanges);
  const fails = async (testCase: Case): Promise<boolean> => {
    // The first case did not fail again, so there is nothing to shrink.
    if (latest !== undefined && smallest === undefined) return false;
    const key = JSON.stringify(testCase.steps);
    const before = known.get(key);
    if (before !== undefined) return before;
    // Without the steps that are the evidence nothing can show: no request is spent on that.
    if (!evidentSteps.every((name) => testCase.steps.some((step) => step.name === name))) return false;
    race ||= isRace(testCase);
    // Which of two requests comes first is chance: one try that goes well says nothing.
    for (let tries = isRace(testCase) ? triesOfRace : 1; tries > 0; tries -= 1) {
      if (spent >= settings.allowance || !executor.affords(testCase)) {
        cutShort = true;
        return false;
      }
      latest = await executor.run(testCase, 'shrink');
      spent += latest.exchanges.length;
      const violation = violationOf(requirement, latest, first.sentWrong !== undefined);
      if (violation === undefined) continue;
      smallest = { testCase, run: latest, violation };
      known.set(key, true);
      return true;
    }
    known.set(key, false);
    return false;
  };
  const path = shifted(first.path, -offset);
  const details = await checkPhase(
    plan,
    { version: settings.version, seed: settings.seed, path },
    async (testCase) => !(await fails(testCase)),
  );
  if (
    smallest !== undefined &&
    !race &&
    isServerError(decisiveExchange(smallest.violation, smallest.run.exchanges)) &&
    executor.affords(smallest.testCase)
  ) {
    latest = await executor.run(smallest.testCase, 'shrink');
    if (violationOf(requirement, latest, first.sentWrong !== undefined) === undefined) {
      smallest = undefined;
      cutShort = false;
    }
  }
  const replay = { seed: settings.seed, phase: plan.phase, path: shifted(details.counterexamplePath ?? path, offset) };
  const asSeen: Finding = { ...findingAsSeen(requirement, first, seen, settings.seed), replay };
  // A limit, or what went before, such as a clockIn that broke off, can leave a requirement unjudged: that is neither
  // reproduced nor flaky. Nor is a race. Of a server error that is seldom it is enough that it did not come again.
  const judgedAgain =
    latest !== undefined &&
    ((!cutShort && !race && heldIn(requirement, latest)) ||
      (isSeldom(seen) &&
        isServerError(decisiveExchange(first.violation, first.exchanges)) &&
        isAnsweredNow(first, latest)));
  const wasLeftUntried = latest === undefined;
  if (smallest === undefined && !judgedAgain) return { finding: asSeen, wasLeftUntried };
  if (smallest === undefined) {
    // Both histories, so that a reader can see what differed.
    const both = [...first.exchanges, ...(latest?.exchanges ?? [])];
    return { finding: { ...asSeen, stability: 'flaky', reproduction: both }, wasLeftUntried };
  }
  const { run, violation } = smallest;
  const finding: Finding = {
    requirement,
    violation,
    seen,
    ...(first.sentWrong === undefined ? {} : wrongOnPurpose(sourceOf(violation, run.exchanges))),
    stability: race ? asSeen.stability : 'reproduced',
    reproduction: reproductionOf(run.exchanges, violation),
    minimal: !cutShort,
    replay,
  };
  return { finding, wasLeftUntried };
}

/** The steps of a case that are the evidence of a violation; clean-up is no step of the case. */
function stepsIn(violation: Violated, exchanges: readonly Exchange[]): readonly string[] {
  return [decisiveExchange(violation, exchanges)?.intent?.step].filter(
    (name): name is string => name !== undefined && !isCleanUp(name),
  );
}

/** Once, or once in twenty times: a service may fail now and then. */
function isSeldom({ violated, exercised }: Finding['seen']): boolean {
  return violated <= Math.max(1, exercised / 20);
}

/** True if the request that failed was sent again, and no server error came. */
function isAnsweredNow({ violation, exchanges }: FirstViolation, latest: CaseRun): boolean {
  const step = decisiveExchange(violation, exchanges)?.intent?.step;
  const again = latest.exchanges.filter(({ intent }) => step !== undefined && intent?.step === step);
  return again.length > 0 && again.every(({ outcome }) => outcome.kind === 'response' && outcome.status < 500);
}

function heldIn(requirement: RequirementId, { judged }: CaseRun): boolean {
  return judged.some(({ requirement: id, judgement }) => id === requirement && judgement.kind === 'holds');
}

/** @param ofWrongValues whether a violation by a value that was sent wrong on purpose is what is looked for, too */
function violationOf(
  requirement: RequirementId,
  { judged, exchanges }: CaseRun,
  ofWrongValues: boolean,
): Violated | undefined {
  for (const { requirement: id, judgement } of judged) {
    if (id !== requirement || judgement.kind !== 'violated') continue;
    if (ofWrongValues || sourceOf(judgement, exchanges) === undefined) return judgement;
  }
  return undefined;
}

function sourceOf(violation: Violated, exchanges: readonly Exchange[]): SentWrong | undefined {
  const wrong = new WrongValues();
  wrong.note(exchanges);
  return wrong.whereSent(violation, exchanges);
}
