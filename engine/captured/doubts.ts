import { cardIn } from '../../checks/card/history.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import type { Violated } from '../../judgements/judgement.ts';
import { locate } from '../../traffic/location.ts';
import { showsOldState } from './old-states.ts';
import type { CardAppearances } from './sightings.ts';
import { mayBeOfOtherWriter } from './strangers.ts';
import { areTied, type Ticks } from './ticks.ts';

/**
 * Why a violation in traffic of others is not believed. `unseen`: the file does not hold what the violation is about.
 * `lag`: no document promises when a write is to be seen, and the read shows what was there shortly before. `stranger`:
 * somebody whose requests the file does not hold may have changed the card meanwhile. `order`: the times in the file are too
 * coarse to tell which of two requests came first.
 */
export type Uncertainty = 'unseen' | 'lag' | 'stranger' | 'order';

/** Whether a violation can be believed, in the light of the whole capture; undefined if it can. */
export function uncertaintyOf(
  violation: Violated,
  decisive: Exchange,
  sightings: CardAppearances,
  ticks: Ticks,
): Uncertainty | undefined {
  const { evidence, pointer } = violation;
  if (pointer.startsWith('header:') && hasNoHeaders(decisive)) return 'unseen';
  if (ticks.size > 0 && hangsOnOrder(evidence, sightings, ticks)) return 'order';
  if (decisive.request.method !== 'GET' || evidence.length < 2 || isAnotherCard(decisive)) return undefined;
  const earlier = evidence.flatMap((sequence) => sightings.at(sequence) ?? []).filter((one) => one !== decisive);
  if (showsOldState(decisive, earlier, sightings)) return 'lag';
  return mayBeOfOtherWriter(violation, decisive, earlier, sightings) ? 'stranger' : undefined;
}

function hangsOnOrder(evidence: readonly number[], sightings: CardAppearances, ticks: Ticks): boolean {
  const shown = evidence.flatMap((sequence) => sightings.at(sequence) ?? []);
  return shown.some((one) => shown.some((other) => one !== other && areTied(one, other, ticks)));
}

/** Another card than the one asked for is no old state of it, and nobody can have made it so. */
function isAnotherCard({ request, outcome }: Exchange): boolean {
  const named = locate(request.method, request.url)?.cardId;
  if (named === undefined || outcome.kind !== 'response' || outcome.body.kind !== 'json') return false;
  const shown = cardIn(outcome.body.value)?.id;
  return shown !== undefined && shown.toLowerCase() !== named.toLowerCase();
}

/** A tool that keeps no headers, as no server sends none. */
function hasNoHeaders({ outcome }: Exchange): boolean {
  return outcome.kind === 'response' && outcome.headers.length === 0;
}
