/**
 * What a server decides for itself because no page says it: questions of the time clock, then of how answers are
 * written. Plain data, so that a variant of the server is a few words.
 */
export interface Policy {
  /** Whether the schedule has its time clock switched on; no clockIn succeeds while it is off. */
  readonly timeClock: 'on' | 'off';
  /** clockIn of a user who has an open card. */
  readonly secondClockIn: 'refused' | 'anotherCard' | 'openCardAgain' | 'closesTheOpenOne';
  /** clockOut of a card that is closed already. */
  readonly clockOutOfClosed: 'refused' | 'movesTheTime';
  /** startBreak while a break is open. */
  readonly startBreakOnBreak: 'refused' | 'endsTheOpenOne';
  /** startBreak of a card that is closed already. */
  readonly startBreakOfClosed: 'refused' | 'reopens';
  /** Who counts as a manager of the team. */
  readonly managers: 'owners' | 'everyMember';
  /** Who may write the card of another user. */
  readonly writersOfOthers: 'managers' | 'everyMember';
  /** confirm with an application's token that names no user. */
  readonly confirmByApplication: 'refused' | 'asManager';
  /** Items on a page where the client does not say how many. */
  readonly pageSize: number;
  readonly largestPage: number;
  /** A $top above the largest page. */
  readonly beyondLargestPage: 'refused' | 'largestPage';

  /** Milliseconds by which the server's clock is off. */
  readonly clockError: number;
  /** Milliseconds in one tick of the server's clock. */
  readonly clockTick: number;
  /** Milliseconds by which the clocks of the machines of the service lie apart; its answers come from one and another by turns. */
  readonly clockSpread: number;
  /** Everything lies below this path. */
  readonly basePath: string;
  /** Whether an answer with a body says how long it is, or comes in pieces. */
  readonly framing: 'length' | 'pieces';
  readonly coding: 'none' | 'gzip';
  /** JSON with as few characters as can be, or over several lines and with everything beyond ASCII escaped. */
  readonly layout: 'compact' | 'spread';
  readonly mediaType: string;
  readonly connections: 'kept' | 'closed';
  /** `cached`: kept for half a minute, and said so in Age; `standing`: always that of the first answer; `fast`: of a clock that runs twice as fast. */
  readonly date: 'sent' | 'omitted' | 'cached' | 'standing' | 'fast';
  /** Every so many answers, one comes late. */
  readonly slowAnswers: { readonly every: number; readonly milliseconds: number };
}

/** As the reference server decides where nobody asks for anything else. */
const usual: Policy = {
  timeClock: 'on',
  secondClockIn: 'refused',
  clockOutOfClosed: 'refused',
  startBreakOnBreak: 'refused',
  startBreakOfClosed: 'refused',
  managers: 'owners',
  writersOfOthers: 'managers',
  confirmByApplication: 'refused',
  pageSize: 100,
  largestPage: 1000,
  beyondLargestPage: 'refused',
  clockError: 0,
  clockTick: 1,
  clockSpread: 0,
  basePath: '',
  framing: 'length',
  coding: 'none',
  layout: 'compact',
  // As Graph serves JSON; the parameters say how much metadata there is.
  mediaType: 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
  connections: 'kept',
  date: 'sent',
  slowAnswers: { every: Infinity, milliseconds: 0 },
};

export type Question = keyof Policy;

/** Answers the questions of a policy. To be asked only where the answer matters: whoever listens hears that it did. */
export class Decisions {
  readonly #own: Partial<Policy>;
  readonly #onFreedom: ((question: Question) => void) | undefined;

  constructor(own: Partial<Policy> = {}, onFreedom?: (question: Question) => void) {
    this.#own = own;
    this.#onFreedom = onFreedom;
  }

  on<Q extends Question>(question: Q): Policy[Q] {
    const own: Policy[Q] | undefined = this.#own[question];
    if (own === undefined) return usual[question];
    this.#onFreedom?.(question);
    return own;
  }
}
