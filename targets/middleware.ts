import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import type { Actor } from '../traffic/actor.ts';
import type { Headers } from '../traffic/exchange.ts';
import { isThrottling } from '../traffic/undecided-status.ts';
import type { Clock } from './clock.ts';
import type { OwnershipChange } from './ledger/ownership.ts';
import { LimitReached, type Limits } from './limits.ts';
import { waitOf } from './retry-after.ts';
import type { Tokens } from './tokens.ts';
import type { RequestToSend } from './target.ts';
import { authorizationWith, type TokenForm } from './token-forms.ts';
import type { Asides, Asked, Wire, WireOutcome } from './wire.ts';

/**
 * What travels with one request through the Graph client's chain. The client's own result is not used: it hides a
 * transport fault's cause and empties bodies.
 */
export class ChainContext {
  readonly actor: Actor;
  readonly tokenForm: TokenForm | undefined;
  readonly purpose: RequestToSend['purpose'];
  /** So many requests must still be allowed after it, repetitions included. */
  readonly reserve: number;
  /** A nextLink, to be followed whole and unchanged (concepts/paging); the Graph client would take its query apart. */
  readonly exactUrl: string | undefined;
  /** The Graph client labels every POST and PUT as JSON, also one that was to go without a label or a body. */
  readonly labelled: boolean;
  sent:
    | { readonly url: string; readonly method: string; readonly headers: Headers; readonly text: string | undefined }
    | undefined;
  outcome: WireOutcome | undefined;
  ownership: OwnershipChange = {};
  asides: Asides = { requests: 0, throttled: 0 };
  startedAt = 0;
  endedAt = 0;
  throttledAttempts = 0;
  /** So many requests the limits allow beyond this one and its reserve. */
  spare = Infinity;
  /** What kept the request from being sent; the client makes an error of its own of whatever is thrown in the chain. */
  obstacle: unknown;

  /** What is told to the wire of the next attempt. */
  get asked(): Asked {
    return { ...this.#asked, attempt: this.throttledAttempts + 1 };
  }

  readonly #asked: Omit<Asked, 'attempt'>;

  constructor({
    actor,
    tokenForm,
    operation,
    purpose,
    path,
    headers,
    intent,
    reserve = 0,
  }: Omit<RequestToSend, 'method'>) {
    this.actor = actor;
    this.tokenForm = tokenForm;
    this.purpose = purpose;
    this.reserve = reserve;
    this.#asked = { actor, operation, purpose, ...(intent === undefined ? {} : { intent }) };
    this.exactUrl = /^https?:/.test(path) ? path : undefined;
    this.labelled = Object.keys(headers).some(isContentType);
  }
}

function passageOf(context: Context): ChainContext {
  const passage = context.middlewareControl?.getMiddlewareOptions(ChainContext);
  if (!(passage instanceof ChainContext)) throw new Error('a request entered the chain without its passage');
  return passage;
}

/**
 * Adds the actor's token, and only towards the target's own origin. The Graph client's own handler never sends a token
 * over http and deletes one that is there, so a mock server would see none.
 */
export class Authentication implements Middleware {
  readonly #origin: string;
  readonly #tokens: Tokens;
  #next: Middleware | undefined;

  constructor(origin: string, tokens: Tokens) {
    this.#origin = origin;
    this.#tokens = tokens;
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    const { actor, tokenForm, exactUrl } = passageOf(context);
    context.request = exactUrl ?? context.request;
    const token = actor === 'nobody' ? undefined : this.#tokens[actor];
    if (token !== undefined && new URL(String(context.request)).origin === this.#origin) {
      const headers = { ...headersOf(context), Authorization: authorizationWith(token, tokenForm) };
      context.options = { ...context.options, headers };
    }
    await this.#next?.execute(context);
  }
}

const mostAttempts = 6;

export interface RetrySettings {
  /** Longest single wait that is granted, in milliseconds; a server that asks for more is given up. */
  readonly longestWait: number;
  /** False where whatever carries the requests sees to writes itself, since they may have been done. */
  readonly repeatsWrites: boolean;
}

export const usualRetries: RetrySettings = { longestWait: 60_000, repeatsWrites: true };
/** Of a tenant: a throttled team is waited for, and a write is looked for before it is sent again. */
export const liveRetries: RetrySettings = { longestWait: 300_000, repeatsWrites: false };

/**
 * Waits out 429 and 503 and counts them apart; they are never judged as failures.
 * Source: concepts/throttling (wait Retry-After, then repeat), concepts/errors (503, "maybe Retry-After").
 */
export class ThrottlingRetry implements Middleware {
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #settings: RetrySettings;
  #next: Middleware | undefined;

