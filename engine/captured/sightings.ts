import { cardIn } from '../../checks/card/history.ts';
import { isInDoubt, itemsOf } from '../../checks/trace/trace.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import type { JsonObject } from '../../traffic/json.ts';
import { locate } from '../../traffic/location.ts';
import { isWrite } from '../../traffic/operation.ts';

/** An exchange with where it went. */
export interface LocatedExchange {
  readonly exchange: Exchange;
  readonly card: string | undefined;
  readonly team: string | undefined;
}

/** What the whole of a capture shows of its cards, so that one exchange can be seen in the light of all others. */
export class CardAppearances {
  readonly #bySequence: ReadonlyMap<number, Exchange>;
  readonly #writes: readonly LocatedExchange[];
  readonly #lives = new Map<string, { readonly writes: Exchange[]; readonly views: Exchange[] }>();

  constructor(exchanges: readonly Exchange[]) {
    this.#bySequence = new Map(exchanges.map((exchange) => [exchange.sequence, exchange]));
    this.#writes = exchanges.filter(mayHaveWritten).map(placed);
    for (const exchange of exchanges) this.#note(exchange);
  }

  #note(exchange: Exchange): void {
    const written = mayHaveWritten(exchange) ? cardOf(exchange) : undefined;
    if (written !== undefined) this.#lifeFor(written).writes.push(exchange);
    for (const { id } of cardsShown(exchange)) this.#lifeFor(id).views.push(exchange);
  }

  #lifeFor(id: string) {
    const known = this.#lives.get(id) ?? { writes: [], views: [] };
    this.#lives.set(id, known);
    return known;
  }

  /** The writes to a card that may have been done, and the answers that showed it, in their order. */
  lifeOf(id: string): { readonly writes: readonly Exchange[]; readonly views: readonly Exchange[] } {
    return this.#lives.get(id) ?? { writes: [], views: [] };
  }

  at(sequence: number): Exchange | undefined {
    return this.#bySequence.get(sequence);
  }

  /** The writes before an exchange that may have been done, and that are wanted. */
  writesBefore({ sequence }: Exchange, wanted: (write: LocatedExchange) => boolean): readonly Exchange[] {
    return this.#writes
      .filter((write) => write.exchange.sequence < sequence && wanted(write))
      .map(({ exchange }) => exchange);
  }

  /** True where a later answer shows that the card is still there. */
  isSeenAfter(id: string, sequence: number): boolean {
    const { writes, views } = this.lifeOf(id);
    return [...writes.filter(isAccepted), ...views].some((one) => one.sequence > sequence);
  }
}

/** The card of an id in an answer, be it one of a list. */
export function cardShown({ outcome }: Exchange, id: string): JsonObject | undefined {
  if (outcome.kind !== 'response' || outcome.status > 299 || outcome.body.kind !== 'json') return undefined;
  const { value } = outcome.body;
  return [value, ...itemsOf(value)].map((one) => cardIn(one)).find((card) => card?.id === id);
}

/** The id of the card that a URL names, or that an answer makes known. */
export function cardOf({ request, outcome }: Exchange): string | undefined {
  const named = locate(request.method, request.url)?.cardId;
  if (named !== undefined) return named;
  return outcome.kind === 'response' && outcome.body.kind === 'json' ? cardIn(outcome.body.value)?.id : undefined;
}

function placed(exchange: Exchange): LocatedExchange {
  return { exchange, card: cardOf(exchange), team: teamOf(exchange) };
}

/** The team of a URL, in lower case. */
function teamOf({ request }: Exchange): string | undefined {
  return locate(request.method, request.url)?.teamId.toLowerCase();
}

function mayHaveWritten({ request, outcome }: Exchange): boolean {
  const operation = locate(request.method, request.url)?.operation ?? 'unknown';
  if (operation === 'unknown' || !isWrite(operation)) return false;
  const status = outcome.kind === 'response' ? outcome.status : undefined;
  return (status !== undefined && status < 300) || isInDoubt({ operation, status });
}

function isAccepted({ outcome }: Exchange): boolean {
  return outcome.kind === 'response' && outcome.status < 300;
}

/** Whole cards in an answer, be they in a list. */
export function cardsShown({ request, outcome }: Exchange): readonly (JsonObject & { readonly id: string })[] {
  if (outcome.kind !== 'response' || outcome.status > 299 || outcome.body.kind !== 'json') return [];
  const query = locate(request.method, request.url)?.query ?? '';
  if (/(\$|%24)(select|expand|apply)/i.test(query)) return [];
  const { value } = outcome.body;
  return [value, ...itemsOf(value)].flatMap((one) => cardIn(one) ?? []);
}
