import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import type { Actor, Capability } from '../traffic/actor.ts';
import type { Exchange } from '../traffic/exchange.ts';
import type { ApiVersion } from '../traffic/operation.ts';
import { exchangeOf } from './exchange-of.ts';
import { countCutTexts } from './long-texts.ts';
import { OwnCards, type OtherCard } from './ledger/own-cards.ts';
import { Limits, type LimitSettings } from './limits.ts';
import {
  Authentication,
  liveRetries,
  ChainContext,
  ThrottlingRetry,
  SendingMiddleware,
  usualRetries,
} from './middleware.ts';
import { redactionOfAnswers, type Redaction } from './redaction.ts';
import { Presence } from './presence.ts';
import { ServerClock } from './server-clock.ts';
import type { RequestToSend, People, RequestCounts, Restart, Target } from './target.ts';
import type { Tokens } from './tokens.ts';
import { hurriedClock, machineClock, type HurriedClock } from './clock.ts';
import type { Wire } from './wire.ts';

export interface HttpTargetSettings extends LimitSettings {
  readonly kind: Target['kind'];
  readonly wire: Wire;
  /** Without the version; a path prefix is allowed. */
  readonly baseUrl: string;
  readonly apiVersion: ApiVersion;
  readonly people: People;
  readonly capabilities: ReadonlySet<Capability>;
  readonly tokens: Tokens;
  readonly recorded?: NonNullable<Target['recorded']>;
  /** Nobody has signed in but an application: what the caller would send, it sends. */
  readonly isApplicationAlone?: boolean;
  /** The wire looks itself whether a write was done before it repeats it. */
  readonly looksBeforeRepeats?: boolean;
}

/** How long a pause may take once the run is to end, in milliseconds. */
const longestHurriedPause = 250;

/** Any server that speaks HTTP, through the Microsoft Graph client with our own chain. */
export class HttpTarget implements Target {
  readonly kind: Target['kind'];
  readonly recorded: Target['recorded'];
  readonly baseUrl: string;
  readonly apiVersion: ApiVersion;
  readonly people: People;
  readonly actors: ReadonlySet<Actor>;
  readonly capabilities: ReadonlySet<Capability>;
  readonly #client: Client;
  readonly #limits: Limits;
  readonly #cards = new OwnCards();
  readonly #redaction: Redaction;
  readonly #wire: Wire;
  readonly #clock: HurriedClock;
  readonly #serverClock = new ServerClock();
  #sequence = 0;
  readonly #presence: Presence;
  #notKept = 0;
  #counts = { sent: 0, throttled: 0, shrinking: 0, cleanUp: 0 };

