import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import type { Actor, Capability } from '../specs/actor.ts';
import type { Exchange, Headers, Outcome } from '../specs/exchange.ts';
import { at } from '../specs/pointer.ts';
import { tokenVariables } from '../specs/token-variables.ts';
import { headerValue } from '../specs/headers.ts';
import type { ApiVersion } from '../specs/operation.ts';
import { readBody } from './body.ts';
import { Ledger } from './ledger.ts';
import { LimitReached, Limits, type LimitSettings } from './limits.ts';
import { Authentication, Passage, Patience, Sending } from './middleware.ts';
import { Redaction, type Tokens } from './redaction.ts';
import type { Call, People, RequestCounts, Target } from './target.ts';
import { ServerClock } from './server-clock.ts';
import { authorizationWith } from './token-forms.ts';
import { machineClock, type Clock } from './clock.ts';
import type { Wire, WireOutcome } from './wire.ts';

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
}

/** After so many refused connections in a row a server counts as gone. */
const believedSilent = 5;

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
  readonly #ledger = new Ledger();
  readonly #redaction: Redaction;
  readonly #wire: Wire;
  readonly #clock: Clock;
  readonly #serverClock = new ServerClock();
  #sequence = 0;
  #lastAsked = 'the start';
  #silentSince: { readonly after: string; requests: number } | undefined;
  #counts = { sent: 0, throttled: 0, shrinking: 0, cleanUp: 0 };

  constructor(settings: HttpTargetSettings) {
    this.kind = settings.kind;
    this.recorded = settings.recorded;
    this.baseUrl = settings.baseUrl;
    this.apiVersion = settings.apiVersion;
    this.people = settings.people;
    this.actors = actorsWith(settings.tokens);
    this.capabilities = settings.capabilities;
    this.#clock = settings.clock ?? machineClock;
    this.#limits = new Limits(settings);
    this.#redaction = new Redaction(settings.tokens);
    this.#wire = settings.wire;
    this.#client = Client.initWithMiddleware({
      baseUrl: settings.baseUrl.endsWith('/') ? settings.baseUrl : `${settings.baseUrl}/`,
      defaultVersion: settings.apiVersion,
      middleware: [
        new Authentication(new URL(settings.baseUrl).origin, settings.tokens),
        new Patience(this.#limits, this.#clock),
        new Sending(this.#wire, this.#clock),
      ],
    });
  }

  async send(call: Call): Promise<Exchange> {
    if (call.card !== undefined && call.method !== 'GET') this.#ledger.permit(call.card);
    const passage = new Passage(call);
    try {
      await this.#dispatch(call, passage);
    } catch (error) {
      throw passage.obstacle ?? error;
    }
    const exchange = this.#exchange(call, passage);
    this.#count(call, passage);
    this.#keepLedger(call, exchange);
    if (call.purpose === 'judge' || call.purpose === 'shrink') this.#noticeSilence(exchange);
    return exchange;
  }

  /** Ends the run where nobody listens any more: what follows would say nothing about the time clock. */
  #noticeSilence({ outcome, request, sequence }: Exchange): void {
    if (outcome.kind !== 'transport' || outcome.fault !== 'refused') {
      this.#silentSince = undefined;
      this.#lastAsked = `request ${sequence}, ${request.method} ${request.url}`;
      return;
    }
    this.#silentSince ??= { after: this.#lastAsked, requests: 0 };
    this.#silentSince.requests += 1;
    if (this.#silentSince.requests < believedSilent) return;
    throw new LimitReached(`the server stopped answering (${outcome.detail}) after ${this.#silentSince.after}`);
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

  async close(): Promise<void> {
    this.#wire.close();
  }

  async #dispatch(call: Call, passage: Passage): Promise<void> {
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

  #exchange(call: Call, passage: Passage): Exchange {
    const { sent, outcome } = passage;
    if (sent === undefined || outcome === undefined) throw new Error('the chain ended without sending');
    this.#sequence += 1;
    const redacted = this.#redaction.outcome(outcome);
    const { startedAt, endedAt } = passage;
    const offset =
      redacted.kind === 'response'
        ? this.#serverClock.offset({ headers: redacted.headers, startedAt, endedAt })
        : undefined;
    return {
      sequence: this.#sequence,
      operation: call.operation,
      actor: call.actor,
      request: {
        method: sent.method,
        url: this.#redaction.text(sent.url),
        headers: shown(sent.headers, call),
        body: readBody(sent.text ?? '', headerValue(sent.headers, 'content-type')),
      },
      outcome: asOutcome(redacted),
      startedAt,
      endedAt,
      ...(call.intent === undefined ? {} : { intent: call.intent }),
      ...(offset === undefined ? {} : { serverClockOffset: offset }),
      throttledAttempts: passage.throttledAttempts,
    };
  }

  #count(call: Call, passage: Passage): void {
    this.#counts.sent += 1 + passage.throttledAttempts;
    this.#counts.throttled += passage.throttledAttempts;
    if (call.purpose === 'shrink') this.#counts.shrinking += 1;
    if (call.purpose === 'cleanUp') this.#counts.cleanUp += 1;
  }

  #keepLedger(call: Call, { outcome }: Exchange): void {
    if (outcome.kind !== 'response' || outcome.status < 200 || outcome.status > 299) return;
    if (call.method === 'POST' && call.card === undefined && outcome.body.kind === 'json') {
      const id = at(outcome.body.value, '/id');
      if ((typeof id === 'string' && id !== '') || typeof id === 'number') this.#ledger.made(String(id));
    }
    if (call.method === 'DELETE' && call.card !== undefined) this.#ledger.removed(call.card.id);
  }
}

/** Those who can act with these tokens; the caller acts without one too. */
export function actorsWith(tokens: Tokens): ReadonlySet<Actor> {
  return new Set<Actor>(['caller', 'nobody', ...(Object.keys(tokens) as (keyof Tokens)[])]);
}

/** The token never gets past this point: its place is taken by the variable that supplied it. */
function shown(headers: Headers, { actor, tokenForm }: Call): Headers {
  return headers.map(([name, value]) => {
    const secret = name.toLowerCase() === 'authorization' && actor !== 'nobody';
    if (!secret) return [name, value] as const;
    return [name, authorizationWith(`$${tokenVariables[actor]}`, tokenForm)] as const;
  });
}

function asOutcome(outcome: WireOutcome): Outcome {
  if (outcome.kind === 'transport') return outcome;
  const { status, headers, text } = outcome;
  return { kind: 'response', status, headers, body: readBody(text, headerValue(headers, 'content-type')) };
}
