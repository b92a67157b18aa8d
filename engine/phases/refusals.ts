import { invalidBodies, invalidText } from '../../arbitraries/invalid.ts';
import type { Mutation } from '../../specs/exchange.ts';
import type { JsonObject } from '../../specs/json.ts';
import type { Case, Step } from '../case.ts';
import { changeAt } from '../change.ts';
import { requestSchema } from '../request-schema.ts';
import { accessCases } from './access.ts';
import { documentedBody } from './documented-body.ts';
import { remove } from './lives.ts';
import type { PhasePlan, PlanSettings } from './phase-plan.ts';
import { unusualRequests } from './unusual.ts';

/** Requests with one defect each, beside the same request without it. */
export function refusalsPhase(settings: PlanSettings): PhasePlan {
  const { people } = settings;
  const clockIn = documentedBody('clockin1_req', people);
  const clockOut = documentedBody('clockout_req', people);
  const create = createWithBreak(documentedBody('create_req', people));
  const cases: readonly Case[] = [
    ...accessCases(settings),
    ...making('clockIn', clockIn),
    ...making('create', create),
    ...closing(clockIn, clockOut),
    ...unusualRequests(settings),
  ];
  return { phase: 'refusals', kind: 'listed', cases };
}

/** The documented create with a closed break, so that what may be wrong with a break can be tried. */
function createWithBreak(body: JsonObject): JsonObject {
  return {
    ...body,
    breaks: [{ start: { dateTime: '2025-01-07T21:10:00.000Z' }, end: { dateTime: '2025-01-07T21:20:00.000Z' } }],
  };
}

interface Defect {
  readonly label: string;
  readonly defect: Pick<Step, 'change' | 'text' | 'headers'> & { readonly mutation: Omit<Mutation, 'controlOf'> };
}

/** Everything that can be wrong with the body of an operation, or with how it is labelled. */
function defectsOf(operation: 'clockIn' | 'clockOut' | 'create', valid: JsonObject): readonly Defect[] {
  const name = requestSchema(operation);
  const bodies = name === undefined ? [] : invalidBodies('v1.0', name, valid);
  return [
    ...bodies.map(({ pointer, keyword, body }) => ({
      label: `${keyword} at ${pointer === '' ? 'the root' : pointer}`,
      defect: { change: changeAt(pointer, body), mutation: { pointer, keyword } },
    })),
    ...invalidText(valid).map(({ text }, index) => ({
      label: `malformed JSON ${index + 1}`,
      defect: { text, mutation: { pointer: '', keyword: 'malformed:json' } },
    })),
    {
      label: 'text/plain',
      defect: {
        text: JSON.stringify(valid),
        headers: { 'Content-Type': 'text/plain' },
        mutation: { pointer: 'header:Content-Type', keyword: 'unsupported' },
      },
    },
  ];
}

/** Defects that share a control. More would make a case too long to be run again and shrunk. */
const defectsPerControl = 8;

/** The control, then some defects. A card that is made against expectation is removed at once. */
function making(operation: 'clockIn' | 'create', valid: JsonObject): readonly Case[] {
  const control = `valid ${operation}`;
  const defective = defectsOf(operation, valid).map(({ label, defect }, index): Step => {
    const mutation = { ...defect.mutation, controlOf: control };
    return { name: `${operation} ${index + 1}: ${label}`, operation, discard: true, ...defect, mutation };
  });
  return chunks(defective, defectsPerControl).map((steps, index) => ({
    name: `defective ${operation}, part ${index + 1}`,
    phase: 'refusals',
    suites: [operation, 'protocol'],
    steps: [{ name: control, operation, makes: 'card', body: valid }, remove('card'), ...steps],
  }));
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** A case for each defect of clockOut, since one that is accepted closes the card; the control comes after it. */
function closing(clockIn: JsonObject, clockOut: JsonObject): readonly Case[] {
  const control = 'valid clockOut';
  return defectsOf('clockOut', clockOut).map(({ label, defect }, index) => ({
    name: `defective clockOut ${index + 1}: ${label}`,
    phase: 'refusals',
    suites: ['clockOut', 'protocol'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: clockIn },
      {
        name: 'defective clockOut',
        operation: 'clockOut',
        card: 'card',
        ...defect,
        mutation: { ...defect.mutation, controlOf: control },
      },
      { name: control, operation: 'clockOut', card: 'card', body: clockOut },
    ],
  }));
}
