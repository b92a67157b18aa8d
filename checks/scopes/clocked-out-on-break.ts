import type { JsonObject } from '../../traffic/json.ts';
import type { Scope, Subject } from '../check.ts';
import { cardAskedFor, isPlain, isPlainGet } from './plain-requests.ts';

/** A card before and after a clockOut that was accepted during a break. */
export interface ClockedOutOnBreak extends Subject {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** The first get after it, with nothing else in between. One that still shows the open break as it was says nothing. */
export const clockedOutOnBreak: Scope<ClockedOutOnBreak> = {
  subjects(entry, trace) {
    const [write, ...others] = entry.before?.writes ?? [];
    const after = cardAskedFor(entry);
    if (!isPlainGet(entry) || after === undefined || write?.operation !== 'clockOut' || others.length > 0) return [];
    const made = trace.at(write.sequence);
    const then = made?.before;
    if (made === undefined || !isPlain(made) || then?.state !== 'onBreak' || then.unsettled === true) return [];
    if (then.latest === undefined || then.writes.length > 0) return [];
    return [
      {
        before: then.latest.card,
        after,
        evidence: [then.latest.sequence, write.sequence, entry.sequence],
      },
    ];
  },
};
