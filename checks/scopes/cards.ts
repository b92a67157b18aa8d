import type { Mutation } from '../../traffic/exchange.ts';
import { headerValue } from '../../traffic/headers.ts';
import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import type { Operation } from '../../traffic/operation.ts';
import type { Scope, Subject } from '../check.ts';
import { cardIn } from '../card/history.ts';
import { itemsOf, showsWholeCards, type Trace } from '../trace/trace.ts';

/** One time card in a successful answer. */
export interface ShownCard extends Subject {
  readonly card: JsonObject;
  /** JSON pointer of the card within the body. */
  readonly pointer: string;
  /** Made by this traffic, and what was sent for it said its state: that must fit its events. */
  readonly knownState: boolean;
  /** What the request prefers, in lower case: it may ask to leave nulls out, or for unknown members of enumerations. */
  readonly prefer: string;
}

const answersWithOne: ReadonlySet<Operation | 'unknown'> = new Set<Operation>([
  'get',
  'create',
  'clockIn',
  'confirmForUser',
]);

/**
 * Every time card in every successful answer, whoever made it. What the answer to a deliberately changed request should
 * hold is documented nowhere: a server that takes in a wrong value shows it again, and one that honours $select leaves
 * properties out. That the request was accepted is judged by the requirement it was changed for.
 */
export const everyCard: Scope<ShownCard> = {
  subjects(entry, trace) {
    const { answer, sequence, exchange, operation } = entry;
    const { mutation } = exchange.intent ?? {};
    const plain = (mutation === undefined || isByReader(mutation)) && showsWholeCards(entry);
    if (!entry.accepted || answer === undefined || !plain) return [];
    const prefer = (headerValue(exchange.request.headers, 'prefer') ?? '').toLowerCase();
    return cardsIn(answer, operation).map(([pointer, card]) => ({
      card,
      pointer,
      prefer,
      knownState: hasKnownState(card, trace),
      evidence: [sequence],
    }));
  },
};

/** Who may only read is answered as the pages say, the card included. */
function isByReader({ pointer, keyword }: Mutation): boolean {
  return pointer === 'header:Authorization' && keyword === 'readOnly';
}

function cardsIn(answer: Json, operation: Operation | 'unknown'): readonly (readonly [string, JsonObject])[] {
  if (answersWithOne.has(operation)) return isJsonObject(answer) ? [['', answer]] : [];
  if (operation !== 'list') return [];
  return itemsOf(answer).flatMap((card, index) => (isJsonObject(card) ? [[`/value/${index}`, card] as const] : []));
}

function hasKnownState(card: JsonObject, trace: Trace): boolean {
  const id = cardIn(card)?.id;
  return id !== undefined && trace.cards.get(id)?.knownState === true;
}
