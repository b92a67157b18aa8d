import type { Exchange } from '../specs/exchange.ts';
import type { Finding } from '../specs/finding.ts';
import { routes } from '../specs/operation.ts';
import type { Undecided } from './counting.ts';

/** Of so many judgements at most one may be a failure now and then: more is a habit. */
const rarely = 1 / 5;

/**
 * Why a failure that did not show again is none: a read that was late, or a service that failed now and then, of which no
 * document says that it must not. Undefined for every other failure.
 *
 * @param lagWasSeen whether reads of this target are known to come late
 */
export function excuseOf(
  { stability, seen, violation }: Finding,
  exchanges: readonly Exchange[],
  lagWasSeen: boolean,
): Undecided | undefined {
  if (stability !== 'flaky') return undefined;
  const decisive = exchanges.find(({ sequence }) => sequence === violation.evidence.at(-1));
  if (decisive === undefined || decisive.operation === 'unknown') return undefined;
  const isRare = seen.violated <= Math.max(1, seen.exercised * rarely);
  const { outcome } = decisive;
  if (outcome.kind === 'response' && outcome.status >= 500) return isRare ? 'transport' : undefined;
  const mayBeLate = routes[decisive.operation].method === 'GET' && violation.evidence.length > 1;
  return mayBeLate && (isRare || lagWasSeen) ? 'lag' : undefined;
}
