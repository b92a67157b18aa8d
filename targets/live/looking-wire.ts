import type { Json } from '../../traffic/json.ts';
import { locate } from '../../traffic/location.ts';
import { isWrite, type Operation } from '../../traffic/operation.ts';
import { at } from '../../traffic/pointer.ts';
import { isThrottling, leavesInDoubt } from '../../traffic/undecided-status.ts';
import type { Clock } from '../clock.ts';
import { isAddressable } from '../ledger/addressable.ts';
import { askedCard, type Askers } from '../ledger/asked-card.ts';
import type { GuardedWire } from '../ledger/guarded-wire.ts';
import { asOwn } from '../ledger/ledger.ts';
import { likeness } from '../ledger/likeness.ts';
import { parsedJson } from '../parsed-json.ts';
import type { Times, Wire, WireAnswer, WireRequest } from '../wire.ts';

export interface LookingSettings extends Askers {
  readonly clock: Clock;
  /** What it reads to find out more: not by the way of the run, whose ledger would take a card that is found for somebody else's. */
  readonly reader: Pick<Wire, 'send'>;
  readonly guard: Pick<GuardedWire, 'knows' | 'adopt' | 'clockOffset'>;
}

/** How often a write is repeated whose effect a look has not shown. */
const mostRepeats = 4;
/** A list may show a card late: pauses before it is looked for once more, in milliseconds. */
const pausesBeforeLooks = [0, 4000, 8000] as const;
/** Pages of a list in which a card of ours is looked for; what lies further back `cleanup` finds. */
const mostPages = 12;

/**
 * Looks before it repeats. A service may have done a write that it answered 429 or 5xx, or whose answer got lost: to repeat it
 * unseen could make a second card, or break what was begun. Staff of Microsoft said of 429 that "the API may successfully
 * complete the operation but still return a 429" (learn Q&A 5529013, 2025-08-21).
 *
 * - For a card: it is looked for in the list; what is found is taken away, and then the request is repeated.
 * - On a card: the card is looked at; where it does not show the effect, the write is repeated. A repetition that is refused
 *   proves nothing, since the first may have been done: then the first answer stays, of which nobody knows what came of it.
 */
export class LookingWire implements Wire {
  readonly #inner: Wire;
  readonly #settings: LookingSettings;

  constructor(inner: Wire, settings: LookingSettings) {
    this.#inner = inner;
    this.#settings = settings;
  }

  async send(request: WireRequest): Promise<WireAnswer> {
    const location = locate(request.method, request.url);
    const { clock } = this.#settings;
    const startedAt = clock.now();
    const first = await this.#inner.send(request);
    const operation = location?.operation ?? 'unknown';
    if (operation === 'unknown' || !isWrite(operation) || !isDoubtful(first)) return first;
    let [answer, asides, throttled] = [first, 0, isThrottled(first) ? 1 : 0];
    const { spare = Infinity } = request;
    for (let repeat = 0; repeat < mostRepeats && isDoubtful(answer) && asides < spare; repeat += 1) {
      const during = { startedAt, endedAt: clock.now() };
      const look =
        location?.cardId === undefined
          ? await this.#takeBack(request, during, spare - asides)
          : await this.#look(request, operation, location.cardId);
      asides += look.requests;
      if (!look.mayRepeat || asides >= spare) break;
      const next = await this.#inner.send(request);
      asides += 1;
      throttled += isThrottled(next) ? 1 : 0;
      // What never arrived says no more of the first one than a refusal.
      if (isRefused(next) || hasNotArrived(next)) break;
      answer = next;
    }
    return { ...answer, asides: { requests: asides, throttled } };
  }

  hurry(): void {
    this.#inner.hurry();
  }

  close(): void {
    this.#inner.close();
  }

