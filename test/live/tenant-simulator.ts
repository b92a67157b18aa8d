import type { CallSoFar, Received } from '../../reference/call.ts';
import type { Cards, PlacedCard } from '../../reference/card-store.ts';
import type { FaultHooks } from '../../reference/fault.ts';
import { Refusal } from '../../reference/refusal.ts';
import type { Reply } from '../../reference/reply.ts';
import type { TimeCard } from '../../reference/time-card.ts';

/** How a tenant is. Shares are from 0 to 1. */
export interface TenantHabits {
  /** Cards of forty other people, that were there before. */
  readonly foreignCards: number;
  /** Requests a second that are let in; Graph: 4 for each app and team. */
  readonly rate: number;
  /** Writes that are done and answered 429 all the same. */
  readonly throttledThoughDone: number;
  /** Requests that a gateway answers 504, half of them although they were done. */
  readonly lost: number;
  /** Writes that a workforce system behind the service refuses. */
  readonly refusedByWorkforce: number;
  /** The most by which a list lags behind, in milliseconds. */
  readonly listLag: number;
}

export const busyTenant: TenantHabits = {
  foreignCards: 400,
  rate: 4,
  throttledThoughDone: 1 / 20,
  lost: 1 / 80,
  refusedByWorkforce: 1 / 60,
  listLag: 10_000,
};

/** A tenant that makes no trouble, with nobody in the team but the users of the tests. */
export const calmTenant: TenantHabits = {
  foreignCards: 0,
  rate: 4,
  throttledThoughDone: 0,
  lost: 0,
  refusedByWorkforce: 0,
  listLag: 0,
};

const others = 40;
const day = 86_400_000;

/** A layer over the reference server that makes it as unpleasant as tenants are said to be, and watches what is done to it. */
export class TenantSimulator {
  readonly hooks: FaultHooks;
  /** Times at which requests came, by the server's clock. */
  readonly arrivals: number[] = [];
  /** Requests that would have changed what others own, each as a sentence. */
  readonly trespasses: string[] = [];
  readonly counts = { refusedByRate: 0, throttledThoughDone: 0, lost: 0, refusedByWorkforce: 0 };
  readonly #habits: TenantHabits;
  readonly #foreign: readonly PlacedCard[];
  readonly #foreignIds: ReadonlySet<string>;
  /** What became of cards, in order. */
  readonly #history: { readonly time: number; readonly id: string; readonly card: TimeCard | undefined }[] = [];
  #random: number;

