import { isWrite } from '../../traffic/operation.ts';
import type { Scope, Subject } from '../check.ts';
import { type Entry, type Trace } from '../trace/trace.ts';
import { isPlain, isPlainGet } from './plain-requests.ts';

/** A write to a card that was deleted before. */
export interface WriteToDeleted extends Subject {
  readonly entry: Entry;
}

/** Every delete of a card that was deleted before. */
export const secondDelete: Scope<WriteToDeleted> = {
  subjects(entry, trace) {
    return entry.operation === 'delete' ? afterDelete(entry, trace) : [];
  },
};

/** Every other write to a card that was deleted. */
export const writeToDeleted: Scope<WriteToDeleted> = {
  subjects(entry, trace) {
    const { operation } = entry;
    return operation === 'unknown' || operation === 'delete' || !isWrite(operation) ? [] : afterDelete(entry, trace);
  },
};

/** Where a get has shown since that the card is gone: no document promises when a delete has arrived everywhere. */
function afterDelete(entry: Entry, trace: Trace): readonly WriteToDeleted[] {
  const { before } = entry;
  if (before?.deletedBy === undefined || before.state !== 'gone' || !isPlain(entry)) return [];
  const looked = lookedFor(entry, trace);
  return looked === undefined ? [] : [{ entry, evidence: [before.deletedBy, looked, entry.sequence] }];
}

function lookedFor({ cardId, before }: Entry, trace: Trace): number | undefined {
  const removed = before?.deletedBy ?? Infinity;
  return trace.on(cardId).findLast((one) => {
    const gone = one.status === 404 || one.status === 410;
    return one.sequence > removed && gone && isPlainGet(one);
  })?.sequence;
}
