import type { RunEnd } from '../engine/event.ts';
import type { BaselineRow } from '../results/baseline.ts';
import { breaks } from '../results/diff/exit-code.ts';
import { exitCode } from '../results/exit-code.ts';
import { gateVerdict } from '../results/gate-verdict.ts';
import type { LockStanding, RunFooter } from '../results/line.ts';
import { targetVerdict } from '../results/target-verdict.ts';
import type { TargetVerdict } from '../results/verdict.ts';

export interface FooterSettings {
  readonly strict: boolean;
  readonly durationMs: number;
  /** The disk took no more of the results. */
  readonly isFault: boolean;
  /** How the run stands against the failures that are known. */
  readonly baseline?: readonly BaselineRow[];
  readonly lock?: LockStanding | undefined;
}

/** The last line of the result stream: how the run ended, and what follows from that. */
export function footerOf(end: RunEnd, { strict, durationMs, isFault, baseline, lock }: FooterSettings): RunFooter {
  const { verdicts, stopped, interrupted, refused, fault, notOffered, causes } = end;
  const { leftBehindSince, unnamed, otherCards, lastExchanges, restart, notKept } = end;
  const verdict = targetVerdict(verdicts, { strict, stopped });
  return {
    kind: 'footer',
    verdict,
    exitCode: exitCode({
      verdict: withLock(gateVerdict(verdicts, { strict, stopped }, baseline), lock, strict),
      interrupted,
      refused,
      fault: fault || isFault,
    }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(lock === undefined ? {} : { lock }),
    ...(stopped === undefined ? {} : { stopped }),
    requests: end.requests,
    longestLag: end.longestLag,
    leftBehind: end.leftBehind,
    ...(leftBehindSince === undefined ? {} : { leftBehindSince: isoOf(leftBehindSince) }),
    ...(unnamed === undefined ? {} : { unnamed: { requests: unnamed.requests, since: isoOf(unnamed.since) } }),
    ...(otherCards === undefined ? {} : { notOurs: notOursOf(otherCards) }),
    ...(lastExchanges === undefined ? {} : { lastExchanges }),
    ...(restart === undefined ? {} : { restart }),
    ...(notKept === undefined ? {} : { notKept }),
    ...(notOffered.length === 0 ? {} : { notOffered }),
    ...(causes.length === 0 ? {} : { causes }),
    durationMs,
  };
}

/** A lock that nothing could be compared with must not be green. */
function withLock(verdict: TargetVerdict, lock: LockStanding | undefined, strict: boolean): TargetVerdict {
  if (lock === undefined || verdict === 'nonconforming') return verdict;
  if (breaks(lock.counts, strict)) return 'nonconforming';
  return lock.compared === 0 ? 'inconclusive' : verdict;
}

function notOursOf({
  answers,
  first: { id, why },
}: NonNullable<RunEnd['otherCards']>): NonNullable<RunFooter['notOurs']> {
  return { answers, why, ...(id === undefined ? {} : { card: id }) };
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
