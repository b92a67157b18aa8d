import { isWrite } from '../../specs/operation.ts';
import type { Scope, Subject } from '../check.ts';
import { isInDoubt, type Entry, type Trace } from '../trace.ts';
import { isPlainGet } from './settled.ts';

/** A write to a card that was deleted before. */
export interface WriteToDeleted extends Subject {
  readonly entry: Entry;
}

/** Every delete of a card that an accepted delete removed before; two that overlapped have no order. */
export const secondDelete: Scope<WriteToDeleted> = {
  subjects(entry) {
    return entry.operation === 'delete' ? afterDelete(entry, []) : [];
  },
};

/** Every other write to a card that was deleted, where a get has shown since that it is gone. */
export const writeToDeleted: Scope<WriteToDeleted> = {
  subjects(entry, trace) {
    const { operation, cardId } = entry;
    if (operation === 'unknown' || operation === 'delete' || !isWrite(operation) || cardId === undefined) return [];
    const looked = lookedFor(entry, trace);
    return looked === undefined ? [] : afterDelete(entry, [looked]);
  },
};

function afterDelete(entry: Entry, looked: readonly number[]): readonly WriteToDeleted[] {
  const { before, exchange } = entry;
  const alone = exchange.intent?.mutation === undefined && exchange.intent?.overlaps === undefined;
  if (before?.deletedBy === undefined || before.state !== 'gone' || !alone || isInDoubt(entry)) return [];
  return [{ entry, evidence: [before.deletedBy, ...looked, entry.sequence] }];
}

function lookedFor({ cardId, before }: Entry, trace: Trace): number | undefined {
  const removed = before?.deletedBy ?? Infinity;
  return trace.entries.findLast((one) => {
    const gone = one.status === 404 || one.status === 410;
    return one.cardId === cardId && one.sequence > removed && gone && isPlainGet(one);
  })?.sequence;
}
