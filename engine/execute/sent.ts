import type { Exchange } from '../../traffic/exchange.ts';
import { routes } from '../../traffic/operation.ts';
import type { RequestToSend } from '../../targets/target.ts';
import type { Step } from '../cases/case.ts';

/** A step with its request. */
export interface AddressedStep {
  readonly step: Step;
  readonly call: RequestToSend;
}

/** The same with what came of it. */
export interface Sent extends AddressedStep {
  readonly exchange: Exchange;
}

export function isRead({ operation }: Step): boolean {
  return routes[operation].method === 'GET';
}

export function exchangesOf(sent: readonly Sent[]): readonly Exchange[] {
  return sent.map(({ exchange }) => exchange);
}

/** Sends them at once, in their order. Waits for all of them, also where one meets a limit: a card that another one made has to be known. */
export function sendTogether<T extends AddressedStep>(
  sending: readonly T[],
  send: (one: T) => Promise<Exchange>,
): Promise<readonly Sent[]> {
  return allOf(
    sending.map(async (one): Promise<Sent> => ({ step: one.step, call: one.call, exchange: await send(one) })),
  );
}

/** Like Promise.all, but rejects only when all of them have come to an end. */
export async function allOf<T>(promises: readonly Promise<T>[]): Promise<readonly T[]> {
  const results = await Promise.allSettled(promises);
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}
