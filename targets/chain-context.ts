import type { Context } from '@microsoft/microsoft-graph-client';
import type { Actor } from '../traffic/actor.ts';
import type { Headers } from '../traffic/exchange.ts';
import type { OwnershipChange } from './ledger/ownership.ts';
import type { RequestToSend } from './target.ts';
import type { TokenForm } from './token-forms.ts';
import type { Asides, Asked, WireOutcome } from './wire.ts';

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
    this.exactUrl = /^https?:/i.test(path) ? path : undefined;
    this.labelled = Object.keys(headers).some(isContentType);
  }
}

/** @throws where a request came into the chain by another way */
export function chainContextOf(context: Context): ChainContext {
  const found = context.middlewareControl?.getMiddlewareOptions(ChainContext);
  if (!(found instanceof ChainContext)) throw new Error('a request entered the chain without its ChainContext');
  return found;
}

export function isContentType(name: string): boolean {
  return name.toLowerCase() === 'content-type';
}
