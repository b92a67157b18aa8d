import { at } from '../../traffic/pointer.ts';
import { haveSameContent } from './same-content.ts';
import { duringCall, holds, notBefore, violated } from './assertions.ts';
import type { Answer } from '../check.ts';
import { instantOf } from './instants.ts';
import type { Across } from '../scopes/across.ts';

const second = 1000;
const minute = 60_000;

/**
 * lastModifiedDateTime is later than before the write. How finely a service counts time is documented nowhere: the same
 * time as before is wrong only where it cannot be that of the write. It cannot be where the card was shown with it longer
 * before the write than the unit is in which the time seems to be counted, seconds or minutes, and another of them.
 */
export function movedForward({ before, after, write, since }: Across): Answer {
  const pointer = '/lastModifiedDateTime';
  const earlier = at(before, pointer);
  const answer = notBefore(after, pointer, earlier);
  if (answer.kind !== 'holds' || !haveSameContent(earlier, at(after, pointer))) return answer;
  const unit = (instantOf(earlier) ?? 0) % minute === 0 ? minute : second;
  if (since > 2 * unit) return violated(pointer, `later than ${String(earlier)}`, at(after, pointer));
  const now = duringCall(after, pointer, write.exchange);
  return now.kind === holds.kind ? { kind: 'undecided', because: 'tooSoon' } : now;
}
