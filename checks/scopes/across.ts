import { isJsonObject, type JsonObject } from '../../traffic/json.ts';
import type { Operation } from '../../traffic/operation.ts';
import { effects } from '../../specs/situation.ts';
import type { Scope, Subject } from '../check.ts';
import { mustSucceed } from '../assertions/expectation.ts';
import { sameActor } from '../assertions/same-actor.ts';
import { isIn } from '../situation.ts';
import type { Entry, Trace } from '../trace/trace.ts';
import { cardAskedFor, isPlain, isPlainGet } from './plain-requests.ts';

/** A card before and after one accepted write. */
export interface Across extends Subject {
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** The write's request body; empty if it had none. */
  readonly sent: JsonObject;
  readonly write: Entry;
  /** Milliseconds between the answer that showed the card before and the write. */
  readonly since: number;
  /** How the card was made; undefined for one that was there before, or was made or edited in a way that no page shows. */
  readonly madeBy: 'clockIn' | 'create' | undefined;
}

/** The first get after one accepted write of the operation, where the documents describe the write's effect. */
export function across(operation: Operation): Scope<Across> {
  return {
    subjects(entry, trace, context) {
      const { answer, before: history } = entry;
      if (entry.operation !== 'get' || !entry.accepted || !isJsonObject(answer)) return [];
      // Another card than the one asked for says nothing about the write; TC-GET-001 blames the get.
      if (typeof answer['id'] === 'string' && answer['id'] !== entry.cardId) return [];
      const [pending, ...others] = history?.writes ?? [];
      if (history?.latest === undefined || history.unsettled === true) return [];
      if (pending?.operation !== operation || others.length > 0) return [];
      const write = trace.at(pending.sequence);
      const then = write?.before;
      if (write === undefined || then === undefined || then.state === 'unknown') return [];
      // What a request with a deliberate defect does where it is accepted is documented nowhere, nor is which of two comes first.
      if (!isPlain(write)) return [];
      if (!isIn(effects[operation], write, trace, context)) return [];
      const { latest } = history;
      const shown = trace.at(latest.sequence)?.exchange.endedAt;
      const since = shown === undefined ? 0 : write.exchange.startedAt - shown;
      const evidence = [latest.sequence, write.sequence, entry.sequence];
      const madeBy = then.documentedLife === true ? then.madeBy?.operation : undefined;
      return [{ before: latest.card, after: answer, sent: write.sent ?? {}, write, since, madeBy, evidence }];
    },
  };
}

/** A card as the write that made it returned it, and as the first get shows it. */
export interface ReadBack extends Subject {
  readonly made: JsonObject;
  /** Undefined if get does not find it. */
  readonly read: JsonObject | undefined;
}

/** The first get of a card after the clockIn or create that made it, with nothing in between, not even a refused write. */
export function readBack(operation: 'clockIn' | 'create'): Scope<ReadBack> {
  return {
    subjects(entry, trace, context) {
      const { answer, before: history } = entry;
      const lost = entry.status === 404 && mustSucceed(entry, trace, context);
      if (!isPlainGet(entry) || !(lost || (entry.accepted && isJsonObject(answer)))) return [];
      if (history?.latest === undefined || history.writes.length + history.refusals.length > 0) return [];
      if (history.madeBy?.operation !== operation || history.madeBy.sequence !== history.latest.sequence) return [];
      const read = entry.accepted && isJsonObject(answer) ? answer : undefined;
      return [{ made: history.latest.card, read, evidence: [history.latest.sequence, entry.sequence] }];
    },
  };
}

/** A card before and after writes to it that were refused. */
export interface AfterRefusals extends Subject {
  readonly before: JsonObject;
  /** Undefined if the card is not there any more. */
  readonly after: JsonObject | undefined;
}

/** The first get after refused writes, beside the last get before them: a get that shows something else is to blame alone. */
export const afterRefusals: Scope<AfterRefusals> = {
  subjects(entry) {
    const { before: history, status } = entry;
    if (!isPlainGet(entry) || history?.latest?.by !== 'get' || history.refusals.length === 0) return [];
    if (history.unsettled === true) return [];
    const evidence = [history.latest.sequence, ...history.refusals, entry.sequence];
    const gone = status === 404 && sameActor(history.madeBy?.actor, entry.exchange.actor);
    if (gone) return [{ before: history.latest.card, after: undefined, evidence }];
    const after = cardAskedFor(entry);
    return after === undefined ? [] : [{ before: history.latest.card, after, evidence }];
  },
};

/** A get of a card that an accepted delete removed. */
export interface Deleted extends Subject {
  readonly entry: Entry;
}

export const readAfterDelete: Scope<Deleted> = {
  subjects(entry, trace) {
    const removed = entry.before?.deletedBy;
    if (!isPlainGet(entry) || removed === undefined || (entry.status === 404 && !hasEverShown(trace))) return [];
    const made = entry.before?.madeBy?.sequence;
    return [{ entry, evidence: [...(made === undefined ? [] : [made]), removed, entry.sequence] }];
  },
};

/** A get that was accepted: where there is none, its 404 says nothing about a card. */
function hasEverShown(trace: Trace): boolean {
  return trace.entries.some(({ operation, accepted }) => operation === 'get' && accepted);
}
