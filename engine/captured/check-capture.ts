import { checks } from '../../checks/index.ts';
import type { AnswerRow } from '../../judgements/answer-row.ts';
import type { JudgeContext } from '../../checks/context.ts';
import type { BodyGap, CaptureSummary } from '../../judgements/capture-summary.ts';
import type { Cause } from '../../judgements/cause.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import type { CapturedFinding } from '../../judgements/finding.ts';
import type { ApiVersion } from '../../traffic/operation.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import type { ObservationRow, UnseenRow, Verdict } from '../../judgements/verdict.ts';
import type { Capture, CapturedExchange } from '../../targets/captures/capture.ts';
import {
  oneTimeClock,
  type NoTimeClock,
  type OneTimeClock,
  type Wanted,
} from '../../targets/captures/one-time-clock.ts';
import { ServerClock } from '../../targets/server-clock.ts';
import { causesOf } from '../causes/causes.ts';
import { AnswerTable } from '../answer-table.ts';
import { AnswerStatistics } from '../causes/answer-statistics.ts';
import { observationsOf, unseenOf } from '../verdicts.ts';
import { withAssumedIntents } from './assumed-intents.ts';
import { captureContext } from './capture-context.ts';
import { capturedFindings } from './captured-findings.ts';
import { capturedVerdicts } from './captured-verdicts.ts';
import { judgeCaptured } from './judge-captured.ts';
import { ticksOf, type Ticks } from './ticks.ts';
import { whoAsked } from './who-asked.ts';

/** How to judge a file of traffic. */
export interface CaptureCheckSettings extends Wanted {
  /** As it is to be named. */
  readonly file: string;
  readonly userId?: string;
  readonly requirements?: ReadonlySet<RequirementId>;
  /** The requirements that are not judged, with the reason that the user gave. */
  readonly excluded?: ReadonlyMap<RequirementId, string>;
  /** Is told now and then how many of the exchanges are judged. */
  readonly onJudged?: (judged: number, of: number) => void;
}

/** What a file of traffic shows. */
export interface CheckedCapture {
  readonly baseUrl: string;
  readonly apiVersion: ApiVersion;
  readonly context: JudgeContext;
  readonly summary: CaptureSummary;
  readonly others: OneTimeClock['others'];
  readonly exchanges: readonly Exchange[];
  readonly verdicts: readonly Verdict[];
  readonly observations: readonly ObservationRow[];
  readonly unseen: readonly UnseenRow[];
  readonly answers: readonly AnswerRow[];
  readonly findings: readonly CapturedFinding[];
  readonly causes: readonly Cause[];
}

/** So many malformed entries are named; the rest is counted. */
const mostFaults = 100;

/** Judges what a capture shows of one time clock, and makes no traffic; or says what it shows where that is none of those wanted. */
export function checkCapture(capture: Capture, settings: CaptureCheckSettings): CheckedCapture | NoTimeClock {
  const clock = oneTimeClock(capture, settings);
  if (!('exchanges' in clock)) return clock;
  const { baseUrl, apiVersion, ignored, batched, others } = clock;
  const who = whoAsked(clock.exchanges, settings.userId ?? capture.callerId, capture.onBehalfOfUserId);
  const serverClock = new ServerClock();
  const known = clock.exchanges.map((captured) => {
    const { exchange } = captured;
    return { ...captured, exchange: { ...exchange, ...offsetBy(serverClock, exchange), actor: who.actorOf(captured) } };
  });
  const ticks = ticksOf(known);
  const exchanges = withAssumedIntents(known, apiVersion, ticks);
  const context = captureContext(exchanges, apiVersion, who);
  const wanted = checks.filter(
    ({ requirement: id }) => settings.requirements?.has(id) !== false && settings.excluded?.has(id) !== true,
  );
  const [statistics, answers] = [new AnswerStatistics(), new AnswerTable()];
  const judgement = judgeCaptured(exchanges, context, wanted, ticks, (exchange) => {
    statistics.add([exchange]);
    answers.add([exchange]);
    if (exchange.sequence % 500 === 0) settings.onJudged?.(exchange.sequence, exchanges.length);
  });
  const { tallies } = judgement;
  const violations = tallies.violated().map(([id]) => [id, tallies.mannersOf(id)] as const);
  return {
    baseUrl,
    apiVersion,
    context,
    summary: {
      file: settings.file,
      format: capture.format,
      entries: capture.entries,
      judged: exchanges.length,
      ignored,
      ...bodiesOf(known),
      ...(batched === 0 ? {} : { batched }),
      ...(ticks.size === 0 ? {} : { ties: tied(exchanges, ticks) }),
      faults: capture.faults.slice(0, mostFaults),
      faulty: capture.faults.length,
    },
    others,
    exchanges,
    verdicts: capturedVerdicts(judgement, {
      apiVersion,
      capabilities: context.capabilities,
      chosen: settings.requirements,
      excluded: settings.excluded,
    }),
    observations: observationsOf(tallies),
    unseen: unseenOf(tallies),
    answers: answers.rows(),
    findings: capturedFindings(tallies, exchanges, settings.file),
    causes: causesOf(statistics, violations, tallies),
  };
}

/** How many answers have an unknown body, by why. */
function bodiesOf(captured: readonly CapturedExchange[]): Pick<CaptureSummary, 'bodies'> {
  const bodies: Partial<Record<BodyGap, number>> = {};
  for (const { gap } of captured) if (gap !== undefined) bodies[gap] = (bodies[gap] ?? 0) + 1;
  return Object.keys(bodies).length === 0 ? {} : { bodies };
}

function tied(exchanges: readonly Exchange[], ticks: Ticks): number {
  return exchanges.filter(({ sequence, intent }) => ticks.has(sequence) && intent?.overlaps !== undefined).length;
}

function offsetBy(clock: ServerClock, { outcome, startedAt, endedAt }: Exchange): Pick<Exchange, 'serverClockOffset'> {
  const offset =
    outcome.kind === 'response' ? clock.offset({ headers: outcome.headers, startedAt, endedAt }) : undefined;
  return offset === undefined ? {} : { serverClockOffset: offset };
}
