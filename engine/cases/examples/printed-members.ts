import type { Json } from '../../../traffic/json.ts';
import type { Case, Step } from '../case.ts';
import { documentedBody } from './documented-body.ts';
import type { DocumentedBodies } from './documented-bodies.ts';
import { read } from '../life-cycles/card-life.ts';
import type { PlanSettings } from '../phase-plan.ts';

/**
 * What the beta page of replace prints and v1.0 does not, member by member beside the request without it, of a card that has
 * such a break. The control comes last: whether a card may be edited again is said nowhere.
 */
export function printedMembers(
  { people }: Pick<PlanSettings, 'people'>,
  { clockIn, startBreak, endBreak, clockOut }: DocumentedBodies,
): Case {
  const { confirmedBy = null, breaks = [], ...rest } = documentedBody('beta_replace_req', people);
  const control: Step = { name: 'replace', operation: 'replace', card: 'card', body: rest, ofToday: 10 };
  const printed = (name: string, member: Json, parts: Partial<Step> = {}): Step => ({
    ...control,
    name: `replace with ${name} as printed`,
    body: { ...rest, [name]: member },
    mutation: { pointer: `/${name}`, keyword: 'asPrinted', controlOf: control.name },
    ...parts,
  });
  return {
    name: 'what the beta page of replace prints, member by member',
    phase: 'examples',
    suites: ['replace'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: clockIn },
      { name: 'start a break', operation: 'startBreak', card: 'card', body: startBreak },
      { name: 'end the break', operation: 'endBreak', card: 'card', body: endBreak },
      { name: 'clock out', operation: 'clockOut', card: 'card', body: clockOut },
      read('read'),
      printed('confirmedBy', confirmedBy),
      printed('breaks', breaks, { withBreakIds: true }),
      control,
    ],
  };
}
