import type { Case, Step } from '../case.ts';
import type { PlanSettings } from '../phase-plan.ts';

const ordered = 'list in order one by one';
const closed = "$filter=state%20eq%20'clockedOut'";

/**
 * Cards of two people that begin at the same time, in a list that is ordered by it: an order must lose none, whichever was
 * made first. Each page behind the first asks for a token as well.
 */
export function equalTimes({ people, capabilities, apiVersion }: PlanSettings): Case {
  const colleague = capabilities.has('onBehalfOfUser') ? people.onBehalfOfUserId : undefined;
  const create = (card: string, userId: string, ofToday: number): Step => ({
    name: `create ${card}`,
    operation: 'create',
    makes: card,
    body: {
      userId,
      clockInEvent: { dateTime: '2024-03-01T08:00:00Z' },
      clockOutEvent: { dateTime: '2024-03-01T08:05:00Z' },
    },
    ofToday,
  });
  const others = (card: string, ofToday: number): readonly Step[] =>
    colleague === undefined ? [] : [create(card, colleague, ofToday)];
  const list = (name: string, query: string): Step => ({ name, operation: 'list', query });
  return {
    name: 'cards that begin at the same time',
    phase: 'refusals',
    suites: ['reading', 'protocol'],
    steps: [
      create('one before', people.callerId, 20),
      ...others('another’s after it', 20),
      ...others('another’s before it', 10),
      create('one after', people.callerId, 10),
      { name: 'list all', operation: 'list', walk: true },
      { ...list(ordered, '$top=1&$orderby=clockInEvent/dateTime'), walk: true },
      ...(capabilities.has('authentication') ? [secondPageOfNobody, secondPageOfForger] : []),
      ...(apiVersion === 'beta'
        ? [
            list('list one that is closed', `$top=1&${closed}`),
            {
              ...list('list one that is closed, with top for $top', `top=1&${closed}`),
              mutation: { pointer: 'url:query', keyword: 'withoutDollar', controlOf: 'list one that is closed' },
            },
          ]
        : []),
    ],
  };
}

const secondPageOfNobody: Step = {
  name: 'the second page without a token',
  operation: 'list',
  actor: 'nobody',
  page: 'second',
  mutation: { pointer: 'header:Authorization', keyword: 'removed', controlOf: ordered },
};

const secondPageOfForger: Step = {
  name: 'the second page with another signature',
  operation: 'list',
  tokenForm: 'otherSignature',
  page: 'second',
  mutation: { pointer: 'header:Authorization', keyword: 'signature', controlOf: ordered },
};
