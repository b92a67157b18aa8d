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
import { secondUserCases } from './second-user.ts';
import { unusualRequests } from './unusual.ts';

/** Requests with one defect each, beside the same request without it. */
export function refusalsPhase(settings: PlanSettings): PhasePlan {
  const { people } = settings;
  const clockIn = documentedBody('clockin1_req', people);
  const clockOut = documentedBody('clockout_req', people);
  const create = createWithBreak(documentedBody('create_req', people));
  const cases: readonly Case[] = [
    ...accessCases(settings),
    ...secondUserCases(settings),
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

/** Defects of clockOut that are tried on one card; each is followed by a look at the card. */
const defectsPerCard = 4;

/**
 * Some defects of clockOut on one card, and the control after them, as an accepted clockOut closes the card. Those of one
 * place and kind stand together: a server that takes one of them leaves the others undecided, which says the same.
 */
function closing(clockIn: JsonObject, clockOut: JsonObject): readonly Case[] {
  const control = 'valid clockOut';
  return groupsOf(defectsOf('clockOut', clockOut)).map((some, index) => ({
    name: `defective clockOut, part ${index + 1}`,
    phase: 'refusals',
    suites: ['clockOut', 'protocol'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: clockIn },
      { name: 'read', operation: 'get', card: 'card' },
      ...some.flatMap(({ label, defect }): readonly Step[] => [
        {
          name: `clockOut: ${label}`,
          operation: 'clockOut',
          card: 'card',
          ...defect,
          mutation: { ...defect.mutation, controlOf: control },
        },
        { name: `read after ${label}`, operation: 'get', card: 'card' },
      ]),
      { name: control, operation: 'clockOut', card: 'card', body: clockOut },
    ],
  }));
}

function groupsOf(defects: readonly Defect[]): readonly (readonly Defect[])[] {
  const kinds = new Map<string, Defect[]>();
  for (const one of defects) {
    const kind = `${one.defect.mutation.keyword} ${one.defect.mutation.pointer}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  return [...kinds.values()].flatMap((some) => chunks(some, defectsPerCard));
}
