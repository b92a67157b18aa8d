import type { Exchange } from '../../traffic/exchange.ts';
import type { Violated } from '../../judgements/judgement.ts';
import { locate } from '../../traffic/location.ts';
import { idIn } from '../execute/answers.ts';

/** True for the label of a step that no case has: what cleans up after it. */
export function isCleanUp(step: string): boolean {
  return /^(tidy|close|discard) /.test(step);
}

/**
 * The exchanges that a reader has to make again: clean-up and repeated reads only where they are the evidence. Of a race,
 * only what concerns its card: the same requests one after the other are what it was compared with.
 */
export function reproductionOf(exchanges: readonly Exchange[], { evidence }: Violated): readonly Exchange[] {
  const superseded = new Set(exchanges.map(({ intent }) => intent?.repeatOf));
  const last = Math.max(...evidence);
  const shown = exchanges.filter(({ sequence }) => evidence.includes(sequence));
  const isRace = shown.some(({ intent }) => intent?.overlaps !== undefined);
  const cards = new Set(shown.map(cardOf));
  return exchanges.filter(({ sequence, intent, ...exchange }) => {
    if (evidence.includes(sequence)) return true;
    if (isRace && !cards.has(cardOf(exchange)) && !cards.has(madeBy(exchange))) return false;
    return sequence < last && !superseded.has(sequence) && !isCleanUp(intent?.step ?? '');
  });
}

/**
 * The evidence, and before it what made and changed the cards that it speaks of: enough to see where it comes from, where
 * nobody looks for the smallest traffic that shows it.
 */
export function whatItRestsOn(exchanges: readonly Exchange[], { evidence }: Violated): readonly Exchange[] {
  const last = Math.max(...evidence);
  const shown = exchanges.filter(({ sequence }) => evidence.includes(sequence));
  const cards = new Set(shown.flatMap((exchange) => cardOf(exchange) ?? madeBy(exchange) ?? []));
  return exchanges.filter((exchange) => {
    const { sequence, intent, request } = exchange;
    if (evidence.includes(sequence)) return true;
    if (sequence > last || request.method === 'GET' || isCleanUp(intent?.step ?? '')) return false;
    return cards.has(cardOf(exchange) ?? madeBy(exchange) ?? '');
  });
}

function cardOf({ request }: Pick<Exchange, 'request'>): string | undefined {
  return locate(request.method, request.url)?.cardId;
}

function madeBy({ outcome }: Pick<Exchange, 'outcome'>): string | undefined {
  return outcome.kind === 'response' && outcome.body.kind === 'json' ? idIn(outcome.body.value) : undefined;
}
