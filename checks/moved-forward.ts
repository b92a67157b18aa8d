import { at } from '../specs/pointer.ts';
import { alike } from './alike.ts';
import { duringCall, holds, notBefore } from './assertions.ts';
import type { Answer } from './check.ts';
import type { Across } from './scopes/across.ts';

/**
 * lastModifiedDateTime is later than before the write. How finely a service counts time is documented nowhere: the same
 * time as before is wrong only where it cannot be that of the write.
 */
export function movedForward({ before, after, write }: Across): Answer {
  const pointer = '/lastModifiedDateTime';
  const earlier = at(before, pointer);
  const answer = notBefore(after, pointer, earlier);
  if (answer.kind !== 'holds' || !alike(earlier, at(after, pointer))) return answer;
  const now = duringCall(after, pointer, write.exchange);
  return now.kind === holds.kind ? { kind: 'undecided', because: 'undocumented' } : now;
}
