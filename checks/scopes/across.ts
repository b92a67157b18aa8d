import { allowed } from '../../model/time-clock.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import type { Operation } from '../../specs/operation.ts';
import type { Scope, Subject } from '../check.ts';
import type { Entry } from '../trace.ts';

/** A card before and after one accepted write. */
export interface Across extends Subject {
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** The write's request body; empty if it had none. */
  readonly sent: JsonObject;
  readonly write: Entry;
}

/** The first get after one accepted write of the operation, where the documents describe the write's effect. */
export function across(operation: Operation): Scope<Across> {
  return {
    subjects(entry, trace) {
      const { answer, before: history } = entry;
      if (entry.operation !== 'get' || !entry.accepted || !isJsonObject(answer)) return [];
      // Another card than the one asked for says nothing about the write; TC-GET-001 blames the get.
      if (typeof answer['id'] === 'string' && answer['id'] !== entry.cardId) return [];
      const [pending, ...others] = history?.writes ?? [];
      if (history?.latest === undefined || pending?.operation !== operation || others.length > 0) return [];
      const write = trace.entries.find(({ sequence }) => sequence === pending.sequence);
      const stateThen = write?.before?.state;
      if (write === undefined || stateThen === undefined || stateThen === 'unknown') return [];
      if (allowed(stateThen, operation).kind !== 'succeeds') return [];
      const evidence = [history.latest.sequence, write.sequence, entry.sequence];
      return [{ before: history.latest.card, after: answer, sent: write.sent ?? {}, write, evidence }];
    },
  };
}

/** A card as the write that made it returned it, and as the first get shows it. */
export interface ReadBack extends Subject {
  readonly made: JsonObject;
  readonly read: JsonObject;
}

/** The first get of a card after the clockIn or create that made it, with nothing in between. */
export function readBack(operation: 'clockIn' | 'create'): Scope<ReadBack> {
  return {
    subjects(entry) {
      const { answer, before: history } = entry;
      if (entry.operation !== 'get' || !entry.accepted || !isJsonObject(answer)) return [];
      if (history?.latest === undefined || history.writes.length > 0) return [];
      if (history.madeBy?.operation !== operation || history.madeBy.sequence !== history.latest.sequence) return [];
      return [{ made: history.latest.card, read: answer, evidence: [history.latest.sequence, entry.sequence] }];
    },
  };
}

/** A get of a card that an accepted delete removed. */
export interface Deleted extends Subject {
  readonly entry: Entry;
}

export const readAfterDelete: Scope<Deleted> = {
  subjects(entry) {
    const removed = entry.before?.deletedBy;
    if (entry.operation !== 'get' || removed === undefined) return [];
    return [
      {
        entry,
        evidence: [
          ...(entry.before?.madeBy === undefined ? [] : [entry.before.madeBy.sequence]),
          removed,
          entry.sequence,
        ],
      },
    ];
  },
};