  constructor(limits: Limits, clock: Clock, settings: RetrySettings = usualRetries) {
    this.#limits = limits;
    this.#clock = clock;
    this.#settings = settings;
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    const passage = passageOf(context);
    for (let attempt = 0; ; attempt += 1) {
      await this.#admit(passage);
      passage.spare = this.#limits.remaining() - passage.reserve;
      await this.#next?.execute(context);
      const { outcome } = passage;
      this.#limits.spend(passage.asides.requests);
      if (outcome?.kind !== 'response' || !isThrottling(outcome.status)) return;
      if (!this.#settings.repeatsWrites && (context.options?.method ?? 'GET') !== 'GET') return;
      if (attempt + 1 >= mostAttempts || this.#limits.remaining() - passage.reserve < 1) return;
      passage.throttledAttempts += 1;
      const wait = waitOf(outcome.headers, attempt, passage.endedAt);
      if (wait > this.#settings.longestWait)
        return this.#giveUp(passage, outcome.status, wait, 'longer than a run waits');
      if (!this.#limits.allows(wait)) return this.#giveUp(passage, outcome.status, wait, 'beyond the time limit');
      await this.#clock.pause(wait);
    }
  }

  /** A wait that is too long ends the run at once; clean-up goes on without it. */
  #giveUp(passage: ChainContext, status: number, wait: number, why: string): void {
    if (passage.purpose === 'cleanUp') return;
    const sentence = `the server answers ${status} and asks to wait ${Math.ceil(wait / 1000)} s, which is ${why}`;
    this.#limits.stop(sentence);
    passage.obstacle = new LimitReached(sentence);
    throw passage.obstacle;
  }

  async #admit(passage: ChainContext): Promise<void> {
    try {
      await this.#limits.admit(passage.purpose, passage.reserve);
    } catch (error) {
      passage.obstacle = error;
      throw error;
    }
  }
}

/** The end of the chain: sends, and keeps what was sent and received. No retries, no redirects. */
export class SendingMiddleware implements Middleware {
  readonly #wire: Wire;
  readonly #clock: Clock;

  constructor(wire: Wire, clock: Clock) {
    this.#wire = wire;
    this.#clock = clock;
  }

  async execute(context: Context): Promise<void> {
    const passage = passageOf(context);
    const body = context.options?.body;
    const sent = {
      url: passage.exactUrl ?? new URL(String(context.request)).href,
      method: context.options?.method ?? 'GET',
      headers: Object.entries(headersOf(context)).filter(([name]) => passage.labelled || !isContentType(name)),
      text: typeof body === 'string' ? body : undefined,
    };
    passage.sent = sent;
    const startedAt = this.#clock.now();
    try {
      const {
        times,
        ownership = {},
        asides = { requests: 0, throttled: 0 },
        ...outcome
      } = await this.#wire.send({
        ...sent,
        asked: passage.asked,
        ...(passage.spare === Infinity ? {} : { spare: passage.spare }),
      });
      passage.outcome = outcome;
      passage.ownership = ownership;
      passage.asides = asides;
      passage.startedAt = times?.startedAt ?? startedAt;
      passage.endedAt = times?.endedAt ?? this.#clock.now();
    } catch (error) {
      passage.obstacle = error;
      throw error;
    }
    context.response = placeholder;
  }
}

/** The client insists on a Response; the real answer is in the passage. */
const placeholder = new Response(null, { status: 204 });

function isContentType(name: string): boolean {
  return name.toLowerCase() === 'content-type';
}

function headersOf(context: Context): Record<string, string> {
  return { ...(context.options?.headers as Record<string, string> | undefined) };
}
