import type { Case, Step } from '../case.ts';
import { documentedBodies } from '../examples/documented-bodies.ts';
import type { PlanSettings } from '../phase-plan.ts';

/** Headers in which a service behind a gateway may be told who calls: from outside they tell nothing. */
const untrusted = ['X-User-Id', 'X-Forwarded-User', 'X-MS-CLIENT-PRINCIPAL-ID'] as const;

/** Calls by the caller that name somebody else in a header. */
export function namedInHeaders({ people, capabilities }: PlanSettings): readonly Case[] {
  const { onBehalfOfUserId: other } = people;
  if (other === undefined || !capabilities.has('onBehalfOfUser') || !capabilities.has('callerIdentity')) return [];
  const clockIn: Step = { name: 'clock in', operation: 'clockIn', body: documentedBodies(people).clockIn };
  const naming = (...headers: readonly string[]): Step => ({
    ...clockIn,
    name: `clock in with ${headers.join(', ')}`,
    headers: Object.fromEntries(headers.map((name) => [name, other])),
    discard: true,
    mutation: { pointer: `header:${headers[0] ?? ''}`, keyword: 'somebodyElse', controlOf: clockIn.name },
  });
  return [
    {
      name: 'calls that name somebody else in a header',
      phase: 'refusals',
      suites: ['protocol'],
      steps: [naming('MS-APP-ACTS-AS'), naming(...untrusted), { ...clockIn, makes: 'card' }],
    },
  ];
}
