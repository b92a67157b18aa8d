import { locate } from '../../traffic/location.ts';
import type { Clock } from '../clock.ts';
import type { Wire, WireAnswer, WireOutcome, WireRequest } from '../wire.ts';
import { askedCard, type Askers } from './asked-card.ts';
import type { Journal } from './journal.ts';
import { Ledger, type Learnt, type OwnCard } from './ledger.ts';
import { guardWrite, type Premises } from './write-guard.ts';

export interface GuardSettings extends Premises, Askers {
  readonly clock: Clock;
  /** Where cards outlive this process, each request that can make one is written down before it is sent. */
  readonly journal?: Journal;
  /** A request may have been done although it was answered 429 or 503. */
  readonly doubtsThrottling?: boolean;
}

/** The last thing before the network: lets no write pass but to cards that are ours, and finds out which are. */
export class GuardedWire implements Wire {
  readonly #inner: Wire;
  readonly #settings: GuardSettings;
  readonly #ledger: Ledger;

  constructor(inner: Wire, settings: GuardSettings) {
    this.#inner = inner;
    this.#settings = settings;
    this.#ledger = new Ledger(settings);
  }

  /** Lets a card be written to that an earlier run made. */
  adopt(card: OwnCard): void {
    this.#ledger.adopt(card);
  }

  /** True for an id that an answer has shown, or that is or was that of a card of ours. */
  knows(id: string): boolean {
    return this.#ledger.knows(id);
  }

  /** How far the server's clock is ahead of ours, in milliseconds, where it is known. */
  get clockOffset(): number | undefined {
    return this.#ledger.clockOffset;
  }

  /** @throws ForbiddenWrite */
  async send(request: WireRequest): Promise<WireAnswer> {
    guardWrite(request, this.#settings, (id) => this.#ledger.permits(id));
    const { clock } = this.#settings;
    const intent = await this.#intend(request);
    const startedAt = clock.now();
    const answer = await this.#inner.send(request);
    const times = answer.times ?? { startedAt, endedAt: clock.now() };
    const learnt = this.#ledger.learn(request, answer, times);
    this.#settle(intent, learnt, answer, times.endedAt);
    const { notOurs, shownAgain, givesIdsAgain, idMayComeAgain } = learnt;
    const ownership = {
      ...(notOurs === undefined ? {} : { notOurs }),
      ...(shownAgain === undefined ? {} : { shownAgain }),
      ...(givesIdsAgain === undefined ? {} : { givesIdsAgain }),
      ...(idMayComeAgain === undefined ? {} : { idMayComeAgain }),
    };
    return Object.keys(ownership).length === 0 ? answer : { ...answer, ownership };
  }

  hurry(): void {
    this.#inner.hurry();
  }

  close(): void {
    this.#inner.close();
    this.#settings.journal?.close();
  }

  async #intend(request: WireRequest): Promise<Intended | undefined> {
    const { journal, clock } = this.#settings;
    const asked = journal === undefined ? undefined : askedCard(request, this.#settings);
    if (journal === undefined || asked === undefined) return undefined;
    const { operation, owners, sender } = asked;
    const teamId = locate(request.method, request.url)?.teamId ?? '';
    const offset = this.#ledger.clockOffset;
    const what = {
      at: clock.now(),
      ...(offset === undefined ? {} : { clockOffset: offset }),
      operation,
      teamId,
      ...(owners === undefined ? {} : { owners }),
      ...(sender === undefined ? {} : { sender }),
      ...(request.text === undefined ? {} : { text: request.text }),
    };
    return { journal, teamId, number: await journal.intend(what, () => this.#ledger.takeShown()) };
  }

  #settle(intended: Intended | undefined, { made, removed }: Learnt, answer: WireOutcome, endedAt: number): void {
    if (removed !== undefined) this.#settings.journal?.gone(removed);
    if (intended === undefined) return;
    const { journal, number, teamId } = intended;
    if (made !== undefined) journal.made(number, teamId, made);
    else if (hasMadeNone(answer, this.#settings.doubtsThrottling === true)) journal.none(number);
    else journal.unclear(number, endedAt);
  }
}

interface Intended {
  readonly journal: Journal;
  readonly number: number;
  readonly teamId: string;
}

const neverArrived = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)|CERT|SELF_SIGNED|ISSUER/;

/** True where no card can have come of a request for one: it was refused, or never arrived. */
function hasMadeNone(outcome: WireOutcome, doubtsThrottling: boolean): boolean {
  if (outcome.kind === 'transport') return neverArrived.test(outcome.detail);
  const { status } = outcome;
  if (doubtsThrottling && (status === 429 || status === 503)) return false;
  return (status >= 300 && status < 500 && status !== 408) || status === 501 || status === 503;
}
