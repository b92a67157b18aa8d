import type { WireRequest } from '../wire.ts';
import type { Interaction } from './format.ts';
import { RecordingMismatch } from './mismatch.ts';
import { differenceBetween, requestKey, meaningOf } from './request-key.ts';

/**
 * The interactions of a recording, in the order in which the requests were sent. A run asks for them in that order,
 * since all its traffic follows from its seed and from the answers. Only requests that were under way at the same time
 * may come in another order: who was first there was chance.
 */
export class Tape {
  readonly #groups: readonly (readonly Interaction[])[];
  #group = 0;
  #left: Interaction[];
  #taken = 0;
  #failure: RecordingMismatch | undefined;
  readonly #length: number;

  constructor(interactions: readonly Interaction[]) {
    this.#groups = overlapping(interactions);
    this.#left = [...(this.#groups[0] ?? [])];
    this.#length = interactions.length;
  }

  /**
   * The interaction that begins with this request.
   * @throws RecordingMismatch
   */
  take(request: WireRequest): Interaction {
    if (this.#failure !== undefined) throw this.#failure;
    const place = this.#placeOf(request);
    const found = this.#left[place];
    if (found === undefined) throw this.fail(this.#whyNot(request));
    this.#left.splice(place, 1);
    this.#taken += 1;
    if (this.#left.length === 0) this.#left = [...(this.#groups[(this.#group += 1)] ?? [])];
    return found;
  }

  /** A formatter may have changed the order of members in the file: only where no request is the same to the last byte. */
  #placeOf(request: WireRequest): number {
    const key = requestKey(request);
    const exact = this.#left.findIndex(({ request: recorded }) => requestKey(recorded) === key);
    if (exact >= 0) return exact;
    const meaning = meaningOf(request);
    return this.#left.findIndex(({ request: recorded }) => meaningOf(recorded) === meaning);
  }

  /** From now on every request gets this answer: what a run does after a mismatch, such as tidying up, says nothing. */
  fail(sentence: string): RecordingMismatch {
    return (this.#failure ??= new RecordingMismatch(sentence));
  }

  /** @throws RecordingMismatch if it goes on, or if it did not match before */
  finish(): void {
    const [next] = this.#left;
    if (this.#failure === undefined && next !== undefined) this.fail(this.#missing(next));
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** What can be said when a run waits for an answer and sends nothing more. */
  stalled(): RecordingMismatch {
    const [next] = this.#left;
    return this.fail(next === undefined ? 'The answers in the recording do not end' : this.#missing(next));
  }

  #missing({ number, request: { method, url } }: Interaction): string {
    return `Request ${number} of ${this.#length} in the recording, ${method} ${url}, was not sent this time`;
  }

  #whyNot(request: WireRequest): string {
    const asked = `Request ${this.#taken + 1}, ${request.method} ${request.url},`;
    const [first] = this.#left;
    if (first === undefined) return `${asked} is one more than the ${this.#length} of the recording`;
    const nearest = this.#left.find(({ request: { method, url } }) => method === request.method && url === request.url);
    return `${asked} is not the one that was recorded there: ${differenceBetween(request, (nearest ?? first).request)}`;
  }
}

/** Divides them where everything sent so far was answered before the next request was sent. */
function overlapping(interactions: readonly Interaction[]): readonly (readonly Interaction[])[] {
  const groups: Interaction[][] = [];
  let busyUntil = -Infinity;
  for (const interaction of interactions) {
    const last = groups.at(-1);
    if (last !== undefined && interaction.startedAt < busyUntil) last.push(interaction);
    else groups.push([interaction]);
    busyUntil = Math.max(busyUntil, interaction.endedAt);
  }
  return groups;
}
