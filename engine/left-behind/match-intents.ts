import type { Json } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { isAddressable } from '../../targets/ledger/addressable.ts';
import { cardAskedFor } from '../../targets/ledger/asked-card.ts';
import { likeness, type Likeness } from '../../targets/ledger/likeness.ts';
import type { OpenIntent } from '../../targets/ledger/read-journals.ts';

/** What became of requests of which nobody knows what they made. */
export interface Matched {
  /** Ids of cards that can be nobody's but ours. */
  readonly ours: readonly string[];
  /** Ids of cards of which one or another may be ours. */
  readonly ambiguous: readonly string[];
  /** Ids of cards that are like ours, and somebody else's: what we asked for was found. */
  readonly alike: readonly string[];
  /** Requests of which it is known what they made, if anything. */
  readonly settled: readonly OpenIntent[];
}

/** How long a request may have been under way whose answer never came, in milliseconds. */
const longestWay = 30_000;

/**
 * Looks for the cards of open intents in a list of all that are there. A card is ours if it shows the user, the times and the
 * notes that were asked for, was not there before, and if there are no more such cards than such requests. Where no notes
 * were sent, no card may be there besides that could be the one.
 *
 * @param isOfOthers whether an id is known to be another card's than the one of an intent
 */
export function matchIntents(
  intents: readonly OpenIntent[],
  cards: readonly Json[],
  isOfOthers: (id: string, intent: OpenIntent) => boolean,
): Matched {
  const pairs = intents.flatMap((intent) => cards.flatMap((card) => pairOf(intent, card, isOfOthers) ?? []));
  const ours = new Set<string>();
  const ambiguous = new Set<string>();
  const settled = new Set<OpenIntent>();
  for (const group of groupsOf(pairs.filter(({ like }) => like === 'told'))) {
    if (group.ids.length > group.intents.length) {
      for (const id of group.ids) ambiguous.add(id);
      continue;
    }
    for (const id of group.ids) ours.add(id);
    // Of requests that said the same it does not matter which one made the card.
    for (const intent of group.intents.slice(0, group.ids.length)) settled.add(intent);
  }
  const open = pairs.filter(({ id, intent }) => !ours.has(id) && !settled.has(intent));
  for (const group of groupsOf(open)) {
    const isCertain = group.ids.length <= group.intents.length && group.pairs.every(({ like }) => like === 'alike');
    for (const id of group.ids) (isCertain ? ours : ambiguous).add(id);
    if (isCertain) for (const intent of group.intents) settled.add(intent);
  }
  const withoutAny = intents.filter((intent) => !open.some((pair) => pair.intent === intent));
  const alike = pairs.map(({ id }) => id).filter((id) => !ours.has(id) && !ambiguous.has(id));
  return {
    ours: [...ours],
    ambiguous: [...ambiguous],
    alike: [...new Set(alike)],
    settled: intents.filter((intent) => settled.has(intent) || withoutAny.includes(intent)),
  };
}

/** A card that may have come of a request. */
interface Pair {
  readonly intent: OpenIntent;
  readonly id: string;
  readonly like: Exclude<Likeness, 'none'>;
}

function pairOf(
  intent: OpenIntent,
  card: Json,
  isOfOthers: (id: string, intent: OpenIntent) => boolean,
): Pair | undefined {
  const id = at(card, '/id');
  if (typeof id !== 'string' || !isAddressable(id) || isOfOthers(id, intent)) return undefined;
  const { at: startedAt, answeredAt = startedAt + longestWay, clockOffset } = intent;
  const like = likeness(card, cardAskedFor(intent, intent.text), { startedAt, endedAt: answeredAt }, clockOffset);
  return like === 'none' ? undefined : { intent, id, like };
}

interface Group {
  readonly intents: readonly OpenIntent[];
  readonly ids: readonly string[];
  readonly pairs: readonly Pair[];
}

/** Intents that share a card stand together, with the cards of all of them. */
function groupsOf(pairs: readonly Pair[]): readonly Group[] {
  let groups: Group[] = [];
  for (const pair of pairs) {
    const joined = groups.filter(({ intents, ids }) => intents.includes(pair.intent) || ids.includes(pair.id));
    const merged = {
      intents: [...new Set([...joined.flatMap(({ intents }) => intents), pair.intent])],
      ids: [...new Set([...joined.flatMap(({ ids }) => ids), pair.id])],
      pairs: [...joined.flatMap((group) => group.pairs), pair],
    };
    groups = [...groups.filter((group) => !joined.includes(group)), merged];
  }
  return groups;
}
