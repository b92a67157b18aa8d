import type { Actor } from '../../traffic/actor.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import { routes, type Operation } from '../../traffic/operation.ts';
import type { LeftCard } from '../../targets/ledger/read-journals.ts';
import type { Target } from '../../targets/target.ts';

/** The server cannot be asked. */
export class Unaskable extends Error {
  override readonly name = 'Unaskable';
}

/** What a clean-up asks of a server, by whoever may know of the card. */
export class CleanUpRequests {
  readonly #target: Target;

  constructor(target: Target) {
    this.#target = target;
  }

  /** The card as the first of those sees it to whom it is not unknown: a service may hide it from anybody but its user. */
  async find(card: LeftCard): Promise<{ readonly exchange: Exchange; readonly actor: Actor }> {
    let exchange = await this.send('get', card.teamId, card.id);
    for (const actor of this.#others) {
      if (!isUnknown(statusIn(exchange))) break;
      const other = await this.send('get', card.teamId, card.id, { actor });
      if (statusIn(other) === 200) return { exchange: other, actor };
      if (!isUnknown(statusIn(other))) continue;
      exchange = other;
    }
    return { exchange, actor: 'caller' };
  }

  /** Those beside the caller who may have made cards. */
  get #others(): readonly Actor[] {
    return (['secondUser', 'application'] as const).filter((actor) => this.#target.actors.has(actor));
  }

  /** That a card is unknown to whoever is not its user says nothing, where it is known who was asked. */
  hasAskedItsUser({ userId }: LeftCard): boolean {
    const { capabilities, actors, people } = this.#target;
    if (userId === undefined || !capabilities.has('callerIdentity')) return true;
    const asked = [people.callerId, ...(actors.has('secondUser') ? [people.onBehalfOfUserId] : [])];
    return asked.some((user) => user?.toLowerCase() === userId.toLowerCase());
  }

  /** An application names a user. */
  #inTheNameOf(actor: Actor): Readonly<Record<string, string>> {
    const { callerId, onBehalfOfUserId = callerId } = this.#target.people;
    return actor === 'application' ? { 'MS-APP-ACTS-AS': onBehalfOfUserId } : {};
  }

  async send(
    operation: Operation,
    teamId: string,
    id?: string,
    { actor = 'caller', link }: { readonly actor?: Actor; readonly link?: string } = {},
  ): Promise<Exchange> {
    const { method, action } = routes[operation];
    const collection = `/teams/${encodeURIComponent(teamId)}/schedule/timeCards`;
    const card = id === undefined ? '' : `/${encodeURIComponent(id)}`;
    const isAction = operation === 'clockOut';
    const exchange = await this.#target.send({
      operation,
      method,
      path: link ?? `${collection}${card}${action === undefined ? '' : `/${action}`}`,
      actor,
      headers: { ...this.#inTheNameOf(actor), ...(isAction ? { 'Content-Type': 'application/json' } : {}) },
      ...(isAction ? { text: '{}' } : {}),
      ...(id === undefined ? {} : { card: { id, madeUp: false } }),
      purpose: 'cleanUp',
    });
    const { outcome, request } = exchange;
    const asked = `${request.method} ${request.url}`;
    if (outcome.kind === 'transport')
      throw new Unaskable(`${asked} got no answer (${outcome.detail}); start the server`);
    // Whoever may read the card is the right one: that it cannot be deleted concerns this card alone.
    if (actor === 'caller' && (outcome.status === 401 || (outcome.status === 403 && method === 'GET')))
      throw new Unaskable(`${asked} was answered ${outcome.status}; set TIMECARD_TOKEN to the token of that run`);
    return exchange;
  }
}

export function isUnknown(status: number): boolean {
  return status === 404 || status === 410;
}

export function statusIn({ outcome }: Exchange): number {
  return outcome.kind === 'response' ? outcome.status : 0;
}
