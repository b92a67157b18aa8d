import type { Exchange } from '../specs/exchange.ts';
import type { Step } from './case.ts';
import { jsonGarments, refusableIn, type HttpGarment } from './clothes.ts';

/** So many refusals, of requests that were accepted without it, until no request wears a garment any more. */
const believed = 4;

/** What the requests of a run may wear: what a server refuses is left off, so that nothing else is lost by it. */
export class Wardrobe {
  readonly #refused = new Map<HttpGarment, number>();

  /** The step without what is known to be refused. */
  fitting(step: Step): Step {
    const { clothes } = step;
    const unwelcome = refusableIn(clothes).filter((garment) => (this.#refused.get(garment) ?? 0) >= believed);
    return unwelcome.length === 0
      ? step
      : { ...step, clothes: clothes?.filter((one) => unwelcome.every((garment) => garment !== one)) ?? [] };
  }

  /** The request was refused in these clothes, and accepted without them. */
  refused(step: Step): void {
    for (const garment of refusableIn(step.clothes)) this.#refused.set(garment, (this.#refused.get(garment) ?? 0) + 1);
  }
}

/** The step in clothes that no server may refuse. */
export function inUsualClothes(step: Step): Step {
  return { ...step, clothes: step.clothes?.filter((one) => jsonGarments.some((garment) => garment === one)) ?? [] };
}

/** True for a request that may have been refused for its clothes alone. After a 5xx nobody knows whether it was done. */
export function mayBeRefusedForClothes({ clothes }: Step, { outcome }: Exchange): boolean {
  if (refusableIn(clothes).length === 0 || outcome.kind !== 'response') return false;
  const { status } = outcome;
  return (status >= 400 && status < 500 && status !== 408 && status !== 429) || status === 501;
}
