import type { Actor } from '../../traffic/actor.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import type { Json } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { meantInstant } from '../../targets/ledger/instant.ts';
import type { OwnCard } from '../../targets/ledger/ledger.ts';
import type { LeftBehind, LeftCard, OpenIntent } from '../../targets/ledger/read-journals.ts';
import { dropJournal, noteInJournal } from '../../targets/ledger/settle-journal.ts';
import type { Target } from '../../targets/target.ts';
import { sameOrigin } from '../execute/answers.ts';
import { nextLinkOf } from '../../traffic/next-link.ts';
import { CleanUpRequests, isUnknown, statusIn, Unaskable } from './clean-up-requests.ts';
import { matchIntents } from './match-intents.ts';

/** What a clean-up came to. */
export interface Swept {
  readonly removed: readonly string[];
  /** Cards that are no longer there, or whose id is another card's by now. */
  readonly gone: readonly string[];
  /** Cards that were made at the same time for the same users, and are not ours. */
  readonly alike: readonly string[];
  /** Cards that are still there and are ours, or may be, each with the reason. */
  readonly kept: readonly string[];
  /** What is not known, each as a sentence that says what to do. */
  readonly unknown: readonly string[];
  /** Why the server could not be asked at all: nothing was done, and nothing is known. */
  readonly obstacle?: string;
}

/** A server that can be written to, once a card is known to be ours. */
export interface Sweepable {
  readonly target: Target;
  readonly adopt: (card: OwnCard) => void;
}

/** More pages than a team has. */
const mostPages = 1000;

/** Removes what one run left behind, and nothing else; notes in its journal what is done. */
export async function sweep(left: LeftBehind, { target, adopt }: Sweepable): Promise<Swept> {
  return new Sweep(left, target, adopt).perform();
}

class Sweep {
  readonly #left: LeftBehind;
  readonly #target: Target;
  readonly #requests: CleanUpRequests;
  readonly #adopt: (card: OwnCard) => void;
  readonly #removed: string[] = [];
  readonly #gone: string[] = [];
  readonly #alike: string[] = [];
  readonly #kept: string[] = [];
  readonly #unknown: string[] = [];

  constructor(left: LeftBehind, target: Target, adopt: (card: OwnCard) => void) {
    this.#left = left;
    this.#target = target;
    this.#requests = new CleanUpRequests(target);
    this.#adopt = adopt;
  }

