import type { Scope, Subject } from '../check.ts';
import type { Entry, Trace } from '../trace/trace.ts';
import { isPlainGet } from './plain-requests.ts';

/** The first get of a card after somebody asked another team to delete it. */
export interface DeletedElsewhere extends Subject {
  readonly entry: Entry;
}

export const afterDeleteElsewhere: Scope<DeletedElsewhere> = {
  subjects(entry, trace) {
    const { madeBy, deletedBy } = entry.before ?? {};
    const isAnswer = entry.accepted || entry.status === 404;
    if (!isPlainGet(entry) || !isAnswer || madeBy === undefined || deletedBy !== undefined) return [];
    if (entry.location?.teamId !== madeBy.teamId) return [];
    const [last, before] = onCard(entry, trace).toReversed();
    // A get must have found it just before: a card that no get has found yet may merely lag.
    const wasThere =
      before !== undefined &&
      before.operation === 'get' &&
      before.accepted &&
      before.location?.teamId === madeBy.teamId;
    if (last?.operation !== 'delete' || last.location?.teamId === madeBy.teamId || !wasThere) return [];
    return [{ entry, evidence: [before.sequence, last.sequence, entry.sequence] }];
  },
};

function onCard({ cardId, sequence }: Entry, trace: Trace): readonly Entry[] {
  return trace.on(cardId).filter((one) => one.sequence < sequence);
}
