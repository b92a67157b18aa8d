import type { AnswerRow } from '../judgements/answer-row.ts';
import type { Cause } from '../judgements/cause.ts';
import type { Exchange } from '../traffic/exchange.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import type { Target } from '../targets/target.ts';
import { shorterExchange } from './shrink/evidence.ts';
import type { RunEnd } from './event.ts';
import type { Executor } from './execute/executor.ts';
import type { ListObstacles } from './list-obstacles.ts';
import type { Found } from './preflight.ts';
import type { Effort } from './cases/effort.ts';
import type { SuiteName } from './cases/suite.ts';
import type { Tallies } from './tally.ts';
import { observationsOf, unseenOf, verdictsOf } from './verdicts.ts';

/** All that says how a run ended. */
export interface RunEnding {
  readonly target: Target;
  readonly executor: Executor;
  readonly tallies: Tallies;
  readonly lists: ListObstacles;
  readonly causes: readonly Cause[];
  readonly answers: readonly AnswerRow[];
  readonly suites: ReadonlySet<SuiteName>;
  readonly effort: Effort;
  readonly chosen: ReadonlySet<RequirementId> | undefined;
  readonly excluded: ReadonlyMap<RequirementId, string> | undefined;
  /** What was there before the run and may keep the caller from clocking in. */
  readonly found: Found;
  /** Milliseconds. */
  readonly longestLag: number;
  /** Why the run did not go to its end. */
  readonly stopped: string | undefined;
  readonly isInterrupted: boolean;
  readonly isRefused: boolean;
  readonly isFault: boolean;
  readonly lastExchanges: readonly Exchange[] | undefined;
}

/** The end of a run as it is told: plain data. */
export function runEnd(ending: RunEnding): RunEnd {
  const { target, executor, tallies, stopped, lastExchanges } = ending;
  const { leftBehindSince, unnamed, offer } = executor;
  const { otherCards, restart, notKept } = target;
  return {
    causes: ending.causes,
    verdicts: verdictsOf(tallies, { ...ending, offer }),
    observations: observationsOf(tallies),
    unseen: unseenOf(tallies),
    answers: ending.answers,
    ...(stopped === undefined ? {} : { stopped }),
    interrupted: ending.isInterrupted,
    refused: ending.isRefused,
    fault: ending.isFault,
    requests: target.counts(),
    longestLag: ending.longestLag,
    leftBehind: [...executor.leftBehind],
    ...(leftBehindSince === undefined ? {} : { leftBehindSince }),
    ...(unnamed === undefined ? {} : { unnamed }),
    ...(otherCards === undefined ? {} : { otherCards }),
    ...(lastExchanges === undefined ? {} : { lastExchanges: lastExchanges.map(shorterExchange) }),
    ...(restart === undefined
      ? {}
      : { restart: { ...restart, lastExchanges: restart.lastExchanges.map(shorterExchange) } }),
    ...(notKept === 0 && executor.casesCutShort === 0
      ? {}
      : { notKept: { texts: notKept, cases: executor.casesCutShort } }),
    notOffered: offer.missing(target.apiVersion),
  };
}

/** Why a run was told to stop: what was said, or that somebody interrupted it. */
export function whyAborted({ reason }: AbortSignal): string {
  return typeof reason === 'string' ? reason : 'the run was interrupted';
}
