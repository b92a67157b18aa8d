import { cardIn } from '../../checks/card/history.ts';
import { isInDoubt, itemsOf } from '../../checks/trace/trace.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import type { JsonObject } from '../../traffic/json.ts';
import { locate } from '../../traffic/location.ts';
import { isWrite } from '../../traffic/operation.ts';

/** The writes to a card that may have been done, and the answers that showed it, in their order. */
interface Life {
  readonly writes: readonly Exchange[];
  readonly views: readonly Exchange[];
}

const noLife: Life = { writes: [], views: [] };

/** What the whole of a capture shows of its cards, so that one exchange can be seen in the light of all others. */
export class CardAppearances {
  readonly #exchanges: readonly Exchange[];
  readonly #bySequence: ReadonlyMap<number, Exchange>;
  #lives: ReadonlyMap<string, Life> | undefined;

  constructor(exchanges: readonly Exchange[]) {
    this.#exchanges = exchanges;
    this.#bySequence = new Map(exchanges.map((exchange) => [exchange.sequence, exchange]));
  }

  lifeOf(id: string): Life {
    // Of a capture in which nothing seems wrong nobody asks.
    this.#lives ??= livesIn(this.#exchanges);
    return this.#lives.get(id) ?? noLife;
  }

  at(sequence: number): Exchange | undefined {
    return this.#bySequence.get(sequence);
  }

  /** The writes to a card before an exchange that may have been done, and those among others. */
  writesBefore({ sequence }: Exchange, id: string, others: readonly Exchange[]): readonly Exchange[] {
    const writes = [...this.lifeOf(id).writes, ...others.filter(mayHaveWritten)];
    return writes.filter((write) => write.sequence < sequence);
  }

  /** True where a later answer shows that the card is still there. */
  isSeenAfter(id: string, sequence: number): boolean {
    const { writes, views } = this.lifeOf(id);
    return [...writes.filter(isAccepted), ...views].some((one) => one.sequence > sequence);
  }
}

function livesIn(exchanges: readonly Exchange[]): ReadonlyMap<string, Life> {
  const lives = new Map<string, { readonly writes: Exchange[]; readonly views: Exchange[] }>();
  const lifeFor = (id: string) => {
    const known = lives.get(id) ?? { writes: [], views: [] };
    lives.set(id, known);
    return known;
  };
  for (const exchange of exchanges) {
    const written = mayHaveWritten(exchange) ? cardOf(exchange) : undefined;
    if (written !== undefined) lifeFor(written).writes.push(exchange);
    for (const { id } of cardsShown(exchange)) lifeFor(id).views.push(exchange);
  }
  return lives;
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
