import type { Entry, Trace } from '../trace/trace.ts';

/** The last exchange may be taken back, and with it one that was beside it. */
export const mayBeTakenBack = 2;

interface Gathering<Kept> {
  readonly kept: Kept;
  /** So many exchanges of the trace are in. */
  seen: number;
}

/**
 * What a scope looks for in the whole of a trace, gathered as the trace grows: a capture may hold a hundred thousand
 * exchanges, and nobody can go through all of them again for each that comes.
 */
export class Gathered<Kept> {
  readonly #gatherings = new WeakMap<Trace, Gathering<Kept>>();
  readonly #empty: () => Kept;
  readonly #note: (kept: Kept, entry: Entry, trace: Trace) => void;

  /** @param note adds an exchange to what is kept of a trace */
  constructor(empty: () => Kept, note: (kept: Kept, entry: Entry, trace: Trace) => void) {
    this.#empty = empty;
    this.#note = note;
  }

  /** What is kept of the trace so far, but for its latest exchanges, which may still be taken back. */
  of(trace: Trace): { readonly kept: Kept; readonly latest: readonly Entry[] } {
    const gathering = this.#gatherings.get(trace) ?? { kept: this.#empty(), seen: 0 };
    this.#gatherings.set(trace, gathering);
    const { entries } = trace;
    for (; gathering.seen < entries.length - mayBeTakenBack; gathering.seen += 1) {
      const entry = entries[gathering.seen];
      if (entry !== undefined) this.#note(gathering.kept, entry, trace);
    }
    return { kept: gathering.kept, latest: entries.slice(gathering.seen) };
  }
}
