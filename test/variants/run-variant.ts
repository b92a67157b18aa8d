import type { RunEnd, RunEvent } from '../../engine/event.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { Run } from '../../engine/run.ts';
import { suiteNames } from '../../engine/cases/suite.ts';
import type { Behaviour } from '../../reference/behaviour.ts';
import { caller, otherTeamId, secondUser, teamId } from '../../reference/identities.ts';
import { tokens } from '../../reference/tokens.ts';
import { together } from '../../reference/variants/together.ts';
import { targetVerdict } from '../../results/target-verdict.ts';
import type { TargetVerdict } from '../../results/verdict.ts';
import type { Finding } from '../../judgements/finding.ts';
import type { ApiVersion } from '../../traffic/operation.ts';
import { openOver } from '../../targets/open-target.ts';
import type { Clock } from '../../targets/clock.ts';
import { inProcessServer } from '../in-process-wire.ts';
import { usualBegin, virtualClock } from '../virtual-clock.ts';
import { watched } from './watched.ts';

/** What the suite says of a server that differs in these ways. */
export interface VariantRun {
  readonly end: RunEnd;
  readonly verdict: TargetVerdict;
  /** Every finding with its traffic, in words. */
  readonly accusations: readonly string[];
  /** How many of the ways have made no difference, and which questions nobody asked. */
  readonly idle: readonly string[];
}

export interface VariantSettings extends Partial<RunSettings> {
  readonly apiVersion?: ApiVersion;
  /** The one clock that the server and the run go by. */
  readonly clock?: Clock;
  /** The most that the run may send. */
  readonly maxRequests?: number;
  /** Whether the run has tokens and knows the people, has to do without, or has the token of an application alone. */
  readonly knows?: 'everyone' | 'nobody' | 'an application';
}

/** Bytes. */
const maxResponseSize = 1e6;

/** Runs the engine against a fresh reference server that differs in these ways. */
export async function runVariant(
  ways: readonly Behaviour[],
  settings: VariantSettings = {},
  watch: (event: RunEvent) => void = () => undefined,
): Promise<VariantRun> {
  const { apiVersion = 'v1.0', clock = virtualClock(usualBegin), knows = 'everyone', maxRequests, ...run } = settings;
  const idle = new Set(ways.flatMap(partsOf));
  const { url: baseUrl, wire } = inProcessServer(
    {
      ...clock,
      variant: together(ways.map((way, index) => watched(way, () => idle.delete(`hooks ${index}`)))),
      onFreedom: (question) => idle.delete(question),
    },
    { maxResponseSize },
  );
  const common = {
    apiVersion,
    baseUrl,
    requestTimeout: 3000,
    maxResponseSize,
    ...(maxRequests === undefined ? {} : { maxRequests }),
  };
  const everyToken = {
    TIMECARD_TOKEN: tokens.caller,
    TIMECARD_SECOND_USER_TOKEN: tokens.secondUser,
    TIMECARD_APP_TOKEN: tokens.application,
    TIMECARD_READ_ONLY_TOKEN: tokens.readOnly,
    TIMECARD_NO_SCOPE_TOKEN: tokens.noScope,
  };
  const [userId, onBehalfOfUserId] = [caller.id, secondUser.id];
  const live = { tenantId: '7c2b1d5e-0f34-4a86-9b1c-d8e5f6a73920', teamId, userIds: [userId, onBehalfOfUserId] };
  const open = {
    everyone: () => openOver(wire, { ...common, otherTeamId }, everyToken, clock),
    nobody: () => openOver(wire, common, {}, clock),
    'an application': () =>
      openOver(
        wire,
        { ...common, live, teamId, userId, onBehalfOfUserId, rate: 1000 },
        { TIMECARD_APP_TOKEN: tokens.application },
        clock,
      ),
  };
  const target = open[knows]();
  const accusations: string[] = [];
  try {
    const all = { seed: 7, numRuns: 4, suites: new Set(suiteNames), ...run };
    const end = await new Run(target, all, (event) => {
      if (event.kind === 'finding') accusations.push(told(event.finding));
      watch(event);
    }).perform();
    const verdict = targetVerdict(end.verdicts, { strict: false, stopped: end.stopped });
    return { end, verdict, accusations, idle: [...idle] };
  } finally {
    await target.close();
  }
}

function partsOf(way: Behaviour, index: number): readonly string[] {
  return [...Object.keys(way.policy ?? {}), ...(way.start === undefined ? [] : [`hooks ${index}`])];
}

function told({ requirement, violation, reproduction }: Finding): string {
  const { pointer, expected, actual } = violation;
  const traffic = reproduction.map(({ request, outcome, actor }) => {
    const answer =
      outcome.kind === 'response'
        ? `${outcome.status} ${'text' in outcome.body ? outcome.body.text : ''}`
        : outcome.fault;
    return `${actor} ${request.method} ${request.url} ${'text' in request.body ? request.body.text : ''} -> ${answer}`;
  });
  return [
    `${requirement} at ${pointer}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`,
    ...traffic,
  ].join('\n  ');
}
