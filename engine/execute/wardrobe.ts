import type { Exchange } from '../../traffic/exchange.ts';
import { leavesInDoubt } from '../../traffic/undecided-status.ts';
import type { RequestToSend } from '../../targets/target.ts';
import type { Step } from '../cases/case.ts';
import { jsonGarments, refusableIn, type HttpGarment } from '../cases/clothes.ts';
import type { Sent } from './sent.ts';

/** So many refusals, of requests that were accepted without it, until no request wears a garment any more. */
const believed = 4;

/** How a step gets to the target; the steps that it is given differ in their clothes only. */
export interface Way {
  /** Undefined where the step cannot be sent. */
  callOf(step: Step): Promise<RequestToSend | undefined>;
  send(call: RequestToSend): Promise<Exchange>;
  /** Sends in the place of an exchange of which nothing is to be believed. */
  sendInstead(call: RequestToSend, refused: Exchange): Promise<Exchange>;
  /** Forgets what was judged of an exchange. */
  forget(refused: Exchange): void;
  /** Whether one more request is allowed. */
  affordsMore(): boolean;
}

/** What the requests of a run wear: what a server refuses is left off, so that nothing else is lost by it. */
export class Wardrobe {
  readonly #refused = new Map<HttpGarment, number>();

  /**
   * Sends a step in its clothes, and again in usual ones where it may have been refused for them: the requests of a case build
   * on each other. A refusal for clothes says nothing else: neither that a card is gone nor that a right is missing.
   */
  async send(step: Step, way: Way): Promise<Sent | undefined> {
    const dressed = this.#fitting(step);
    const call = await way.callOf(dressed);
    if (call === undefined) return undefined;
    const exchange = await way.send(call);
    if (!mayBeRefusedForClothes(dressed, exchange)) return { step, call, exchange };
    way.forget(exchange);
    const usual = way.affordsMore() ? await way.callOf(inUsualClothes(step)) : undefined;
    if (usual === undefined) return { step, call, exchange };
    const again = await way.sendInstead(usual, exchange);
    if (again.outcome.kind === 'response' && again.outcome.status < 300) this.#learn(dressed);
    return { step, call: usual, exchange: again };
  }

  /** The step without what is known to be refused. */
  #fitting(step: Step): Step {
    const unwelcome = refusableIn(step.clothes).filter((garment) => (this.#refused.get(garment) ?? 0) >= believed);
    if (unwelcome.length === 0) return step;
    const clothes = (step.clothes ?? []).filter((one) => unwelcome.every((garment) => garment !== one));
    return { ...step, clothes };
  }

  #learn({ clothes }: Step): void {
    for (const garment of refusableIn(clothes)) this.#refused.set(garment, (this.#refused.get(garment) ?? 0) + 1);
  }
}

function inUsualClothes(step: Step): Step {
  return { ...step, clothes: step.clothes?.filter((one) => jsonGarments.some((garment) => garment === one)) ?? [] };
}

/** After a 5xx nobody knows whether it was done. */
function mayBeRefusedForClothes({ clothes }: Step, { outcome }: Exchange): boolean {
  if (refusableIn(clothes).length === 0 || outcome.kind !== 'response') return false;
  const { status } = outcome;
  return status >= 400 && !leavesInDoubt(status);
}
