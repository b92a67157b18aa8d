import type { JudgeContext } from '../../checks/context.ts';
import type { Capability } from '../../traffic/actor.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import { locate } from '../../traffic/location.ts';
import type { ApiVersion } from '../../traffic/operation.ts';
import { at } from '../../traffic/pointer.ts';
import { OfferedOperations } from '../execute/offered-operations.ts';
import type { WhoAsked } from './who-asked.ts';

/**
 * What is known beside the traffic of others: that much else may have happened. A card may be open that the file does
 * not show, others may be there, and who could do what is known to nobody.
 */
export function captureContext(
  exchanges: readonly Exchange[],
  apiVersion: ApiVersion,
  { callerId, secondUserId }: WhoAsked,
): JudgeContext {
  const teams = byFrequency(exchanges.flatMap(({ request }) => locate(request.method, request.url)?.teamId ?? []));
  const onBehalf = exchanges.some(({ request: { body } }) => {
    return body.kind === 'json' && typeof at(body.value, '/onBehalfOfUserId') === 'string';
  });
  const capabilities = new Set<Capability>(['authentication']);
  if (callerId !== undefined) capabilities.add('callerIdentity');
  if (secondUserId !== undefined || onBehalf) capabilities.add('onBehalfOfUser');
  if (teams.length > 1) capabilities.add('otherTeam');
  const offer = new OfferedOperations();
  offer.add(exchanges);
  return {
    apiVersion,
    teamId: teams[0] ?? '',
    callerId: callerId ?? '',
    ...(secondUserId === undefined ? {} : { onBehalfOfUserId: secondUserId }),
    capabilities,
    openCardElsewhere: true,
    cardsElsewhere: true,
    ofOthers: true,
    neverAccepted: offer.neverAccepted(),
  };
}

function byFrequency(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, left], [, right]) => right - left).map(([value]) => value);
}