  constructor(settings: HttpTargetSettings) {
    this.kind = settings.kind;
    this.recorded = settings.recorded;
    this.baseUrl = settings.baseUrl;
    this.apiVersion = settings.apiVersion;
    this.people = settings.people;
    this.actors = actorsOf(settings);
    this.capabilities = settings.capabilities;
    this.#clock = hurriedClock(settings.clock ?? machineClock, longestHurriedPause);
    this.#limits = new Limits({ ...settings, clock: this.#clock });
    this.#redaction = redactionOfAnswers(settings.tokens);
    this.#wire = settings.wire;
    this.#presence = new Presence({
      isEmbedded: settings.kind === 'reference',
      collection: `/teams/${encodeURIComponent(settings.people.teamId)}/schedule/timeCards`,
      latestCard: () => this.#cards.latest,
      ask: (call) => this.#sendOnce(call),
      pause: (milliseconds) => this.pause(milliseconds),
      remaining: () => this.remaining(),
      interrupt: (because) => this.interrupt(because),
    });
    this.#client = Client.initWithMiddleware({
      baseUrl: settings.baseUrl.endsWith('/') ? settings.baseUrl : `${settings.baseUrl}/`,
      defaultVersion: settings.apiVersion,
      middleware: [
        new Authentication(new URL(settings.baseUrl).origin, settings.tokens),
        new ThrottlingRetry(
          this.#limits,
          this.#clock,
          settings.looksBeforeRepeats === true ? liveRetries : usualRetries,
        ),
        new SendingMiddleware(this.#wire, this.#clock),
      ],
    });
  }

  async send(call: RequestToSend): Promise<Exchange> {
    const exchange = await this.#sendOnce(call);
    if (call.purpose === 'judge' || call.purpose === 'shrink') await this.#presence.heed(call, exchange);
    return exchange;
  }

  async #sendOnce(given: RequestToSend): Promise<Exchange> {
    const call = this.actors.has(given.actor) ? given : standingIn(given);
    const passage = new ChainContext(call);
    try {
      await this.#dispatch(call, passage);
    } catch (error) {
      throw passage.obstacle ?? error;
    }
    const exchange = this.#exchange(call, passage);
    this.#count(call, passage);
    this.#learnCards(call, exchange, passage);
    if (passage.outcome?.kind === 'response') this.#notKept += countCutTexts(passage.outcome.text);
    return exchange;
  }

  owns(cardId: string): boolean {
    return this.#cards.has(cardId);
  }

  /** A deleted card is looked for before the first write to one: another may have its id by then. */
  async mayWriteTo({ id }: { readonly id: string }, { path, purpose }: RequestToSend): Promise<boolean> {
    if (this.#cards.isDoubtful(id)) {
      // However the id is written in it: /teams/{id}/schedule/timeCards/{id}.
      const place = path.split('/').slice(0, 6).join('/');
      await this.#sendOnce({
        operation: 'get',
        method: 'GET',
        path: place,
        actor: 'caller',
        headers: {},
        card: { id, madeUp: false },
        purpose,
      });
    }
    return this.#cards.has(id);
  }

  get mayGiveIdsAgain(): boolean {
    return this.#cards.givesIdsAgain || !this.#cards.forgetsDeleted;
  }

  get otherCards(): { readonly answers: number; readonly first: OtherCard } | undefined {
    return this.#cards.others;
  }

  get notKept(): number {
    return this.#notKept;
  }

  get restart(): Restart | undefined {
    return this.#presence.restart;
  }

  remaining(): number {
    return this.#limits.remaining();
  }

  get limits(): string {
    return this.#limits.inWords;
  }

  leaves(share: number): boolean {
    return this.#limits.leaves(share);
  }

  now(): number {
    return this.#clock.now();
  }

  async pause(milliseconds: number): Promise<void> {
    await this.#clock.pause(milliseconds);
  }

  counts(): RequestCounts {
    return this.#counts;
  }

  interrupt(because: string): void {
    this.#limits.stop(because);
    this.#clock.hurry();
    this.#wire.hurry();
  }

  async close(): Promise<void> {
    this.#wire.close();
  }

  async #dispatch(call: RequestToSend, passage: ChainContext): Promise<void> {
    const request = this.#client
      .api(passage.exactUrl === undefined ? call.path : '/')
      .headers({ Accept: 'application/json', ...call.headers })
      .middlewareOptions([passage])
      .responseType(ResponseType.RAW);
    switch (call.method) {
      case 'GET':
        return void (await request.get());
      case 'POST':
        return void (await request.post(call.text));
      case 'PUT':
        return void (await request.put(call.text));
      case 'PATCH':
        return void (await request.patch(call.text));
      case 'DELETE':
        return void (await request.delete());
    }
  }

  #exchange(call: RequestToSend, passage: ChainContext): Exchange {
    this.#sequence += 1;
    return exchangeOf(call, passage, this.#redaction, this.#sequence, this.#serverClock);
  }

  #count(call: RequestToSend, passage: ChainContext): void {
    const { throttledAttempts, asides } = passage;
    this.#counts.sent += 1 + throttledAttempts + asides.requests;
    this.#counts.throttled += throttledAttempts + asides.throttled;
    if (call.purpose === 'shrink') this.#counts.shrinking += 1;
    if (call.purpose === 'cleanUp') this.#counts.cleanUp += 1;
  }

  #learnCards(call: RequestToSend, { outcome }: Exchange, { ownership }: ChainContext): void {
    if (outcome.kind !== 'response') return;
    const isUnknown = outcome.status === 404 || outcome.status === 410;
    if (isUnknown && call.operation === 'get' && call.card !== undefined) this.#cards.unknown(call.card.id);
    if (outcome.status < 200 || outcome.status > 299) return;
    const body = outcome.body.kind === 'json' ? outcome.body.value : undefined;
    if (call.method === 'POST' && call.card === undefined && body !== undefined)
      this.#cards.made(body, ownership, call.path.replace(/\/[^/]*clockin$/i, ''));
    if (call.method === 'DELETE' && call.card !== undefined) this.#cards.removed(call.card.id);
    this.#cards.heed(body, ownership);
  }
}

/** Those who can act with these tokens; the caller acts without one too, unless an application is alone. */
export function actorsOf({
  tokens,
  isApplicationAlone,
}: Pick<HttpTargetSettings, 'tokens' | 'isApplicationAlone'>): ReadonlySet<Actor> {
  const caller: readonly Actor[] = isApplicationAlone === true ? [] : ['caller'];
  return new Set<Actor>([...caller, 'nobody', ...(Object.keys(tokens) as (keyof Tokens)[])]);
}

/** The same by the application, where there is no caller. */
function standingIn(call: RequestToSend): RequestToSend {
  return call.actor === 'caller' ? { ...call, actor: 'application' } : call;
}
