import type { Step } from '../case.ts';
import { defective, defectsOf } from '../refusals/defective-requests.ts';
import { documentedBodies } from '../examples/documented-bodies.ts';
import { documentedBody } from '../examples/documented-body.ts';
import { writeAndLook } from '../lives/card-life.ts';
import type { PhasePlan, PlanSettings } from '../phase-plan.ts';
import { clockedIn, onBreak } from './lists.ts';

const latestFirst = '$top=2&$orderby=createdDateTime%20desc';

/**
 * What only lists that are read to their end show, on a team where thousands of cards of others stand before ours: those in a
 * state in which few are at a time, and the latest first. On any other team it sends nothing.
 */
export function amidOthers(settings: PlanSettings): PhasePlan {
  const { people, capabilities, apiVersion } = settings;
  const { clockIn, startBreak } = documentedBodies(people);
  const clockedInAgain: Step = { name: 'clock in', operation: 'clockIn', makes: 'own', body: clockIn };
  const [defect] = defectsOf(apiVersion, 'clockIn', clockIn).filter(({ keyword }) => keyword === 'malformed:json');
  const open: Step = { name: 'list the open', operation: 'list', query: clockedIn, walk: 'past others' };
  return {
    phase: 'paging',
    kind: 'listed',
    cases: [
      {
        name: 'lists amid the cards of others',
        phase: 'paging',
        suites: ['reading', 'protocol'],
        amidOthers: true,
        steps: [
          ...[1, 2, 3].map((number) => closedCard(settings, number)),
          clockedInAgain,
          ...writeAndLook('start a break', 'startBreak', startBreak, 'get on break', 'own'),
          ...(capabilities.has('onBehalfOfUser') ? colleagueOnBreak(settings) : []),
          { name: 'list the latest first', operation: 'list', query: latestFirst, walk: true },
          {
            name: 'list those on a break one by one',
            operation: 'list',
            query: `$top=1&${onBreak}`,
            walk: 'past others',
          },
          ...(defect === undefined
            ? []
            : [
                open,
                { ...defective(clockedInAgain, defect), discard: true as const },
                { ...open, name: 'list the open again' },
              ]),
          {
            name: 'list the latest first while a card is deleted',
            operation: 'list',
            query: latestFirst,
            walk: true,
            deletedMeanwhile: 'closed 2',
          },
          {
            name: 'list those on a break while one is deleted',
            operation: 'list',
            query: `$top=1&${onBreak}`,
            walk: 'past others',
            deletedMeanwhile: ['theirs', 'own'],
          },
          { name: 'list those on a break in the end', operation: 'list', query: onBreak, walk: 'past others' },
        ],
      },
    ],
  };
}

function closedCard({ people }: PlanSettings, number: number): Step {
  const { create } = documentedBodies(people);
  return {
    name: `create ${number}`,
    operation: 'create',
    makes: `closed ${number}`,
    body: create,
    ofToday: 600 * number,
  };
}

function colleagueOnBreak({ people }: PlanSettings): readonly Step[] {
  const body = documentedBody('clockin2_req', people);
  return [
    { name: 'clock a colleague in', operation: 'clockIn', makes: 'theirs', body },
    { name: 'start the colleague’s break', operation: 'startBreak', card: 'theirs', body: {} },
  ];
}
