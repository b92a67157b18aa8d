import type { Json } from '../../traffic/json.ts';
import { locate } from '../../traffic/location.ts';
import { at } from '../../traffic/pointer.ts';
import { parsedJson } from '../parsed-json.ts';
import { ServerClock } from '../server-clock.ts';
import type { Times, WireOutcome, WireRequest } from '../wire.ts';
import { askedCard, whyAnother, type AskedCard, type Askers } from './asked-card.ts';
import { cardIdIn } from './card-id.ts';
import { isUnrepeatable, mostRemoved, type OwnershipChange, type WhyNotOurs } from './ownership.ts';
import { SeenIds } from './seen-ids.ts';

/** A card of ours, as its maker was answered it: enough to know it again. */
export interface OwnCard {
  readonly id: string;
  readonly userId?: string;
  readonly createdDateTime?: string;
  readonly clockedInAt?: string;
}

/** One that is remembered, with the users to whom our own replaces may have given it. */
interface KnownCard extends OwnCard {
  readonly givenTo?: readonly string[];
}

/** So many ids of others are told of, none longer than that: what is beyond is no team's. */
const [mostTold, longestTold] = [20_000, 200];

/** What an answer says of the cards that are ours. */
export interface Learnt extends OwnershipChange {
  /** The request asked for a card. */
  readonly asked?: AskedCard;
  readonly made?: OwnCard;
  /** The id of the card that was deleted. */
  readonly removed?: string;
}

/**
 * The cards that this run made: only they can be the object of a write. A card is ours if its id came in the accepted answer
 * to our own request for a new one, if nothing had shown that id before, and if the answer fits what was asked for.
 */
export class Ledger {
  readonly #askers: Askers;
  /** Those that are still there, as far as is known. */
  readonly #there = new Map<string, KnownCard>();
  readonly #removed = new Map<string, KnownCard>();
  readonly #seen = new SeenIds();
  /** Ids that are not ours and were shown since they were last told of. */
  #shown: string[] = [];
  #told = 0;
  readonly #clock = new ServerClock();
  #clockOffset: number | undefined;
  #givesIdsAgain = false;
  #forgetsDeleted = false;

  constructor(askers: Askers) {
    this.#askers = askers;
  }

  /** How far the server's clock is ahead of ours, in milliseconds; undefined where no answer had a date that tells it. */
  get clockOffset(): number | undefined {
    return this.#clockOffset;
  }

  /** The ids that were shown since the last call and are not ours: no request from now on can have made them. */
  takeShown(): readonly string[] {
    const shown = this.#shown.filter((id) => !this.#there.has(id) && !this.#removed.has(id));
    this.#shown = [];
    this.#told += shown.length;
    return shown;
  }

