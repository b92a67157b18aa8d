import type { ApiVersion } from '../traffic/operation.ts';
import type { ClientFinding } from '../judgements/finding.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import type { ObservationRow, Verdict } from '../judgements/verdict.ts';
import type { BaselineRow } from './baseline.ts';
import { catalogueHash } from './catalogue-hash.ts';
import { exitCode, exitCodes, type ExitCode } from './exit-code.ts';
import type { ClientDescription, ExpectedFailure, NotExpressible, ResultLine } from './line.ts';
import { gateVerdict } from './gate-verdict.ts';
import { observationLine } from './observation-line.ts';
import { targetVerdict } from './target-verdict.ts';

/** What was found out about a client, whoever made it call. */
export interface ClientOutcome {
  readonly suiteVersion: string;
  readonly client: ClientDescription;
  readonly baseUrl: string;
  readonly teamId: string;
  readonly apiVersion: ApiVersion;
  readonly seed: number;
  readonly requirements: readonly RequirementId[];
  readonly strict: boolean;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly requests: number;
  readonly throttled: number;
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly ClientFinding[];
  readonly observations: readonly ObservationRow[];
  readonly notExpressible: readonly NotExpressible[];
  /** Requirements that are known to fail, with the address that tells of it. */
  readonly expected: ReadonlyMap<RequirementId, string>;
  /** How the failures, and the entries of the baseline, stand. */
  readonly baseline?: readonly BaselineRow[];
  readonly stopped?: string;
  readonly interrupted?: boolean;
}

/** The result stream of a client, line by line: that of a run in every way. */
export function clientResultLines(outcome: ClientOutcome): readonly ResultLine[] {
  const { client, findings, observations, verdicts, notExpressible, stopped } = outcome;
  const { suiteVersion, apiVersion, teamId, seed, requirements, strict, durationMs } = outcome;
  const expected = expectedFailures(outcome);
  return [
    {
      kind: 'header',
      format: 1,
      suiteVersion,
      catalogue: catalogueHash(),
      target: { kind: 'client', baseUrl: outcome.baseUrl },
      client,
      apiVersion,
      teamId,
      userId: '',
      seed,
      numRuns: 0,
      suites: [],
      requirements,
      actors: ['caller'],
      strict,
      startedAt: new Date(outcome.startedAt).toISOString(),
    },
    ...findings.map((finding) => ({ kind: 'finding', finding }) as const),
    ...observations.map(observationLine),
    ...verdicts.map((verdict) => ({ kind: 'verdict', verdict }) as const),
    {
      kind: 'footer',
      verdict: targetVerdict(verdicts, { strict, stopped }),
      exitCode: codeOf(outcome, expected),
      ...(stopped === undefined ? {} : { stopped }),
      requests: { sent: outcome.requests, throttled: outcome.throttled, shrinking: 0, cleanUp: 0 },
      longestLag: 0,
      leftBehind: [],
      ...(notExpressible.length === 0 ? {} : { notExpressible }),
      ...(expected.length === 0 ? {} : { expected }),
      ...(outcome.baseline === undefined ? {} : { baseline: outcome.baseline }),
      durationMs,
    },
  ];
}

/** Of what was not chosen nothing is known, so that nothing is said of it either. */
function expectedFailures({ expected, verdicts }: ClientOutcome): readonly ExpectedFailure[] {
  return [...expected].flatMap(([requirement, issue]) => {
    const verdict = verdicts.find((one) => one.requirement === requirement);
    if (verdict?.kind === 'skipped') return [];
    return [{ requirement, issue, fails: verdict?.kind === 'failed' || verdict?.kind === 'warned' }];
  });
}

/** A failure that is expected does not count; an entry that no longer fails does, or nobody would ever take it out. */
function codeOf(
  { verdicts, strict, stopped, interrupted, baseline }: ClientOutcome,
  expected: readonly ExpectedFailure[],
): ExitCode {
  const known = new Set(expected.map(({ requirement }) => requirement));
  const others = verdicts.filter(({ requirement }) => !known.has(requirement));
  const whole = gateVerdict(others, { strict, stopped }, baseline);
  if (interrupted === true) return exitCodes.interrupted;
  if (expected.some(({ fails }) => !fails) && stopped === undefined) return exitCodes.nonconforming;
  return exitCode({ verdict: whole });
}
