import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { isAddressable } from '../../targets/ledger/addressable.ts';
import { timesSent, whyAnother } from '../../targets/ledger/asked-card.ts';
import { meantInstant } from '../../targets/ledger/instant.ts';
import type { OpenIntent } from '../../targets/ledger/read-journals.ts';

/** What became of requests of which nobody knows what they made. */
export interface Matched {
  /** Ids of cards that can be nobody's but ours. */
  readonly ours: readonly string[];
  /** Ids of cards of which one or another may be ours. */
  readonly ambiguous: readonly string[];
  /** Requests for which there is no card. */
  readonly without: readonly OpenIntent[];
}

/** How long a request may have been under way whose answer never came, in milliseconds. */
const longestWay = 30_000;

/**
 * Looks for the cards of open intents in a list of all that are there. A card is ours if it has the user, the times and the
 * notes that were asked for, was not there before, and if there are no more such cards than such requests.
 *
 * @param known ids that are known to be somebody's: those from before the run, and those that other lines of the journal name
 */
export function matchIntents(
  intents: readonly OpenIntent[],
  cards: readonly Json[],
  known: ReadonlySet<string>,
): Matched {
  const candidates = cards.filter((card) => {
    const id = at(card, '/id');
    return typeof id === 'string' && isAddressable(id) && !known.has(id);
  });
  const ours: string[] = [];
  const ambiguous: string[] = [];
  const without: OpenIntent[] = [];
  for (const [group, found] of grouped(intents, candidates)) {
    if (found.length === 0) without.push(...group);
    else (found.length <= group.length ? ours : ambiguous).push(...found.map((card) => String(at(card, '/id'))));
  }
  return { ours, ambiguous, without };
}

/** Intents that share a candidate stand together, with the candidates of all of them. */
function grouped(
  intents: readonly OpenIntent[],
  cards: readonly Json[],
): readonly (readonly [intents: readonly OpenIntent[], cards: readonly Json[]])[] {
  let groups: { readonly intents: readonly OpenIntent[]; readonly cards: readonly Json[] }[] = [];
  for (const intent of intents) {
    const fitting = cards.filter((card) => mayHaveMade(intent, card));
    const joined = groups.filter((group) => group.cards.some((card) => fitting.includes(card)));
    const merged = {
      intents: [...joined.flatMap((group) => group.intents), intent],
      cards: [...new Set([...joined.flatMap((group) => group.cards), ...fitting])],
    };
    groups = [...groups.filter((group) => !joined.includes(group)), merged];
  }
  return groups.map((group) => [group.intents, group.cards]);
}

function mayHaveMade(
  { operation, owners, text, at: startedAt, answeredAt, clockOffset }: OpenIntent,
  card: Json,
): boolean {
  const asked = { operation, owners, times: timesSent(operation, text), id: undefined };
  const during = { startedAt, endedAt: answeredAt ?? startedAt + longestWay };
  // Without a time of its own nothing tells it from the cards of others.
  const isTimed = ['/createdDateTime', '/clockInEvent/dateTime'].some(
    (place) => meantInstant(at(card, place)) !== undefined,
  );
  return (
    isTimed && whyAnother(card, asked, during, clockOffset) === undefined && saysTheSame(operation, bodyIn(text), card)
  );
}

/** Whether the notes and the place are those that were sent; what the card does not show speaks neither way. */
function saysTheSame(operation: OpenIntent['operation'], sent: JsonObject, card: Json): boolean {
  const event = operation === 'clockIn' ? sent : sent['clockInEvent'];
  const shown = at(card, '/clockInEvent');
  if (!isJsonObject(shown) || !isJsonObject(event)) return true;
  const [notes, shownNotes] = [at(event, '/notes/content'), at(shown, '/notes/content')];
  const [place, shownPlace] = [event['isAtApprovedLocation'], shown['isAtApprovedLocation']];
  const isNoted = notes === undefined ? !shownNotes : shownNotes === undefined || shownNotes === notes;
  return isNoted && (typeof place !== 'boolean' || typeof shownPlace !== 'boolean' || place === shownPlace);
}

function bodyIn(text: string | undefined): JsonObject {
  try {
    const body = JSON.parse(text ?? '') as Json;
    return isJsonObject(body) ? body : {};
  } catch {
    return {};
  }
}
