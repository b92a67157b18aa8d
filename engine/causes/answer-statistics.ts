import { createHash } from 'node:crypto';
import type { Body, Exchange, TransportFault } from '../../traffic/exchange.ts';
import { isJsonObject } from '../../traffic/json.ts';
import { isNeedlesslyEncoded } from '../../traffic/needless-encoding.ts';
import type { Operation } from '../../traffic/operation.ts';
import { isNamedAsInPage } from '../../specs/page-spelling.ts';
import { answerText } from '../execute/answers.ts';
import { defectOf } from '../defect-of.ts';
import { answersAnother } from './answers-another.ts';
import { isCleanUp } from '../shrink/reproduction.ts';
import { TimeCount } from './time-count.ts';

/** What the answers of one operation, or of all, have in common. */
export interface Count {
  /** Answers of any kind. */
  readonly answered: number;
  readonly accepted: number;
  /** The first answer, and whether every other was the same. */
  readonly first: CountedAnswer | undefined;
  readonly allAlike: boolean;
  readonly oneStatus: boolean;
  /** The first answer that accepted a request without a deliberate defect, and whether every other such answer was the same, ids aside. */
  readonly firstAccepted: CountedAnswer | undefined;
  readonly acceptedAlike: boolean;
  /** Answers that refused somebody who had shown who he is. */
  readonly refusedKnown: number;
  /** How many different requests were accepted; counting ends at `enoughRequests`. */
  readonly differentAccepted: number;
  /** The same for all requests, refused ones included. */
  readonly different: number;
  /** Answers to requests without a deliberate defect, and the status of all of them if they have one only. */
  readonly plain: number;
  readonly plainStatus: number | undefined;
  /** Those of them that accepted something, likewise. */
  readonly plainAccepted: number;
  readonly plainAcceptedStatus: number | undefined;
  /** Requests with a defect in the id of the card, or in the body, and how many of them were accepted. */
  readonly wrongIds: number;
  readonly wrongIdsAccepted: number;
  readonly wrongBodies: number;
  readonly wrongBodiesAccepted: number;
  /** Answers with a new card, and the members that at least one of them had without being sent. */
  readonly cards: number;
  readonly members: ReadonlySet<string>;
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

export interface CountedAnswer {
  readonly status: number;
  readonly text: string;
}

/** So many different requests with one answer are no chance. */
export const enoughRequests = 3;

/** Counts what the answers of a run have in common. Its size depends on the number of operations, not on the length of the run. */
export class AnswerStatistics {
  readonly #all = new Counting();
  readonly #operations = new Map<Operation, Counting>();
  readonly #faults = new Map<TransportFault, number>();
  readonly times = new TimeCount();

