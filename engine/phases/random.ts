import fc from 'fast-check';
import { clockInRequest, clockOutRequest, createRequest } from '../../arbitraries/requests.ts';
import type { Case } from '../case.ts';
import { clockLife, createLife } from './lives.ts';
import type { PhasePlan, PlanSettings } from './phase-plan.ts';

/** Random valid requests: lives of clocked cards, and created ones. */
export function randomPhase({ people, capabilities, numRuns }: PlanSettings): PhasePlan {
  const { callerId, onBehalfOfUserId } = people;
  const clockIn =
    capabilities.has('onBehalfOfUser') && onBehalfOfUserId !== undefined
      ? fc.oneof(
          { weight: 4, arbitrary: clockInRequest({}) },
          { weight: 1, arbitrary: clockInRequest({ onBehalfOfUserId }) },
        )
      : clockInRequest({});
  const lives = fc
    .tuple(clockIn, clockOutRequest())
    .map(([start, end]) => clockLife('a random life', 'random', start, end));
  const creates = createRequest({ userId: callerId, withUserId: 'sometimes' }).map((body) =>
    createLife('a random create', 'random', body),
  );
  const arbitrary: fc.Arbitrary<Case> = fc.oneof({ weight: 3, arbitrary: lives }, { weight: 2, arbitrary: creates });
  return { phase: 'random', kind: 'generated', arbitrary, numRuns };
}
