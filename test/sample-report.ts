import type { Actor } from '../traffic/actor.ts';
import { numRunsAt } from '../engine/cases/effort.ts';
import { defaultTeamId, defaultUserId } from '../specs/defaults.ts';
import type { Body, Exchange, SentRequest } from '../traffic/exchange.ts';
import type { Finding } from '../judgements/finding.ts';
import type { Json } from '../traffic/json.ts';
import type { Operation } from '../traffic/operation.ts';
import type { ResultLine, RunFooter, RunHeader } from '../results/line.ts';
import type { RunReport } from '../results/report.ts';
import type { Verdict, VerdictKind } from '../results/verdict.ts';

export const sampleCard = 'TCK_3cc76244-2a14-4d2c-9e5f-5a7b6e0f9d11';

const startedAt = Date.UTC(2025, 10, 3, 9, 0, 0);

export function sampleHeader(changes: Partial<RunHeader> = {}): RunHeader {
  return {
    kind: 'header',
    format: 1,
    suiteVersion: '0.1.0',
    target: { kind: 'server', baseUrl: 'http://127.0.0.1:4010' },
    apiVersion: 'v1.0',
    teamId: defaultTeamId,
    userId: defaultUserId,
    seed: 42,
    effort: 'normal',
    numRuns: numRunsAt.normal,
    suites: [],
    requirements: [],
    actors: ['caller'],
    strict: false,
    startedAt: new Date(startedAt).toISOString(),
    ...changes,
  };
}

export function sampleFooter(changes: Partial<RunFooter> = {}): RunFooter {
  return {
    kind: 'footer',
    verdict: 'nonconforming',
    exitCode: 1,
    requests: { sent: 412, throttled: 3, shrinking: 38, cleanUp: 21 },
    longestLag: 0,
    leftBehind: [],
    durationMs: 8_430,
    ...changes,
  };
}

export function sampleVerdict(
  requirement: Verdict['requirement'],
  kind: VerdictKind = 'passed',
  changes: Partial<Verdict> = {},
): Verdict {
  const exercised = kind === 'skipped' || kind === 'inconclusive' || kind === 'observed' ? 0 : 14;
  return { requirement, kind, exercised, violated: kind === 'failed' || kind === 'warned' ? 14 : 0, ...changes };
}

export function jsonBody(value: Json): Body {
  return { kind: 'json', value, text: JSON.stringify(value) };
}

interface SampleExchange {
  readonly operation: Operation | 'unknown';
  readonly method?: string;
  readonly path: string;
  readonly actor?: Actor;
  readonly send?: Body;
  readonly status: number;
  readonly answer?: Body;
  readonly changes?: Partial<Exchange>;
}

/** One exchange of the sample server; `path` stands below `/teams/{team}/schedule/timeCards`. */
export function sampleExchange(sequence: number, sample: SampleExchange): Exchange {
  const request: SentRequest = {
    method: sample.method ?? 'POST',
    url: `http://127.0.0.1:4010/v1.0/teams/${defaultTeamId}/schedule/timeCards${sample.path}`,
    headers: [
      ['Accept', 'application/json'],
      ['client-request-id', `00000000-0000-4000-8000-00000000000${sequence}`],
      ...(sample.send === undefined ? [] : [['Content-Type', 'application/json'] as const]),
    ],
    body: sample.send ?? { kind: 'empty' },
  };
  return {
    sequence,
    operation: sample.operation,
    actor: sample.actor ?? 'caller',
    request,
    outcome: {
      kind: 'response',
      status: sample.status,
      headers: [['Content-Type', 'application/json']],
      body: sample.answer ?? { kind: 'empty' },
    },
    startedAt: startedAt + sequence * 20,
    endedAt: startedAt + sequence * 20 + 7,
    intent: { phase: 'lifeCycle', case: 'clockIn, clockOut', step: `${sequence}` },
    serverClockOffset: 12,
    throttledAttempts: 0,
    ...sample.changes,
  };
}

/** The traffic of a server that forgets to close the card. */
export function clockOutExchanges(): readonly Exchange[] {
  return [
    sampleExchange(1, {
      operation: 'clockIn',
      path: '/clockIn',
      send: jsonBody({}),
      status: 201,
      answer: jsonBody({ id: sampleCard, state: 'clockedIn', userId: defaultUserId }),
    }),
    sampleExchange(2, { operation: 'clockOut', path: `/${sampleCard}/clockOut`, send: jsonBody({}), status: 204 }),
    sampleExchange(3, {
      operation: 'get',
      method: 'GET',
      path: `/${sampleCard}`,
      status: 200,
      answer: jsonBody({ id: sampleCard, state: 'clockedIn', clockOutEvent: null }),
    }),
  ];
}

export function sampleFinding(changes: Partial<Finding> = {}): Finding {
  return {
    requirement: 'TC-CLOCKOUT-003',
    violation: {
      kind: 'violated',
      pointer: '/state',
      expected: 'clockedOut',
      actual: 'clockedIn',
      evidence: [2, 3],
    },
    seen: { violated: 14, exercised: 14 },
    stability: 'reproduced',
    reproduction: clockOutExchanges(),
    minimal: true,
    replay: { seed: 42, phase: 'lifeCycle', path: '3:0:1' },
    ...changes,
  };
}

/** A run with one of each: a failure, a warning, something skipped, something inconclusive, an observation. */
export function sampleReport(changes: Partial<RunReport> = {}): RunReport {
  return {
    header: sampleHeader(),
    verdicts: [
      sampleVerdict('TC-CLOCKIN-001'),
      sampleVerdict('TC-CLOCKIN-002', 'observed', { exercised: 3 }),
      sampleVerdict('TC-CLOCKIN-017', 'warned', { exercised: 20, violated: 20 }),
      sampleVerdict('TC-CLOCKIN-020', 'skipped', { because: 'no second user of the team is known' }),
      sampleVerdict('TC-CLOCKIN-021', 'skipped', { because: 'no second user of the team is known' }),
      sampleVerdict('TC-CLOCKOUT-001'),
      sampleVerdict('TC-CLOCKOUT-003', 'failed'),
      sampleVerdict('TC-CLOCKOUT-012', 'inconclusive', { because: 'the same request without the defect was refused' }),
      sampleVerdict('TC-CONFIRM-008', 'skipped', { because: 'no application token: set TIMECARD_APP_TOKEN' }),
    ],
    findings: [
      sampleFinding({
        requirement: 'TC-CLOCKIN-017',
        violation: { kind: 'violated', pointer: '/id', expected: 'TCK_ and a GUID', actual: '1', evidence: [1] },
        seen: { violated: 20, exercised: 20 },
        reproduction: clockOutExchanges().slice(0, 1),
        replay: { seed: 42, phase: 'examples', path: '0' },
      }),
      sampleFinding(),
    ],
    observations: [
      {
        requirement: 'TC-CLOCKIN-002',
        observation: { subject: 'status of clockIn', value: 201 },
        count: 3,
      },
    ],
    score: { holding: 2, exercised: 4, total: 96 },
    footer: sampleFooter(),
    ...changes,
  };
}

/** The lines that a run with this report writes. */
export function linesOf(report: RunReport): readonly ResultLine[] {
  return [
    report.header,
    ...report.findings.map((finding) => ({ kind: 'finding' as const, finding })),
    ...report.observations.map((row) => ({ kind: 'observation' as const, ...row })),
    ...(report.unseen ?? []).map((row) => ({ kind: 'unseen' as const, ...row })),
    ...report.verdicts.map((verdict) => ({ kind: 'verdict' as const, verdict })),
    report.footer,
  ];
}