  add(exchanges: readonly Exchange[]): void {
    // What was sent again, such as a refusal of unusual clothes, says nothing of the operation.
    const repeated = new Set(exchanges.map(({ intent }) => intent?.repeatOf));
    for (const exchange of exchanges) {
      if (repeated.has(exchange.sequence)) continue;
      const { operation, outcome } = exchange;
      if (outcome.kind === 'transport') {
        this.#faults.set(outcome.fault, (this.#faults.get(outcome.fault) ?? 0) + 1);
        continue;
      }
      this.#all.add(exchange, outcome);
      if (outcome.body.kind === 'json') this.times.add(outcome.body.value);
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
  first: CountedAnswer | undefined;
  allAlike = true;
  oneStatus = true;
  firstAccepted: CountedAnswer | undefined;
  acceptedAlike = true;
  refusedKnown = 0;
  plain = 0;
  plainAccepted = 0;
  wrongIds = 0;
  wrongIdsAccepted = 0;
  wrongBodies = 0;
  wrongBodiesAccepted = 0;
  cards = 0;
  readonly members = new Set<string>();
  told = 0;
  another = 0;
  sent = 0;
  sentBack = 0;
  withBody = 0;
  json = 0;
  readonly #requests = new Set<string>();
  readonly #acceptedRequests = new Set<string>();
  readonly #plainStatuses = new Set<number>();
  readonly #plainAcceptedStatuses = new Set<number>();

  get different(): number {
    return this.#requests.size;
  }

  get differentAccepted(): number {
    return this.#acceptedRequests.size;
  }

  get plainStatus(): number | undefined {
    return only(this.#plainStatuses);
  }

  get plainAcceptedStatus(): number | undefined {
    return only(this.#plainAcceptedStatuses);
  }

  add(exchange: Exchange, { status, body }: Response): void {
    const { request, intent } = exchange;
    this.answered += 1;
    this.first ??= { status, text: recognisable(answerText(exchange)) };
    this.allAlike &&= isSame(this.first, { status, text: recognisable(answerText(exchange)) });
    this.oneStatus &&= this.first.status === status;
    note(this.#requests, exchange);
    if (body.kind !== 'empty') this.withBody += 1;
    if (body.kind === 'json') this.json += 1;
    const isAccepted = status >= 200 && status < 300;
    if (intent?.mutation === undefined && !isCleanUp(intent?.step ?? '')) {
      this.plain += 1;
      keep(this.#plainStatuses, status);
      if (isAccepted) {
        this.plainAccepted += 1;
        keep(this.#plainAcceptedStatuses, status);
      }
    }
    const defect = defectOf(exchange);
    if (defect === 'id') {
      this.wrongIds += 1;
      if (isAccepted) this.wrongIdsAccepted += 1;
    } else if (defect === 'body') {
      this.wrongBodies += 1;
      if (isAccepted) this.wrongBodiesAccepted += 1;
    }
    if (!isAccepted) {
      if (exchange.actor !== 'nobody') this.refusedKnown += 1;
      return;
    }
    this.accepted += 1;
    note(this.#acceptedRequests, exchange);
    // What knows the names of the pages only may take another spelling for another resource.
    if (defect === 'none' && this.acceptedAlike && isSpelledAsInPage(exchange)) {
      const idsAside = { status, text: recognisable(withoutIds(answerText(exchange))) };
      this.firstAccepted ??= idsAside;
      this.acceptedAlike = isSame(this.firstAccepted, idsAside);
    }
    this.#noteMembers(exchange, body);
    if (request.body.kind === 'json' && request.body.text !== '{}') {
      this.sent += 1;
      if (request.body.text === answerText(exchange)) this.sentBack += 1;
    }
    const another = answersAnother(exchange);
    if (another === undefined) return;
    this.told += 1;
    if (another) this.another += 1;
  }

  #noteMembers({ operation, request }: Exchange, body: Body): void {
    if ((operation !== 'create' && operation !== 'clockIn') || body.kind !== 'json' || !isJsonObject(body.value))
      return;
    const sent = request.body.kind === 'json' && isJsonObject(request.body.value) ? request.body.value : {};
    this.cards += 1;
    for (const name of Object.keys(body.value))
      if (!Object.hasOwn(sent, name) && name.length <= longestName && this.members.size < mostMembers)
        this.members.add(name);
  }
}

/** Keeps two: they are enough to know that there is not one only. */
function keep(statuses: Set<number>, status: number): void {
  if (statuses.size < 2) statuses.add(status);
}

function only(statuses: ReadonlySet<number>): number | undefined {
  const [status, ...others] = statuses;
  return others.length === 0 ? status : undefined;
}

/** More than a card has, unless a server makes up names. */
const mostMembers = 100;
const longestName = 100;

/** As much of a text as is quoted, and what tells it from others. */
function recognisable(text: string): string {
  if (text.length <= longestText) return text;
  return `${text.slice(0, longestText)} ${createHash('sha256').update(text).digest('hex')}`;
}

const longestText = 1000;

function note(requests: Set<string>, { request }: Exchange): void {
  if (requests.size < enoughRequests)
    requests.add(`${request.method} ${request.url} ${request.body.kind === 'empty' ? '' : request.body.text}`);
}

/** Mocks with a single card often give it a new id each time. */
function withoutIds(text: string): string {
  return text.replaceAll(/"id"\s*:\s*("[^"]*"|\d+)/g, '"id":""');
}

function isSame(left: CountedAnswer, right: CountedAnswer): boolean {
  return left.status === right.status && left.text === right.text;
}

function isSpelledAsInPage({ operation, request: { url } }: Exchange): boolean {
  return operation !== 'unknown' && isNamedAsInPage(url, operation) && !isNeedlesslyEncoded(url.split('?', 1)[0] ?? '');
}
