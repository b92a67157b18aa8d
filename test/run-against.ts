import type { RunSettings } from '../engine/run-settings.ts';
import { Run } from '../engine/run.ts';
import type { RunEnd, RunEvent } from '../engine/event.ts';
import { suiteNames, suiteOf } from '../engine/cases/suite.ts';
import type { Fault } from '../reference/fault.ts';
import { otherTeamId } from '../reference/identities.ts';
import { startReferenceServer } from '../reference/server.ts';
import { tokens } from '../reference/tokens.ts';
import type { Exchange } from '../traffic/exchange.ts';
import type { Finding } from '../judgements/finding.ts';
import type { ApiVersion } from '../traffic/operation.ts';
import { requirement, type RequirementId } from '../specs/requirements/index.ts';
import { openOver, openTarget } from '../targets/open-target.ts';
import type { Clock } from '../targets/clock.ts';
import type { TargetSettings } from '../targets/settings.ts';
import { inProcessServer } from './in-process-wire.ts';
import { usualBegin, virtualClock } from './virtual-clock.ts';

/** Everything that a run against the reference server showed. */
export interface ObservedRun {
  readonly end: RunEnd;
  readonly findings: readonly Finding[];
  readonly exchanges: readonly Exchange[];
  /** The requirements that were violated, in the order of the specs. */
  readonly violated: readonly RequirementId[];
  /** What was not passed, observed or skipped. */
  readonly open: readonly RequirementId[];
}

/** How the server is reached, and the one clock that it and the run go by. */
export type ObservedTarget = Partial<TargetSettings> & {
  readonly clock?: Clock;
  /** In this process without it. */
  readonly overHttp?: boolean;
};

/** Runs the engine against a fresh reference server, honest or with a fault, with every actor. */
export async function runAgainst(
  fault?: Fault,
  run: Partial<RunSettings> = {},
  { clock = virtualClock(usualBegin), overHttp = false, ...given }: ObservedTarget = {},
  watch: (event: RunEvent) => void = () => undefined,
): Promise<ObservedRun> {
  const options = { ...clock, ...(fault === undefined ? {} : { fault }) };
  const settings = {
    apiVersion: 'v1.0',
    otherTeamId,
    requestTimeout: 5000,
    maxResponseSize: 1_000_000,
    ...given,
  } as const;
  const server = overHttp ? await startReferenceServer(options) : inProcessServer(options, settings);
  const environment = {
    TIMECARD_TOKEN: tokens.caller,
    TIMECARD_SECOND_USER_TOKEN: tokens.secondUser,
    TIMECARD_APP_TOKEN: tokens.application,
    TIMECARD_READ_ONLY_TOKEN: tokens.readOnly,
    TIMECARD_NO_SCOPE_TOKEN: tokens.noScope,
  };
  const there = { ...settings, baseUrl: server.url };
  const target =
    'wire' in server ? openOver(server.wire, there, environment, clock) : await openTarget(there, environment, clock);
  const findings: Finding[] = [];
  const exchanges: Exchange[] = [];
  const send = target.send.bind(target);
  target.send = async (call) => {
    const exchange = await send(call);
    exchanges.push(exchange);
    return exchange;
  };
  try {
    const end = await new Run(target, { seed: 42, numRuns: 10, suites: new Set(suiteNames), ...run }, (event) => {
      if (event.kind === 'finding') findings.push(event.finding);
      watch(event);
    }).perform();
    const violated = end.verdicts.filter(({ violated: times }) => times > 0).map(({ requirement: id }) => id);
    const open = end.verdicts.filter(({ kind }) => kind === 'inconclusive').map(({ requirement: id }) => id);
    return { end, findings, exchanges, violated, open };
  } finally {
    await target.close();
    if ('close' in server) await server.close();
  }
}

/** Runs until one of the requirements is violated, and no longer: a whole run for each of many defects would take too long. */
export function runUntilFound(
  fault: Fault & { readonly version?: ApiVersion },
  wanted: readonly RequirementId[],
): Promise<ObservedRun> {
  const found = new AbortController();
  const inBoth = wanted.some((id) => requirement(id).versions.includes('v1.0'));
  return runAgainst(
    fault,
    {
      requirements: new Set(wanted),
      signal: found.signal,
      expectsLag: false,
      // What shows in races only is looked for in races only: such a server takes its time.
      ...(wanted.every((id) => suiteOf(id) === 'races') ? { suites: new Set(['races'] as const) } : {}),
    },
    { apiVersion: fault.version ?? (inBoth ? 'v1.0' : 'beta') },
    (event) => {
      if (event.kind === 'case' && event.failing > 0) found.abort();
    },
  );
}
