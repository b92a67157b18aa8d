import type { FaultHooks } from '../../reference/fault.ts';
import type { TimeCard } from '../../reference/time-card.ts';
import type { Operation } from '../../traffic/operation.ts';
import { storing } from '../seams.ts';

/** After a replace the next call of the operation works on the card as it was before that. */
export function onOldCopy(operation: Operation): FaultHooks {
  const copies = new Map<string, TimeCard>();
  return storing(['replace', operation], (after, before, call) => {
    if (call.operation === 'replace') {
      if (before) copies.set(after.id, before);
      return after;
    }
    const copy = copies.get(after.id);
    copies.delete(after.id);
    return copy ? { ...after, clockInEvent: copy.clockInEvent, breaks: copy.breaks, notes: copy.notes } : after;
  });
}