  async perform(): Promise<Swept> {
    try {
      for (const card of this.#left.cards) await this.#sweepCard(card);
      for (const teamId of new Set(this.#left.intents.map((intent) => intent.teamId))) await this.#sweepIntents(teamId);
    } catch (error) {
      if (!(error instanceof Unaskable)) throw error;
      return { ...this.#swept, obstacle: error.message };
    }
    const { damagedLines, file, run } = this.#left;
    if (damagedLines > 0)
      this.#unknown.push(
        `${file} has ${damagedLines} damaged ${damagedLines === 1 ? 'line' : 'lines'}: look yourself for what else a run of ${run.startedAt} left on team ${run.teamId}, then delete the file`,
      );
    if (this.#kept.length + this.#unknown.length === 0) dropJournal(file);
    return this.#swept;
  }

  get #swept(): Swept {
    return { removed: this.#removed, gone: this.#gone, alike: this.#alike, kept: this.#kept, unknown: this.#unknown };
  }

  async #sweepCard(card: LeftCard): Promise<void> {
    const { exchange, actor } = await this.#requests.find(card);
    const status = statusIn(exchange);
    if (isUnknown(status))
      return this.#requests.hasAskedItsUser(card) ? this.#noteGone(card.id) : this.#keep(card.id, hiddenText(card));
    const shown = bodyOf(exchange);
    if (status !== 200 || shown === undefined) return this.#keep(card.id, answerText('get', exchange));
    switch (isThatOne(card, shown)) {
      case 'another':
        return this.#noteGone(card.id);
      case 'unknown':
        return this.#keep(card.id, 'nothing tells it from a card that got the same id later');
      case 'same':
        return this.#remove(card.teamId, card, shown, actor);
    }
  }

  async #sweepIntents(teamId: string): Promise<void> {
    const intents = this.#left.intents.filter((intent) => intent.teamId === teamId);
    const cards = await this.#list(teamId);
    if (typeof cards === 'string') {
      const [first] = intents;
      this.#unknown.push(`what ${intents.length} requests made from ${timeOf(first)} on is not known: ${cards}`);
      return;
    }
    const { shown, cards: made } = this.#left;
    const isOfOthers = (id: string, { number }: OpenIntent): boolean =>
      (shown.get(id) ?? Infinity) <= number || made.some((card) => card.id === id);
    const { ours, ambiguous, alike, settled } = matchIntents(intents, cards, isOfOthers);
    for (const id of ours) {
      const card = cards.find((one) => at(one, '/id') === id) ?? null;
      await this.#remove(teamId, { id }, card);
    }
    for (const id of ambiguous) this.#keep(id, 'it may be ours, or one that somebody else made at the same time');
    if (ambiguous.length > 0)
      this.#unknown.push(
        `which of these cards are ours is not known, and they are left: remove those that are yourself, and clean up again; delete ${this.#left.file} to have the rest forgotten`,
      );
    this.#alike.push(...alike);
    if (ours.every((id) => this.#removed.includes(id)))
      for (const { number } of settled) noteInJournal(this.#left.file, { kind: 'none', number });
  }

  /** All cards of the team, or why they are not known. */
  async #list(teamId: string): Promise<readonly Json[] | string> {
    const cards: Json[] = [];
    let exchange = await this.#requests.send('list', teamId);
    for (let page = 1; ; page += 1) {
      const items = at(bodyOf(exchange), '/value');
      if (statusIn(exchange) !== 200 || !Array.isArray(items)) return answerText('list', exchange);
      cards.push(...(items as readonly Json[]));
      const link = nextLinkOf(exchange);
      if (link === undefined) return cards;
      if (page >= mostPages || !sameOrigin(link, this.#target.baseUrl)) return 'the list could not be read to its end';
      exchange = await this.#requests.send('list', teamId, undefined, { link });
    }
  }

  /** Deletes the card; where that cannot be, an open one is clocked out, so that it keeps nobody from clocking in. */
  async #remove(teamId: string, card: OwnCard, shown: Json, actor: Actor = 'caller'): Promise<void> {
    this.#adopt(card);
    const exchange = await this.#requests.send('delete', teamId, card.id, { actor });
    const status = statusIn(exchange);
    if ((status >= 200 && status < 300) || isUnknown(status)) {
      this.#removed.push(card.id);
      noteInJournal(this.#left.file, { kind: 'gone', id: card.id });
      return;
    }
    if (at(shown, '/state') !== 'clockedOut') await this.#requests.send('clockOut', teamId, card.id, { actor });
    this.#keep(card.id, answerText('delete', exchange));
  }

  #noteGone(id: string): void {
    this.#gone.push(id);
    noteInJournal(this.#left.file, { kind: 'gone', id });
  }

  #keep(id: string, why: string): void {
    this.#kept.push(`card ${id}: ${why}`);
  }
}

function hiddenText({ userId }: OwnCard): string {
  return `it is not there for whoever was asked, and may be there for its user ${userId}; set the token of that user as TIMECARD_SECOND_USER_TOKEN, and clean up again`;
}

/** By what a card shows all its life; ids may be given again, as by a server in memory that was started anew. */
function isThatOne({ createdDateTime, clockedInAt, userId }: OwnCard, shown: Json): 'same' | 'another' | 'unknown' {
  const owner = at(shown, '/userId');
  if (userId !== undefined && typeof owner === 'string' && owner !== userId) return 'another';
  const [time, place] =
    createdDateTime === undefined
      ? ([clockedInAt, '/clockInEvent/dateTime'] as const)
      : ([createdDateTime, '/createdDateTime'] as const);
  const [made, now] = [meantInstant(time), meantInstant(at(shown, place))];
  if (made === undefined || now === undefined) return 'unknown';
  if (made === now) return 'same';
  // A replacement of ours may have changed when it begins, and never when it was made.
  return createdDateTime === undefined ? 'unknown' : 'another';
}

function answerText(operation: string, { outcome }: Exchange): string {
  return outcome.kind === 'response'
    ? `${operation} was answered ${outcome.status}`
    : `${operation} got no answer (${outcome.detail})`;
}

function bodyOf({ outcome }: Exchange): Json | undefined {
  return outcome.kind === 'response' && outcome.body.kind === 'json' ? outcome.body.value : undefined;
}

function timeOf(intent: OpenIntent | undefined): string {
  return new Date(intent?.at ?? 0).toISOString();
}
