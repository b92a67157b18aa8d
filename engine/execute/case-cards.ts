import type { Exchange } from '../../traffic/exchange.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import { leavesInDoubt } from '../../traffic/undecided-status.ts';
import type { Target } from '../../targets/target.ts';
import { addressableIdIn, cardIdsIn } from './answers.ts';
import type { Handle, Step } from '../cases/case.ts';

/** The cards of one case: what stands behind its handles, and what is known of it. */
export class CaseCards {
  /** Those that are ours and still there. */
  readonly present = new Map<Handle, string>();
  readonly #target: Pick<Target, 'owns'>;
  /** All that the case has met, deleted ones and those of others too, so that they can be looked for. */
  readonly #ids = new Map<Handle, string>();
  readonly #askedAt = new Map<Handle, number>();
  readonly #closed = new Set<Handle>();
  readonly #perhapsGone = new Set<Handle>();
  readonly #shown = new Map<Handle, Json>();
  /** Where the cards are that were made in another team. */
  readonly #teams = new Map<Handle, Step['team']>();

  constructor(target: Pick<Target, 'owns'>) {
    this.#target = target;
  }

  get ids(): Iterable<string> {
    return this.#ids.values();
  }

  idOf(handle: Handle | undefined): string | undefined {
    return handle === undefined ? undefined : this.#ids.get(handle);
  }

  /** The card as it was last shown. */
  shown(handle: Handle | undefined): Json | undefined {
    return handle === undefined ? undefined : this.#shown.get(handle);
  }

  mayBeOpen(handle: Handle): boolean {
    return !this.#closed.has(handle);
  }

  /** Of a delete of the card nobody knows whether it was done. */
  mayBeGone(handle: Handle): boolean {
    return this.#perhapsGone.has(handle);
  }

  /** When the card was asked for, in milliseconds since the epoch. */
  askedAt(handle: Handle): number | undefined {
    return this.#askedAt.get(handle);
  }

  placeOf(handle: Handle): Pick<Step, 'team'> {
    const team = this.#teams.get(handle);
    return team === undefined ? {} : { team };
  }

  /** Which card is deleted between the first page of a list and the next. */
  doomed({ deletedMeanwhile }: Pick<Step, 'deletedMeanwhile'>, firstPage: Exchange): Handle | undefined {
    if (typeof deletedMeanwhile !== 'object') return deletedMeanwhile;
    const shown = new Set(cardIdsIn(firstPage));
    return deletedMeanwhile.find((handle) => {
      const id = this.present.get(handle);
      return id !== undefined && !shown.has(id);
    });
  }

  /** Takes in what a step has come to. */
  learn(step: Step, exchange: Exchange): void {
    if (step.operation === 'delete' && step.card !== undefined && isLost(exchange)) this.#perhapsGone.add(step.card);
    if (!isAccepted(exchange)) return;
    const body = bodyOf(exchange);
    if (step.makes !== undefined && this.keep(step.makes, step, exchange)) {
      if (isJsonObject(body) && body['state'] === 'clockedOut') this.#closed.add(step.makes);
    }
    if (step.card === undefined) return;
    if (step.operation === 'get' && body !== undefined) this.#shown.set(step.card, body);
    if (step.operation === 'clockOut') this.#closed.add(step.card);
    // A replace may open a closed card again.
    if (step.operation === 'replace') this.#closed.delete(step.card);
    // One card under two handles, where a second clockIn is answered with the open one, is gone for both.
    const gone = step.operation === 'delete' ? this.#ids.get(step.card) : undefined;
    for (const [handle, known] of this.present) if (known === gone) this.present.delete(handle);
  }

  /** Puts the card in an accepted answer behind a handle. False where the answer has none that can be addressed. */
  keep(handle: Handle, { team }: Step, exchange: Exchange): boolean {
    const id = isAccepted(exchange) ? addressableIdIn(bodyOf(exchange)) : undefined;
    if (id === undefined) return false;
    this.#ids.set(handle, id);
    this.#askedAt.set(handle, exchange.startedAt);
    if (team !== undefined) this.#teams.set(handle, team);
    if (this.#target.owns(id)) this.present.set(handle, id);
    return true;
  }
}

function isAccepted({ outcome }: Exchange): boolean {
  return outcome.kind === 'response' && outcome.status >= 200 && outcome.status < 300;
}

/** No answer, or one that does not say whether the request was carried out. */
function isLost({ outcome }: Exchange): boolean {
  return outcome.kind === 'transport' || leavesInDoubt(outcome.status);
}

function bodyOf({ outcome }: Exchange): Json | undefined {
  return outcome.kind === 'response' && outcome.body.kind === 'json' ? outcome.body.value : undefined;
}
