import type { Effort } from '../engine/cases/effort.ts';
import type { AnswerRow } from '../judgements/answer-row.ts';
import type { CaptureSummary } from '../judgements/capture-summary.ts';
import type { Cause } from '../judgements/cause.ts';
import type { Exchange, Phase } from '../traffic/exchange.ts';
import type { AnyFinding } from '../judgements/finding.ts';
import type { ApiVersion, Operation } from '../traffic/operation.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import type { ObservationRow, UnseenRow } from '../judgements/verdict.ts';
import type { WhyNotOurs } from '../targets/ledger/ownership.ts';
import type { RecordingProvenance } from '../targets/recording/provenance.ts';
import type { Restart } from '../targets/target.ts';
import type { BaselineRow } from './baseline.ts';
import type { DifferenceClass } from './diff/difference-class.ts';
import type { TargetVerdict, Verdict } from './verdict.ts';

/** A client that was judged. */
export interface ClientDescription {
  readonly name: string;
  readonly version: string;
  readonly language: string;
  /** `watched`: a program of somebody's that called the reference server. */
  readonly host: 'loopback' | 'loopback-tls' | 'graph' | 'watched';
  /** Words of the command that starts the driver; absent of a transcript and of a program that was watched. */
  readonly command?: readonly string[];
}

/** Something that a client library has no call for. */
export interface NotExpressible {
  readonly operation: string;
  readonly because: string;
}

/** A failure that was expected, with the address that tells of it. */
export interface ExpectedFailure {
  readonly requirement: RequirementId;
  readonly issue: string;
  /** False where the requirement no longer fails, or was never judged: then the entry has to go. */
  readonly fails: boolean;
}

/** Everything that shapes the traffic of a run, so that it can be made again. No secret ever stands here. */
export interface RunHeader {
  readonly kind: 'header';
  /** Version of this line format. */
  readonly format: 1;
  readonly suiteVersion: string;
  /** Of the ids, levels, versions and statements of all requirements; streams of 0.1.0 have none. */
  readonly catalogue?: string;
  /** The walls of the run, in requests, milliseconds and requests per second; absent where there was none. */
  readonly budget?: { readonly maxRequests?: number; readonly maxTime?: number; readonly rate?: number };
  /** `capture`: traffic that others made, read from a file. */
  readonly target: {
    readonly kind: 'reference' | 'server' | 'live' | 'capture' | 'recording' | 'client';
    readonly baseUrl: string;
    /** Of a recording that was replayed: where its answers come from, and when it was made. */
    readonly recorded?: { readonly provenance: RecordingProvenance; readonly startedAt: string };
  };
  /** Of a capture: what the file holds. No seed made such traffic, so that seed and number of runs are 0. */
  readonly capture?: CaptureSummary;
  /** Of a client library: which, where it believed the service to be, and how its driver was started. */
  readonly client?: ClientDescription;
  readonly apiVersion: ApiVersion;
  readonly teamId: string;
  readonly userId: string;
  /** The ids that were set otherwise than by a variable, which is still there when a case is made again. */
  readonly ids?: Readonly<Partial<Record<'userId' | 'onBehalfOfUserId' | 'otherTeamId', string>>>;
  readonly seed: number;
  /** Of a run; absent in streams of 0.1.0. */
  readonly effort?: Effort;
  readonly numRuns: number;
  readonly suites: readonly string[];
  /** Patterns of `--requirement`; empty means all. */
  readonly requirements: readonly string[];
  /** The actors whose tokens were configured. */
  readonly actors: readonly string[];
  readonly strict: boolean;
  /** ISO date-time. */
  readonly startedAt: string;
}

/** How a run compares with what a lock says of the server. */
export interface LockStanding {
  /** How many verdicts, facts and rows of answers both have. */
  readonly compared: number;
  readonly counts: Readonly<Record<DifferenceClass, number>>;
}

export type ResultLine =
  | RunHeader
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  /** The run begins with a kind of traffic, after so many requests. */
  | { readonly kind: 'phase'; readonly phase: Phase; readonly cases: number; readonly requests: number }
  /** A requirement is violated for the first time. A later finding takes its place. */
  | { readonly kind: 'violation'; readonly finding: AnyFinding }
  | { readonly kind: 'finding'; readonly finding: AnyFinding }
  | ({ readonly kind: 'observation' } & ObservationRow)
  | ({ readonly kind: 'unseen' } & UnseenRow)
  | ({ readonly kind: 'answers' } & AnswerRow)
  | RunFooter;

/** How a run ended. A stream without a footer was cut off. */
export interface RunFooter {
  readonly kind: 'footer';
  readonly verdict: TargetVerdict;
  readonly exitCode: number;
  /** Why nothing or not everything could be judged, for people; absent when the run went to its end. */
  readonly stopped?: string;
  readonly requests: {
    readonly sent: number;
    /** Answers 429 and 503 that were waited out. */
    readonly throttled: number;
    readonly shrinking: number;
    readonly cleanUp: number;
  };
  /** The longest time, in milliseconds, that a read lagged behind a write before it showed it. */
  readonly longestLag: number;
  /** Cards that could not be removed. */
  readonly leftBehind: readonly string[];
  /** When the first of them was made, as an ISO date-time. */
  readonly leftBehindSince?: string;
  /** Requests for a card that broke off, or were accepted without saying which card it is: what they made is still there. */
  readonly unnamed?: { readonly requests: number; readonly since: string };
  /** Answers to requests for a new card with one that is not ours, and the first of them: they were not written to. */
  readonly notOurs?: { readonly answers: number; readonly card?: string; readonly why: WhyNotOurs };
  /** The last requests before the server stopped answering, the last one last; absent where it answered to the end. */
  readonly lastExchanges?: readonly Exchange[];
  /** The server was gone for so many milliseconds, and these were the last requests before. */
  readonly restart?: Restart;
  /** What was too much to be kept: texts of answers of which there is the beginning only, and cases that ended early. */
  readonly notKept?: { readonly texts: number; readonly cases: number };
  /** Operations that the target answered as if there were none (404, 405, 501); absent where it has them all. */
  readonly notOffered?: readonly Operation[];
  /** What a client library has no call for; absent where it has them all. */
  readonly notExpressible?: readonly NotExpressible[];
  readonly expected?: readonly ExpectedFailure[];
  /** How the failures, and the entries of the baseline, stand; absent where none was given. */
  readonly baseline?: readonly BaselineRow[];
  /** How the run compares with the lock; absent where none was given. */
  readonly lock?: LockStanding;
  /** What several findings have in common; absent where there is nothing. */
  readonly causes?: readonly Cause[];
  readonly durationMs: number;
}
