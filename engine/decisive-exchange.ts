import type { Exchange } from '../traffic/exchange.ts';
import type { Violated } from '../judgements/judgement.ts';

/** The exchange that a violation shows in: the last of its evidence. Undefined where it is not among these. */
export function decisiveExchange(
  { evidence }: Pick<Violated, 'evidence'>,
  exchanges: readonly Exchange[],
): Exchange | undefined {
  return exchanges.find(({ sequence }) => sequence === evidence.at(-1));
}

/** True for an answer that says that the server failed, which any service may do now and then. */
export function isServerError(exchange: Exchange | undefined): boolean {
  return exchange?.outcome.kind === 'response' && exchange.outcome.status >= 500;
}
