import type { Body, Exchange, TransportFault } from '../specs/exchange.ts';
import type { Operation } from '../specs/operation.ts';
import { answersAnother } from './fit.ts';
import { isCleanUp } from './reproduction.ts';

/** What the answers of one operation, or of all, have in common. */
export interface Count {
  /** Answers of any kind. */
  readonly answered: number;
  readonly accepted: number;
  /** The first answer, and whether every other was the same. */
  readonly first: Answer | undefined;
  readonly allAlike: boolean;
  readonly oneStatus: boolean;
  /** The first answer that accepted something, and whether every other such answer was the same. */
  readonly firstAccepted: Answer | undefined;
  readonly acceptedAlike: boolean;
  /** How many different requests were accepted; counting ends at `enoughRequests`. */
  readonly differentAccepted: number;
  /** The same for all requests, refused ones included. */
  readonly different: number;
  /** Answers to requests without a deliberate defect, and the status of all of them if they have one only. */
  readonly plain: number;
  readonly plainStatus: number | undefined;
  /** Accepted requests of which it can be told whether the answer shows what was asked for, and how many do not. */
  readonly told: number;
  readonly another: number;
  /** Accepted requests with a JSON object, and how many were answered with that very object. */
  readonly sent: number;
  readonly sentBack: number;
  /** Answers with a body, and how many of them are JSON. */
  readonly withBody: number;
  readonly json: number;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** So many different requests with one answer are no chance. */
export const enoughRequests = 3;

/** Counts what the answers of a run have in common. Its size depends on the number of operations, not on the length of the run. */
export class Census {
  readonly #all = new Counting();
  readonly #operations = new Map<Operation, Counting>();
  readonly #faults = new Map<TransportFault, number>();

  add(exchanges: readonly Exchange[]): void {
    for (const exchange of exchanges) {
      const { operation, outcome } = exchange;
      if (outcome.kind === 'transport') {
        this.#faults.set(outcome.fault, (this.#faults.get(outcome.fault) ?? 0) + 1);
        continue;
      }
      this.#all.add(exchange, outcome);
      if (operation === 'unknown') continue;
      const counting = this.#operations.get(operation) ?? new Counting();
      this.#operations.set(operation, counting);
      counting.add(exchange, outcome);
    }
  }

  get all(): Count {
    return this.#all;
  }

  get operations(): ReadonlyMap<Operation, Count> {
    return this.#operations;
  }

  /** Requests that got no answer, by what happened instead. */
  get faults(): ReadonlyMap<TransportFault, number> {
    return this.#faults;
  }
}

type Response = Extract<Exchange['outcome'], { kind: 'response' }>;

class Counting implements Count {
  answered = 0;
  accepted = 0;
  first: Answer | undefined;
  allAlike = true;
  oneStatus = true;
  firstAccepted: Answer | undefined;
  acceptedAlike = true;
  plain = 0;
  told = 0;
  another = 0;
  sent = 0;
  sentBack = 0;
  withBody = 0;
  json = 0;
  readonly #requests = new Set<string>();
  readonly #acceptedRequests = new Set<string>();
  readonly #plainStatuses = new Set<number>();

  get different(): number {
    return this.#requests.size;
  }

  get differentAccepted(): number {
    return this.#acceptedRequests.size;
  }

  get plainStatus(): number | undefined {
    const [status, ...others] = this.#plainStatuses;
    return others.length === 0 ? status : undefined;
  }

  add(exchange: Exchange, { status, body }: Response): void {
    const { request, intent } = exchange;
    const answer = { status, text: textOf(body) };
    this.answered += 1;
    this.first ??= answer;
    this.allAlike &&= isSame(this.first, answer);
    this.oneStatus &&= this.first.status === status;
    note(this.#requests, exchange);
    if (body.kind !== 'empty') this.withBody += 1;
    if (body.kind === 'json') this.json += 1;
    if (intent?.mutation === undefined && !isCleanUp(intent?.step ?? '')) {
      this.plain += 1;
      // Two are enough to know that there is not one only.
      if (this.#plainStatuses.size < 2) this.#plainStatuses.add(status);
    }
    if (status < 200 || status > 299) return;
    this.accepted += 1;
    this.firstAccepted ??= answer;
    this.acceptedAlike &&= isSame(this.firstAccepted, answer);
    note(this.#acceptedRequests, exchange);
    if (request.body.kind === 'json' && request.body.text !== '{}') {
      this.sent += 1;
      if (request.body.text === answer.text) this.sentBack += 1;
    }
    const another = answersAnother(exchange);
    if (another === undefined) return;
    this.told += 1;
    if (another) this.another += 1;
  }
}

function note(requests: Set<string>, { request }: Exchange): void {
  if (requests.size < enoughRequests) requests.add(`${request.method} ${request.url} ${textOf(request.body)}`);
}

function isSame(left: Answer, right: Answer): boolean {
  return left.status === right.status && left.text === right.text;
}

function textOf(body: Body): string {
  return body.kind === 'empty' ? '' : body.text;
}
