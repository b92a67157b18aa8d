import { randomUUID } from 'node:crypto';
import type { Json, JsonObject } from '../../traffic/json.ts';
import { isJsonObject } from '../../traffic/json.ts';
import { routes, type Operation } from '../../traffic/operation.ts';
import type { DriverError, DriverOperation } from '../protocol/messages.ts';
import type { Attempt, ClientSeams, Outgoing } from './seams.ts';
import type { Incoming, Transport } from './transport.ts';

export interface ReferenceClientOptions {
  /** With the version, without a slash at the end. */
  readonly baseUrl: string;
  readonly token: string;
  readonly team: string;
  readonly transport: Transport;
  /** Waits so many seconds. */
  readonly sleep: (seconds: number) => Promise<void>;
  readonly seams?: ClientSeams;
}

/** An answer that was no success, with what a caller can branch on. */
export class ClientError extends Error {
  override readonly name = 'ClientError';
  readonly details: DriverError;

  constructor(details: DriverError) {
    super(details.message ?? `HTTP ${details.status}`);
    this.details = details;
  }
}

const mostAttempts = 4;
/** Source: best-practices-concept.md and throttling.md: these are worth another try. */
const worthRepeating: ReadonlySet<number> = new Set([429, 503, 504]);

/** A client of the timeCard API that keeps every page: small, and no wiser than it has to be. */
export class ReferenceClient {
  readonly #options: ReferenceClientOptions;
  readonly #seams: ClientSeams;
  #calls = 0;

  constructor(options: ReferenceClientOptions) {
    this.#options = options;
    this.#seams = options.seams ?? {};
  }

  /** One operation, with the object to send if it takes one. Resolves to what came, null for nothing. Throws a ClientError. */
  perform(
    operation: Operation,
    { card, body }: { readonly card?: string; readonly body?: JsonObject } = {},
  ): Promise<Json> {
    const { method, on, action } = routes[operation];
    const id = on === 'card' ? `/${this.#seams.segment?.(card ?? '') ?? encodeURIComponent(card ?? '')}` : '';
    return this.#send(operation, method, `${this.#list}${id}${action === undefined ? '' : `/${action}`}`, body);
  }

  /** One page. */
  async list(query: { readonly filter?: string; readonly top?: number } = {}): Promise<Json> {
    const options = Object.entries(query).map(([name, value]) => this.#option(`$${name}`, String(value)));
    const page = await this.#send(
      'list',
      'GET',
      [this.#list, ...(options.length > 0 ? [options.join('&')] : [])].join('?'),
    );
    return valuesOf(page);
  }

  /** Every card of every page. */
  async listAll(): Promise<Json> {
    const cards: Json[] = [];
    for (let url: string | undefined = this.#list; url !== undefined;) {
      const page: Json = await this.#send('listAll', 'GET', url);
      cards.push(...valuesOf(page));
      const link = isJsonObject(page) ? page['@odata.nextLink'] : undefined;
      const usual: string | undefined = typeof link === 'string' ? link : undefined;
      url = this.#seams.next && isJsonObject(page) ? this.#seams.next(usual, page, this.#list) : usual;
    }
    return cards;
  }

  #option(name: string, value: string): string {
    return this.#seams.option?.(name, value) ?? `${name}=${encodeURIComponent(value)}`;
  }

  get #list(): string {
    return `${this.#options.baseUrl}/teams/${encodeURIComponent(this.#options.team)}/schedule/timeCards`;
  }

  async #send(op: DriverOperation, method: string, url: string, body?: JsonObject): Promise<Json> {
    const text = body === undefined ? undefined : (this.#seams.stringify?.(body) ?? JSON.stringify(body));
    const earlierCalls = this.#calls++;
    let fresh = false;
    for (let number = 1, after: number | undefined; ; number += 1) {
      const attempt: Attempt = { op, number, earlierCalls, ...(after === undefined ? {} : { after }) };
      const answer = await this.#transmit(
        {
          method,
          url,
          headers: this.#headers(url, text),
          body: text === undefined ? undefined : Buffer.from(text),
          fresh,
        },
        attempt,
      );
      if (!worthRepeating.has(answer.status) || number >= mostAttempts) return this.#outcome(answer, op);
      const pause = this.#pause(answer, attempt);
      if (pause === undefined) return this.#outcome(answer, op);
      await this.#options.sleep(pause);
      after = answer.status;
      fresh = answer.status === 503;
    }
  }

  #transmit(request: Outgoing, attempt: Attempt): Promise<Incoming> {
    return this.#options.transport.send(this.#seams.send?.(request, attempt) ?? request);
  }

  /** A token belongs to the service, and not to whatever host a link names. */
  #headers(url: string, text: string | undefined): Outgoing['headers'] {
    const isOurs = url.startsWith(new URL(this.#options.baseUrl).origin);
    return [
      ...(isOurs ? [['Authorization', `Bearer ${this.#options.token}`] as const] : []),
      ['Accept', 'application/json'],
      ['client-request-id', randomUUID()],
      ...(text === undefined
        ? []
        : [
            ['Content-Type', 'application/json'] as const,
            ['Content-Length', String(Buffer.byteLength(text))] as const,
          ]),
    ];
  }

  #pause({ headers, status }: Incoming, attempt: Attempt): number | undefined {
    const told = Number(headers['retry-after'] ?? Number.NaN);
    const named = Number.isNaN(told) ? undefined : told;
    const usual = named ?? 2 ** (attempt.number - 1);
    return this.#seams.wait ? this.#seams.wait({ named, usual }, status) : usual;
  }

  #outcome({ status, text }: Incoming, op: DriverOperation): Json {
    const value = parsed(text);
    if (status < 300) {
      const read = value === undefined ? null : (this.#seams.read?.(value, op) ?? value);
      return this.#seams.succeed ? this.#seams.succeed(read, status, op) : read;
    }
    const told = isJsonObject(value) ? value['error'] : undefined;
    const { code, message } = isJsonObject(told) ? told : ({} as JsonObject);
    const usual: DriverError = {
      type: 'ClientError',
      status,
      ...(typeof code === 'string' ? { code } : {}),
      ...(typeof message === 'string' ? { message } : {}),
    };
    const error = this.#seams.fail?.(usual, status) ?? usual;
    if (error === 'success') return value ?? null;
    throw new ClientError(error);
  }
}

function parsed(text: string): Json | undefined {
  try {
    return text === '' ? undefined : (JSON.parse(text) as Json);
  } catch {
    return undefined;
  }
}

function valuesOf(page: Json): readonly Json[] {
  const value = isJsonObject(page) ? page['value'] : undefined;
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