  /**
   * True for a card that we made, and for one that we deleted as long as no answer has shown its id since: on a server of
   * which it was seen that what is deleted is gone, and that gives no such id twice.
   */
  permits(id: string): boolean {
    if (this.#there.has(id)) return true;
    return this.#forgetsDeleted && !this.#givesIdsAgain && isUnrepeatable(id) && this.#removed.has(id);
  }

  /** True for an id that was shown, or is or was that of a card of ours. */
  knows(id: string): boolean {
    return this.#there.has(id) || this.#removed.has(id) || this.#seen.has(id);
  }

  /** Takes in a card that an earlier run made, once it is known to be that one. */
  adopt(card: OwnCard): void {
    this.#there.set(card.id, card);
  }

  /** Takes in the answer to a request. To be told every one, in the order in which they come. */
  learn(request: WireRequest, outcome: WireOutcome, during: Times): Learnt {
    if (request.method === 'PUT') this.#noteOwner(request);
    if (outcome.kind !== 'response') return {};
    const offset = this.#clock.presumedOffset({ headers: outcome.headers, ...during }) ?? this.#clockOffset;
    this.#clockOffset = this.#clock.isClock ? offset : undefined;
    if (request.method === 'GET' && (outcome.status === 404 || outcome.status === 410))
      this.#forgetsDeleted ||= this.#removed.has(locate(request.method, request.url)?.cardId ?? '');
    if (outcome.status < 200 || outcome.status > 299) return {};
    if (request.method === 'DELETE') return this.#remove(locate(request.method, request.url)?.cardId);
    const body = jsonIn(outcome.text);
    if (body === undefined) return {};
    const asked = askedCard(request, this.#askers);
    return asked === undefined ? this.#look(body) : this.#make(asked, body, outcome.text, during);
  }

  /** A late read may show a card as a replace has left it. */
  #noteOwner({ method, url, text = '' }: WireRequest): void {
    const card = this.#there.get(locate(method, url)?.cardId ?? '');
    const userId = at(jsonIn(text) ?? null, '/userId');
    if (card === undefined || typeof userId !== 'string' || card.givenTo?.includes(userId) === true) return;
    this.#there.set(card.id, { ...card, givenTo: [...(card.givenTo ?? []), userId] });
  }

  #remove(id: string | undefined): Learnt {
    const card = this.#there.get(id ?? '');
    if (card === undefined) return {};
    this.#there.delete(card.id);
    this.#removed.set(card.id, card);
    const [oldest] = this.#removed.keys();
    if (this.#removed.size > mostRemoved && oldest !== undefined) this.#removed.delete(oldest);
    return { removed: card.id };
  }

  #make(asked: AskedCard, body: Json, text: string, during: Times): Learnt {
    const found = cardIdIn(text);
    if (found === undefined) return { asked };
    if ('unusable' in found) return { asked, notOurs: found.unusable };
    const { id } = found;
    // A clockIn may be answered with our own card that is still open.
    if (this.#there.has(id)) return { asked };
    if (this.#removed.has(id)) return { asked, ...this.#givenAgain(id, asked) };
    const why = this.#whySeen(id) ?? whyAnother(body, asked, during, this.#clockOffset);
    this.#see(id);
    if (why !== undefined) return { asked, notOurs: why };
    const made = asOwn(id, body);
    this.#there.set(id, made);
    return { asked, made, ...(isUnrepeatable(id) ? {} : { idMayComeAgain: true as const }) };
  }

  #see(id: string): void {
    const isNew = !this.#seen.has(id);
    this.#seen.add(id);
    if (isNew && id.length <= longestTold && this.#told + this.#shown.length < mostTold) this.#shown.push(id);
  }

  #whySeen(id: string): WhyNotOurs | undefined {
    if (!this.#seen.has(id)) return undefined;
    return this.#seen.isFull ? 'tooManySeen' : 'seenBefore';
  }

  #givenAgain(id: string, { body: { id: wanted } }: AskedCard): OwnershipChange {
    // Where we asked for the id, that it comes says nothing of other ids.
    if (wanted !== id) this.#givesIdsAgain = true;
    this.#removed.delete(id);
    return { notOurs: 'idGivenAgain', ...(wanted === id ? {} : { givesIdsAgain: true }) };
  }

  /** A read: what it shows was there before anything that we ask for from now on. */
  #look(body: Json): Learnt {
    const shownAgain: string[] = [];
    for (const [pointer, card] of cardsIn(body)) {
      const id = at(card, '/id');
      if (typeof id !== 'string' && typeof id !== 'number') continue;
      const removed = this.#removed.get(String(id));
      if (removed !== undefined && !isSame(removed, card)) {
        this.#removed.delete(removed.id);
        shownAgain.push(`${pointer}/id`);
        this.#givesIdsAgain = true;
      }
      this.#see(String(id));
    }
    return shownAgain.length === 0 ? {} : { shownAgain, givesIdsAgain: true };
  }
}

function jsonIn(text: string): Json | undefined {
  try {
    return parsedJson(text);
  } catch {
    return undefined;
  }
}

function* cardsIn(body: Json): Generator<readonly [pointer: string, card: Json]> {
  yield ['', body];
  const pointer = Array.isArray(body) ? '' : '/value';
  const list = at(body, pointer);
  if (!Array.isArray(list)) return;
  for (const [index, item] of (list as readonly Json[]).entries()) yield [`${pointer}/${index}`, item];
}

/** What is kept of a card of ours. */
export function asOwn(id: string, card: Json): OwnCard {
  const texts = {
    userId: at(card, '/userId'),
    createdDateTime: at(card, '/createdDateTime'),
    clockedInAt: at(card, '/clockInEvent/dateTime'),
  };
  const told = Object.entries(texts).filter(([, value]) => typeof value === 'string' && value.length < 200);
  return { id, ...(Object.fromEntries(told) as Omit<OwnCard, 'id'>) };
}

/** A deleted card that is still shown as it was made, or as we replaced it: a read that lags behind, or a delete that did nothing. */
function isSame({ userId, createdDateTime, givenTo = [] }: KnownCard, card: Json): boolean {
  const shown = at(card, '/userId');
  const owners = [userId, ...givenTo].map((owner) => owner?.toLowerCase());
  const isOfOwner = userId === undefined || (typeof shown === 'string' && owners.includes(shown.toLowerCase()));
  return createdDateTime !== undefined && createdDateTime === at(card, '/createdDateTime') && isOfOwner;
}
