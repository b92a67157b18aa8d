import type { Capability } from '../traffic/actor.ts';
import type { ApiVersion, Operation } from '../traffic/operation.ts';

/** What is known about the target beside its traffic. */
export interface JudgeContext {
  readonly apiVersion: ApiVersion;
  readonly teamId: string;
  /** The caller's user id; only to be relied on where `callerIdentity` is among the capabilities. */
  readonly callerId: string;
  readonly onBehalfOfUserId?: string;
  readonly capabilities: ReadonlySet<Capability>;
  /** The caller may have an open card that this traffic does not show: a clockIn may then be refused. */
  readonly openCardElsewhere?: boolean;
  /** Cards that were open before the run, of whomever: a clockIn for the same user may be answered with one of them again. */
  readonly openBefore?: readonly CardBefore[];
  /** `off` where the schedule says that nobody may clock in. */
  readonly timeClock?: 'on' | 'off';
  /** Closed cards of earlier cases may still be there: a create that overlaps one of them may then be refused. */
  readonly cardsElsewhere?: boolean;
  /** A request for a card in an earlier case got no answer that names it: its card may be made at any time, and nobody knows its id. */
  readonly cardsMayAppear?: boolean;
  /** Somebody else made the traffic, for whom they liked: a card that the caller made need not be the caller's. */
  readonly ofOthers?: boolean;
  /** Operations that were asked for in earlier cases and never accepted: their refusals are about no single property. */
  readonly neverAccepted?: ReadonlySet<Operation>;
  /** Operations that the caller was allowed to do in earlier cases: a refusal by role has its control. */
  readonly allowedToCaller?: ReadonlySet<Operation>;
}

/** A card that was there before the run. */
export interface CardBefore {
  readonly id: string;
  /** Absent where the card does not say whose it is. */
  readonly owner?: string;
}
