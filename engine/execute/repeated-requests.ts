import type { Exchange } from '../../traffic/exchange.ts';
import { expectsSuccess, type Judged, type Violated } from '../../judgements/judgement.ts';
import type { Target } from '../../targets/target.ts';
import type { Lag, ReadKind } from './lag.ts';

/** Refusals that stayed when they were asked for again, as `clockOut 400`: the next one is believed at once. */
export type SteadyRefusals = Set<string>;

/** Before a refusal is believed, the write is sent again after each of these pauses, in milliseconds. */
const pausesBeforeRepeats = [200, 1000] as const;

type Again = (last: Exchange) => Promise<Exchange>;

/** Looks again where a single answer proves nothing: at a read that may be late, and at a write that was refused. */
export class RepeatedRequests {
  readonly #around: { readonly target: Target; readonly lag: Lag; readonly refusals: SteadyRefusals };
  /** What was judged of each exchange; what a later look takes the place of is taken out. */
  readonly #judged: Map<number, readonly Judged[]>;
  /** All that the case has sent, in order. */
  readonly #exchanges: readonly Exchange[];

  constructor(
    around: { readonly target: Target; readonly lag: Lag; readonly refusals: SteadyRefusals },
    judged: Map<number, readonly Judged[]>,
    exchanges: readonly Exchange[],
  ) {
    this.#around = around;
    this.#judged = judged;
    this.#exchanges = exchanges;
  }

  /** A read that shows a violation after a write is repeated for a while: no document promises when a write shows. */
  async waitOutLag(first: Exchange, again: Again): Promise<Exchange> {
    const [last = first] = await this.waitOutLagOfAll([first], async ([one = first]) => [await again(one)]);
    return last;
  }

  /** The same of reads that were sent together: what shows only where they meet shows again where they meet again. */
  async waitOutLagOfAll(
    first: readonly Exchange[],
    again: (last: readonly Exchange[]) => Promise<readonly Exchange[]>,
  ): Promise<readonly Exchange[]> {
    const { lag, target } = this.#around;
    const kind: ReadKind = first.some(({ operation }) => operation === 'list') ? 'list' : 'get';
    let last = first;
    this.#leaveOpen(last, (judgement) => this.#restsOnOldRead(judgement));
    for (const pause of lag.pauses(kind, () => this.#suspectsIn(last))) {
      // What cannot be repeated is not believed: the target throws where a limit forbids it.
      await target.pause(pause);
      for (const { sequence } of last) this.#judged.delete(sequence);
      last = await again(last);
      this.#leaveOpen(last, (judgement) => this.#restsOnOldRead(judgement));
    }
    if (last === first) return last;
    const waited = startOf(last) - startOf(first);
    if (lag.settled(kind, waited, this.#suspectsIn(last)) === 'open') this.#leaveOpen(last, mayBeLate);
    return last;
  }

  /**
   * A write that is refused against a document is sent again: a service may refuse one now and then, as a workforce system
   * behind it does, and no document says that it must not. So is one to a new card of which a machine may not have heard yet.
   * After a 5xx nobody knows whether it was done, so that it is not.
   */
  async insist(first: Exchange, again: Again): Promise<Exchange> {
    const { target, refusals, lag } = this.#around;
    const wasNotKnown = this.#mayBeTakenNow(first, isNotKnownYet);
    let last = first;
    for (const pause of pausesBeforeRepeats) {
      if (!this.#mayBeTakenNow(last)) break;
      if (refusals.has(refusalIn(last))) return last;
      await target.pause(pause);
      this.#judged.delete(last.sequence);
      last = await again(last);
    }
    if (last !== first && this.#mayBeTakenNow(last)) refusals.add(refusalIn(last));
    if (wasNotKnown && isAccepted(last)) lag.foundAfter(last.startedAt - first.startedAt);
    return last;
  }

  /**
   * The requirements that the reads violate only together with what came before them. Another card than the one asked for
   * is no old state of it, so that is not waited for.
   */
  #suspectsIn(reads: readonly Exchange[]): readonly Judged['requirement'][] {
    const violations = reads.flatMap(({ sequence }) =>
      (this.#judged.get(sequence) ?? []).flatMap(({ requirement, judgement }) =>
        mayBeLate(judgement) ? [{ requirement, judgement }] : [],
      ),
    );
    return violations.some(({ judgement }) => judgement.pointer === '/id')
      ? []
      : violations.map(({ requirement }) => requirement);
  }

  #leaveOpen(reads: readonly Exchange[], which: (judgement: Judged['judgement']) => boolean): void {
    for (const { sequence } of reads) {
      const judged = this.#judged.get(sequence) ?? [];
      const open = judged.map(({ requirement, judgement }): Judged =>
        which(judgement)
          ? { requirement, judgement: { kind: 'undecided', because: 'lag' } }
          : { requirement, judgement },
      );
      this.#judged.set(sequence, open);
    }
  }

  /** Compared with an earlier read that came so soon after a write that it may have shown what was before, as reads here do. */
  #restsOnOldRead(judgement: Judged['judgement']): boolean {
    if (!mayBeLate(judgement)) return false;
    const [, ...earlier] = judgement.evidence.toReversed();
    return earlier.some((sequence) => {
      const read = this.#exchanges.find((one) => one.sequence === sequence);
      if (read === undefined || !isRead(read)) return false;
      const write = this.#exchanges.findLast((one) => one.sequence < sequence && !isRead(one));
      return write !== undefined && this.#around.lag.mayHide(kindOf(read), read.startedAt - write.endedAt);
    });
  }

  #mayBeTakenNow({ sequence, outcome }: Exchange, which = isWorthAskingAgain): boolean {
    const isRefusal = outcome.kind === 'response' && outcome.status >= 400 && outcome.status < 500;
    return isRefusal && (this.#judged.get(sequence) ?? []).some(({ judgement }) => which(judgement));
  }
}

function isRead({ request }: Exchange): boolean {
  return request.method === 'GET';
}

function isAccepted({ outcome }: Exchange): boolean {
  return outcome.kind === 'response' && outcome.status < 300;
}

function kindOf({ operation }: Exchange): ReadKind {
  return operation === 'list' ? 'list' : 'get';
}

function startOf(reads: readonly Exchange[]): number {
  return Math.min(...reads.map(({ startedAt }) => startedAt));
}

function mayBeLate(judgement: Judged['judgement']): judgement is Violated {
  return judgement.kind === 'violated' && judgement.evidence.length > 1;
}

function isWorthAskingAgain(judgement: Judged['judgement']): boolean {
  return expectsSuccess(judgement) || isNotKnownYet(judgement) || isRefusedFromElsewhere(judgement);
}

/** A workforce system may refuse what is wrong as well, before anybody looks at what is wrong with it. */
function isRefusedFromElsewhere(judgement: Judged['judgement']): boolean {
  if (judgement.kind !== 'violated' || judgement.pointer !== 'status') return false;
  return judgement.actual === 403 || judgement.actual === 423;
}

function isNotKnownYet(judgement: Judged['judgement']): boolean {
  return judgement.kind === 'undecided' && judgement.because === 'lag';
}

function refusalIn({ operation, outcome }: Exchange): string {
  return `${operation} ${outcome.kind === 'response' ? outcome.status : outcome.fault}`;
}