  /** Takes away what a request for a card has made, if it has. @param most requests that it may take */
  async #takeBack(request: WireRequest, during: Times, most: number): Promise<Look> {
    const asked = askedCard(request, this.#settings);
    const collection = request.url.replace(/(\/timecards)(\/[^/?]*)?(\?.*)?$/i, '$1');
    const { guard } = this.#settings;
    let requests = 0;
    // Of nobody in particular it could be anybody's card that began at the same time.
    if (asked?.owners === undefined) return { mayRepeat: false, requests };
    for (const pause of pausesBeforeLooks) {
      if (pause > 0) await this.#settings.clock.pause(pause);
      const { cards, requests: pages } = await this.#list(collection, request, most - requests);
      requests += pages;
      if (cards === undefined) return { mayRepeat: false, requests };
      const like = cards.flatMap((card) => {
        const id = at(card, '/id');
        if (typeof id !== 'string' || !isAddressable(id) || guard.knows(id)) return [];
        const how = likeness(card, asked, during, guard.clockOffset);
        return how === 'none' ? [] : [{ card, how }];
      });
      const told = like.filter(({ how }) => how === 'told');
      const [found, ...others] = told.length === 0 ? like : told;
      // Which of them is ours, or whether it is, nobody can tell: they are left alone, and the journal knows of the request.
      if (others.length > 0 || found?.how === 'possible') return { mayRepeat: false, requests };
      const card = found?.card;
      if (card === undefined) continue;
      const id = String(at(card, '/id'));
      if (requests >= most) return { mayRepeat: false, requests };
      guard.adopt(asOwn(id, card));
      const removal = await this.#inner.send(besides(request, 'DELETE', `${collection}/${encodeURIComponent(id)}`));
      const isGone = removal.kind === 'response' && (removal.status < 300 || removal.status === 404);
      return { mayRepeat: isGone, requests: requests + 1 };
    }
    return { mayRepeat: true, requests };
  }

  async #list(
    collection: string,
    request: WireRequest,
    most: number,
  ): Promise<{ cards: readonly Json[] | undefined; requests: number }> {
    const cards: Json[] = [];
    let url: string | undefined = collection;
    let requests = 0;
    while (url !== undefined && requests < mostPages) {
      if (requests >= most) return { cards: undefined, requests };
      const answer = await this.#settings.reader.send(besides(request, 'GET', url));
      requests += 1;
      const body: Json | undefined = bodyOf(answer);
      const items = at(body, '/value');
      if (!Array.isArray(items)) return { cards: undefined, requests };
      cards.push(...(items as readonly Json[]));
      const link: Json | undefined = at(body, '/@odata.nextLink');
      const isOurs =
        typeof link === 'string' && URL.canParse(link) && new URL(link).origin === new URL(collection).origin;
      url = isOurs ? link : undefined;
    }
    return { cards, requests };
  }

  /** A repetition makes sense where the card is there and does not show what was to be done. */
  async #look(request: WireRequest, operation: Operation, cardId: string): Promise<Look> {
    const url = `${request.url.replace(/(\/timecards)\/.*$/i, '$1')}/${encodeURIComponent(cardId)}`;
    const card = bodyOf(await this.#settings.reader.send(besides(request, 'GET', url)));
    return { mayRepeat: card !== undefined && !showsEffect(operation, card), requests: 1 };
  }
}

/** A request of ours beside another one, as the same caller. */
function besides({ headers, asked }: WireRequest, method: 'GET' | 'DELETE', url: string): WireRequest {
  const kept = headers.filter(([name]) => ['authorization', 'accept', 'ms-app-acts-as'].includes(name.toLowerCase()));
  return { method, url, headers: kept, text: undefined, ...(asked === undefined ? {} : { asked }) };
}

interface Look {
  readonly mayRepeat: boolean;
  readonly requests: number;
}

function isThrottled(answer: WireAnswer): boolean {
  return answer.kind === 'response' && isThrottling(answer.status);
}

/** Nobody knows whether the write was done. */
function isDoubtful(answer: WireAnswer): boolean {
  return answer.kind === 'transport' ? !hasNotArrived(answer) : leavesInDoubt(answer.status);
}

function hasNotArrived(answer: WireAnswer): boolean {
  return answer.kind === 'transport' && answer.fault === 'refused';
}

function isRefused(answer: WireAnswer): boolean {
  return answer.kind === 'response' && answer.status >= 400 && answer.status < 500 && !isDoubtful(answer);
}

/** Whether a card may be as the write would leave it; of a replace nothing is said, since it may be done twice. */
function showsEffect(operation: Operation, card: Json): boolean {
  const state = at(card, '/state');
  switch (operation) {
    case 'startBreak':
      return state === 'onBreak';
    case 'endBreak':
      return state !== 'onBreak';
    case 'clockOut':
      return state === 'clockedOut';
    case 'confirm':
    case 'confirmForUser':
      return at(card, '/confirmedBy') !== 'none';
    default:
      return false;
  }
}

function bodyOf(answer: WireAnswer): Json | undefined {
  if (answer.kind !== 'response' || answer.status !== 200) return undefined;
  try {
    return parsedJson(answer.text);
  } catch {
    return undefined;
  }
}
