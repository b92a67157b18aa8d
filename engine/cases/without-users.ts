import type { Step } from './case.ts';
import { documentedBodies } from './examples/documented-bodies.ts';
import type { PhasePlan, PlanSettings } from './phase-plan.ts';

const authorization = 'header:Authorization';

/** Without what is about a user's token, where an application is alone. */
export function withoutUsers(plan: PhasePlan): PhasePlan {
  if (plan.kind === 'generated') return plan;
  const cases = plan.cases.map((one) => ({ ...one, steps: one.steps.filter((step) => !takesUser(step)) }));
  return { ...plan, cases };
}

/**
 * Beside its control by a user a confirm changes what may follow in the same way. Where both are an application's, one may be
 * refused for want of MS-APP-ACTS-AS and the other not, and what follows would be compared on cards in two states.
 */
function takesUser({ mutation, operation }: Step): boolean {
  if (mutation === undefined) return false;
  const isAsApplication = mutation.pointer === authorization && mutation.keyword.startsWith('application');
  return ['delegated', 'somebodyElse'].includes(mutation.keyword) || (isAsApplication && operation === 'confirm');
}

/** Confirm by an application, with MS-APP-ACTS-AS and without, each on a card of its own that nothing follows on. */
export function confirmedByApplication({ people }: PlanSettings): PhasePlan {
  const { create } = documentedBodies(people);
  const confirm: Step = { name: 'confirm', operation: 'confirm', card: 'confirmed' };
  const as = (keyword: string, card: string, headers: Step['headers'] = {}): Step => ({
    ...confirm,
    name: `confirm: ${keyword}`,
    card,
    headers,
    mutation: { pointer: authorization, keyword, controlOf: confirm.name },
  });
  const cards = ['confirmed', 'as it is', 'acting'];
  return {
    phase: 'refusals',
    kind: 'listed',
    cases: [
      {
        name: 'confirm by an application that is alone',
        phase: 'refusals',
        suites: ['protocol', 'confirm'],
        steps: [
          ...cards.map((card, index): Step => ({
            name: `create ${card}`,
            operation: 'create',
            makes: card,
            body: create,
            ofToday: 600 * (index + 1),
          })),
          confirm,
          as('application', 'as it is'),
          as('applicationActingAs', 'acting', { 'MS-APP-ACTS-AS': people.callerId }),
        ],
      },
    ],
  };
}
