import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { chainContextOf, isContentType } from './chain-context.ts';
import type { Clock } from './clock.ts';
import type { Tokens } from './tokens.ts';
import { authorizationWith } from './token-forms.ts';
import type { Wire } from './wire.ts';

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
    const { actor, tokenForm, exactUrl } = chainContextOf(context);
    context.request = exactUrl ?? context.request;
    const token = actor === 'nobody' ? undefined : this.#tokens[actor];
    if (token !== undefined && new URL(String(context.request)).origin === this.#origin) {
      const headers = { ...headersOf(context), Authorization: authorizationWith(token, tokenForm) };
      context.options = { ...context.options, headers };
    }
    await this.#next?.execute(context);
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
    const chain = chainContextOf(context);
    const body = context.options?.body;
    const sent = {
      url: chain.exactUrl ?? new URL(String(context.request)).href,
      method: context.options?.method ?? 'GET',
      headers: Object.entries(headersOf(context)).filter(([name]) => chain.labelled || !isContentType(name)),
      text: typeof body === 'string' ? body : undefined,
    };
    chain.sent = sent;
    const startedAt = this.#clock.now();
    try {
      const {
        times,
        ownership = {},
        asides = { requests: 0, throttled: 0 },
        ...outcome
      } = await this.#wire.send({
        ...sent,
        asked: chain.asked,
        ...(chain.spare === Infinity ? {} : { spare: chain.spare }),
      });
      chain.outcome = outcome;
      chain.ownership = ownership;
      chain.asides = asides;
      chain.startedAt = times?.startedAt ?? startedAt;
      chain.endedAt = times?.endedAt ?? this.#clock.now();
    } catch (error) {
      chain.obstacle = error;
      throw error;
    }
    context.response = placeholder;
  }
}

/** The client insists on a Response; the real answer is in the ChainContext. */
const placeholder = new Response(null, { status: 204 });

function headersOf(context: Context): Record<string, string> {
  return { ...(context.options?.headers as Record<string, string> | undefined) };
}
