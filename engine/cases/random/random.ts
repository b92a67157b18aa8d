import fc from 'fast-check';
import {
  breakRequest,
  clockInRequest,
  clockOutRequest,
  createRequest,
  replaceRequest,
} from '../../../arbitraries/requests.ts';
import type { Case } from '../case.ts';
import { clockLife, createLife, withoutFirstRead } from '../life-cycles/card-life.ts';
import { dressedByChance } from '../outfits.ts';
import type { PhasePlan, PlanSettings } from '../phase-plan.ts';

/** Random valid requests: lives of clocked cards, half of them with a break, and created ones that are replaced. */
export function randomPhase({ people, capabilities, numRuns, apiVersion: version }: PlanSettings): PhasePlan {
  const { callerId, onBehalfOfUserId } = people;
  const clockIn =
    capabilities.has('onBehalfOfUser') && onBehalfOfUserId !== undefined
      ? fc.oneof(
          { weight: 4, arbitrary: clockInRequest({ version }) },
          { weight: 1, arbitrary: clockInRequest({ version, onBehalfOfUserId }) },
        )
      : clockInRequest({ version });
  const pause = fc.option(fc.record({ startBreak: breakRequest(version), endBreak: breakRequest(version) }), {
    nil: {},
  });
  const lives = fc
    .record({ clockIn, pause, clockOut: clockOutRequest(version) })
    .map(({ pause: between, ...rest }) => clockLife('a random life', 'random', { ...rest, ...between }));
  const created = createRequest({ version, userId: callerId, withUserId: 'sometimes' });
  const creates = fc
    .tuple(created, replaceRequest({ version, userId: callerId }))
    .map(([body, replacement]) => createLife('a random create', 'random', body, replacement));
  const cases: fc.Arbitrary<Case> = fc.oneof({ weight: 3, arbitrary: lives }, { weight: 2, arbitrary: creates });
  return { phase: 'random', kind: 'generated', arbitrary: dressedByChance(cases.map(withoutFirstRead)), numRuns };
}
