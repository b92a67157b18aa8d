import type { Exchange } from '../../traffic/exchange.ts';
import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import type { Location } from '../../traffic/location.ts';
import type { Operation } from '../../traffic/operation.ts';
import type { History } from '../card/history.ts';

/** The parts of an entry that are not worked out from its exchange alone. */
type Known = Omit<Entry, 'sequence' | 'answer' | 'sent'>;

/** So it takes little memory once nobody asks for it any more: of what a capture keeps as text, nothing stays taken apart. */
export class TracedEntry implements Entry {
  readonly exchange: Exchange;
  readonly sequence: number;
  readonly operation: Operation | 'unknown';
  readonly location: Location | undefined;
  readonly status: number | undefined;
  readonly accepted: boolean;
  readonly cardId: string | undefined;
  readonly before: History | undefined;
  readonly shownBefore: History | undefined;
  #fresh: Pick<Entry, 'answer' | 'sent'> | undefined;

  constructor({ exchange, operation, location, status, accepted, cardId, before, shownBefore }: Known) {
    this.exchange = exchange;
    this.sequence = exchange.sequence;
    this.operation = operation;
    this.location = location;
    this.status = status;
    this.accepted = accepted;
    this.cardId = cardId;
    this.before = before;
    this.shownBefore = shownBefore;
    this.#fresh = { answer: answerIn(exchange), sent: sentIn(exchange) };
  }

  get answer(): Json | undefined {
    return this.#fresh === undefined ? answerIn(this.exchange) : this.#fresh.answer;
  }

  get sent(): JsonObject | undefined {
    return this.#fresh === undefined ? sentIn(this.exchange) : this.#fresh.sent;
  }

  /** To be called when others have come since: the bodies are looked up in the exchange from now on. */
  letGo(): void {
    this.#fresh = undefined;
  }
}

/** The body of an answer, if it is JSON. */
export function answerIn({ outcome }: Exchange): Json | undefined {
  return outcome.kind === 'response' && outcome.body.kind === 'json' ? outcome.body.value : undefined;
}

function sentIn({ request: { body } }: Exchange): JsonObject | undefined {
  const value = body.kind === 'json' ? body.value : undefined;
  return isJsonObject(value) ? value : undefined;
}

/** One exchange with everything that the traffic before it says about it. */
export interface Entry {
  readonly exchange: Exchange;
  readonly sequence: number;
  readonly operation: Operation | 'unknown';
  readonly location: Location | undefined;
  readonly status: number | undefined;
  /** Answered with a status of success. */
  readonly accepted: boolean;
  /** The body of the answer, if it is JSON. */
  readonly answer: Json | undefined;
  /** The body of the request, if it is a JSON object. */
  readonly sent: JsonObject | undefined;
  readonly cardId: string | undefined;
  /** What was known about the addressed card before this exchange. */
  readonly before: History | undefined;
  /** What was known, before it, about the card that its answer shows: a server may show an open card again. */
  readonly shownBefore: History | undefined;
}

/** Two reads that were sent so that they overlapped. */
export function areReadsBeside({ exchange: one }: Entry, { exchange: other }: Entry): boolean {
  const together = one.intent?.beside !== undefined && one.intent.beside === other.intent?.step;
  return together && other.intent?.case === one.intent?.case && isRead(one) && isRead(other);
}

function isRead({ request: { method } }: Exchange): boolean {
  return method === 'GET';
}

/** `$count`, `$ref` and the like stand where an id stands, and are no cards. */
export function operationAt({ operation }: Exchange, location: Location | undefined): Operation | 'unknown' {
  if (operation !== 'unknown') return operation;
  return location?.cardId?.startsWith('$') === true ? 'unknown' : (location?.operation ?? 'unknown');
}

/** Nothing was deliberately wrong with it, and no other request was under way with it. */
export function isMeantAsSent({ exchange: { intent } }: Entry): boolean {
  return intent?.mutation === undefined && intent?.overlaps === undefined;
}
