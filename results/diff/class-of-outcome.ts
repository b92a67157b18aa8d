import type { ObservedOutcome } from '../../judgements/observed-fact.ts';
import type { RunDifference } from './difference.ts';

export type Classed = Pick<RunDifference, 'class' | 'because'>;

export const disputedCodes: Classed = {
  class: 'disputed',
  because:
    'error codes may change by "Versioning, support, and breaking change policies" of Microsoft Graph, and may not by its API guidelines (GuidelinesGraph)',
};

/** True for a request that was taken; undefined where the outcome does not say. */
function isAccepted({ status, effect }: ObservedOutcome): boolean | undefined {
  if (status === undefined) return effect === undefined ? undefined : true;
  return status !== null && status < 400;
}

/** How much it matters that one outcome became the other. */
export function classOfOutcome(from: ObservedOutcome, to: ObservedOutcome): Classed {
  const [before, after] = [isAccepted(from), isAccepted(to)];
  if (before === true && after === false) return { class: 'breaking', because: 'what was accepted is refused' };
  if (before === false && after === true) return { class: 'loosened', because: 'what was refused is accepted' };
  if (before === false) {
    if (from.status !== to.status) return { class: 'risky', because: 'the same is refused with another status' };
    return disputedCodes;
  }
  if (from.status !== undefined && to.status !== undefined && from.status !== to.status)
    return { class: 'breaking', because: 'the status of a success changed' };
  return classOfEffect(from, to);
}

/** Effects that a client sees by whether there is a body. */
const bodied: ReadonlySet<ObservedOutcome['effect']> = new Set(['withCard', 'withBody']);

function classOfEffect({ effect: from }: ObservedOutcome, { effect: to }: ObservedOutcome): Classed {
  if (bodied.has(from) || bodied.has(to)) return { class: 'breaking', because: 'the body of a success came or went' };
  if (from === 'ignored' && to === 'honoured') return { class: 'loosened', because: 'what was ignored is honoured' };
  if (from === 'honoured') return { class: 'risky', because: 'what was honoured no longer is' };
  if (from === 'kept' && to === 'changed') return { class: 'risky', because: 'what was kept comes back changed' };
  return { class: 'unknown', because: 'no rule says what this means' };
}