  constructor(habits: TenantHabits, seed: number, begin: number) {
    this.#habits = habits;
    this.#random = seed * 7919 + 17;
    this.#foreign = Array.from({ length: habits.foreignCards }, (_, index) => ({
      card: foreignCard(index, begin),
      position: index + 1,
    })) as unknown as readonly PlacedCard[];
    this.#foreignIds = new Set(this.#foreign.map(({ card }) => card.id));
    this.hooks = {
      receive: (received) => this.#receive(received),
      store: ({ before, after, call }) => {
        const id = after?.id ?? before?.id;
        if (id !== undefined) this.#history.push({ time: call.received.time, id, card: after });
        return after;
      },
      look: (cards, call) => this.#look(cards, call.operation === 'list' ? call.received.time : undefined),
      reply: (reply, call) => this.#reply(reply, call),
    };
  }

  /** The cards of ours that are there now. */
  get left(): readonly TimeCard[] {
    const now = new Map(this.#history.map(({ id, card }) => [id, card]));
    return [...now.values()].filter((card) => card !== undefined);
  }

  /** Counts what is there now as nobody's, so that one trial is not told of another's cards. */
  forget(): void {
    this.#history.length = 0;
  }

  /** The most requests that came within one second. */
  get mostInASecond(): number {
    return Math.max(
      ...this.arrivals.map((from, index) => this.arrivals.slice(index).filter((time) => time < from + 1000).length),
    );
  }

  #receive(received: Received): Received {
    const { time, method, path } = received;
    this.arrivals.push(time);
    if (method !== 'GET' && path.split('/').some((part) => this.#foreignIds.has(part)))
      this.trespasses.push(`${method} ${path}`);
    if (this.arrivals.filter((one) => one > time - 1000).length > this.#habits.rate) {
      this.counts.refusedByRate += 1;
      throw new Refusal('TooManyRequests', 'Too many requests.', { 'Retry-After': '2' });
    }
    if (this.#happens(this.#habits.lost / 2)) {
      this.counts.lost += 1;
      throw new Refusal('GatewayTimeout', 'The gateway got no answer.');
    }
    if (method !== 'GET' && this.#happens(this.#habits.refusedByWorkforce)) {
      this.counts.refusedByWorkforce += 1;
      throw new Refusal('Forbidden', 'WorkforceIntegrationError: the connected system refused the change.');
    }
    return received;
  }

  #reply(reply: Reply, { received: { method, time } }: CallSoFar): Reply {
    const isDone = reply.status < 300;
    const innerError = {
      date: new Date(time).toISOString().slice(0, 19),
      'request-id': reply.headers['request-id'] ?? '',
      'client-request-id': reply.headers['client-request-id'] ?? '',
    };
    const error = (code: string) =>
      ({ kind: 'json', value: { error: { code, message: 'Try again.', innerError } } }) as const;
    if (isDone && method !== 'GET' && this.#happens(this.#habits.throttledThoughDone)) {
      this.counts.throttledThoughDone += 1;
      return { status: 429, headers: { ...reply.headers, 'Retry-After': '2.128' }, content: error('TooManyRequests') };
    }
    if (isDone && this.#happens(this.#habits.lost / 2)) {
      this.counts.lost += 1;
      return { status: 504, headers: reply.headers, content: error('GatewayTimeout') };
    }
    return reply;
  }

  /** @param time of a list, which lags */
  #look(cards: Cards, time: number | undefined): Cards {
    const get = (id: string): PlacedCard | undefined =>
      cards.get(id) ?? this.#foreign.find(({ card }) => card.id === id);
    if (time === undefined) return { get, all: () => this.#behindOthers([...cards.all()]) };
    const until = time - this.#next() * this.#habits.listLag;
    const shown = new Map<string, PlacedCard>();
    for (const [index, { time: when, id, card }] of this.#history.entries()) {
      if (when > until) break;
      if (card === undefined) shown.delete(id);
      else
        shown.set(id, {
          ...(cards.get(id) ?? shown.get(id)),
          card,
          position: shown.get(id)?.position ?? index + 1,
        } as PlacedCard);
    }
    return { get, all: () => this.#behindOthers([...shown.values()]) };
  }

  #behindOthers(ours: readonly PlacedCard[]): readonly PlacedCard[] {
    const behind = this.#foreign.length;
    return [...this.#foreign, ...ours.map((placed) => ({ ...placed, position: placed.position + behind }))];
  }

  #happens(share: number): boolean {
    return this.#next() < share;
  }

  /** From 0 to 1, the same for the same seed. */
  #next(): number {
    this.#random = (this.#random * 1_103_515_245 + 12_345) % 2 ** 31;
    return this.#random / 2 ** 31;
  }
}

function foreignCard(index: number, begin: number): TimeCard {
  const digits = (number: number): string => number.toString(16).padStart(12, '0');
  const person = { id: `0a1b2c3d-4e5f-4607-8899-${digits(index % others)}`, displayName: `Person ${index % others}` };
  const from = begin - day * (1 + Math.floor(index / others));
  const event = (time: number) => ({ dateTime: new Date(time).toISOString(), isAtApprovedLocation: true, notes: null });
  const isOpen = index % 97 === 0;
  const entry = { clockInEvent: event(from), clockOutEvent: isOpen ? null : event(from + day / 3), breaks: [] };
  const by = { application: null, device: null, user: person };
  return {
    id: `TCK_5e6f7a8b-9c0d-4e1f-8a2b-${digits(index)}`,
    createdDateTime: new Date(from).toISOString(),
    lastModifiedDateTime: new Date(from).toISOString(),
    userId: person.id,
    state: isOpen ? 'clockedIn' : 'clockedOut',
    confirmedBy: 'none',
    notes: { contentType: 'text', content: `Shift ${index} of ${person.displayName}` },
    lastModifiedBy: by,
    createdBy: by,
    ...entry,
    originalEntry: entry,
  };
}
