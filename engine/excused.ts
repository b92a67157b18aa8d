import type { Exchange } from '../traffic/exchange.ts';
import { isJsonObject, type Json } from '../traffic/json.ts';
import type { Finding } from '../judgements/finding.ts';
import { routes } from '../traffic/operation.ts';
import { equalJson } from '../traffic/pointer.ts';
import type { Undecided } from './counting.ts';
import { decisiveExchange, isServerError } from './decisive-exchange.ts';

/** Of so many judgements at most one may be a failure now and then: more is a habit. */
const rarely = 1 / 5;

/**
 * Why a failure that did not show again is none: a read that was late, or a service that failed now and then, of which no
 * document says that it must not. Undefined for every other failure.
 *
 * @param lagWasSeen whether reads of this target are known to come late
 * @param wasLeftUntried a limit of requests did not allow to try it again, and the server is there
 */
export function excuseOf(
  { stability, seen, violation, omitted = 0 }: Finding,
  exchanges: readonly Exchange[],
  { lagWasSeen, wasLeftUntried }: { readonly lagWasSeen: boolean; readonly wasLeftUntried: boolean },
): Undecided | undefined {
  const decisive = decisiveExchange(violation, exchanges);
  // One server error proves nothing as long as nobody asked again.
  if (wasLeftUntried && seen.violated === 1 && isServerError(decisive)) return 'transport';
  if (stability !== 'flaky') return undefined;
  if (decisive === undefined || decisive.operation === 'unknown') return undefined;
  const isRare = seen.violated <= Math.max(1, seen.exercised * rarely);
  if (isServerError(decisive)) return isRare ? 'transport' : undefined;
  const mayBeLate = routes[decisive.operation].method === 'GET' && violation.evidence.length > 1;
  if (!mayBeLate || !(isRare || lagWasSeen)) return undefined;
  // Of what is left out nobody knows what it showed.
  return omitted > 0 || mayHaveBeenShown(violation, exchanges) ? 'lag' : undefined;
}

/** A late read shows what was there before; a value that no answer showed before was never there. */
function mayHaveBeenShown(
  { pointer, actual, evidence }: Finding['violation'],
  exchanges: readonly Exchange[],
): boolean {
  const name = pointer.split('/').findLast((segment) => !/^\d*$/.test(segment));
  // What is missing may not be there yet, and a shortened text cannot be compared.
  if (pointer === 'status' || name === undefined || name === 'value') return true;
  if (typeof actual === 'string' && (actual.startsWith('(') || actual.endsWith('…'))) return true;
  return exchanges.some(
    ({ sequence, outcome }) =>
      sequence < (evidence.at(-1) ?? 0) &&
      outcome.kind === 'response' &&
      outcome.body.kind === 'json' &&
      holdsMember(outcome.body.value, name, actual),
  );
}

function holdsMember(value: Json, name: string, wanted: Json): boolean {
  if (Array.isArray(value)) return (value as readonly Json[]).some((one) => holdsMember(one, name, wanted));
  if (!isJsonObject(value)) return false;
  return Object.entries(value).some(
    ([key, member]) => (key === name && equalJson(member, wanted)) || holdsMember(member, name, wanted),
  );
}
