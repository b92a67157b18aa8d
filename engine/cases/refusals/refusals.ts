import { plainSampleAt } from '../../../arbitraries/text.ts';
import type { JsonObject } from '../../../traffic/json.ts';
import type { ApiVersion } from '../../../traffic/operation.ts';
import type { Case, Step } from '../case.ts';
import { accessCases, deletedCard } from './access.ts';
import { applicationCases } from './application.ts';
import { confirmedForNull } from './confirmed-for-user.ts';
import { chunks, defective, defectsOf, groupsOfOneKind } from './defective-requests.ts';
import { documentedBodies, type DocumentedBodies } from '../examples/documented-bodies.ts';
import { equalTimes } from '../lists/equal-times.ts';
import { read, remove } from '../lives/card-life.ts';
import { namedInHeaders } from './named-in-headers.ts';
import type { PhasePlan, PlanSettings } from '../phase-plan.ts';
import { secondUserCases } from './second-user.ts';
import { otherSpellings } from './spellings.ts';
import { undocumentedRequests } from './unusual-requests.ts';

/** Requests with one defect each, beside the same request without it, and a look at what they left behind. */
export function refusalsPhase(settings: PlanSettings): PhasePlan {
  const { people, apiVersion } = settings;
  const bodies = documentedBodies(people);
  const cases: readonly Case[] = [
    ...accessCases(settings),
    ...applicationCases(settings),
    ...secondUserCases(settings),
    ...namedInHeaders(settings),
    deletedCard(bodies),
    ...making(apiVersion, 'clockIn', bodies.clockIn),
    ...making(apiVersion, 'create', withBreak(bodies.create)),
    ...acting(apiVersion, bodies),
    ...replacing(apiVersion, bodies),
    ...undocumentedRequests(settings),
    ...otherSpellings(settings),
    equalTimes(settings),
    ...confirmedForNull(settings, bodies),
  ];
  return { phase: 'refusals', kind: 'listed', cases };
}

/** A documented card with a closed break, so that what may be wrong with a break can be tried. */
export function withBreak(body: JsonObject): JsonObject {
  return {
    ...body,
    breaks: [{ start: { dateTime: '2025-01-07T21:10:00.000Z' }, end: { dateTime: '2025-01-07T21:20:00.000Z' } }],
  };
}

/** Defects that share a control. More would make a case too long to be run again and shrunk. */
const defectsPerControl = 11;

/** The control, then some defects. A card that is made against expectation is removed at once; the list shows others. */
function making(version: ApiVersion, operation: 'clockIn' | 'create', valid: JsonObject): readonly Case[] {
  const control: Step = { name: `valid ${operation}`, operation, makes: 'card', body: valid };
  return chunks(defectsOf(version, operation, valid), defectsPerControl).map((some, index) => ({
    name: `defective ${operation}, part ${index + 1}`,
    phase: 'refusals',
    suites: [operation, 'protocol', 'isolation'],
    steps: [
      control,
      remove('card'),
      { name: 'list before', operation: 'list', walk: true },
      ...some.map((defect) => ({ ...defective(control, defect), discard: true as const })),
      { name: 'list after', operation: 'list', walk: true },
    ],
  }));
}

/** Defects of one kind that are tried on one card; each is followed by a look at the card. */
const defectsPerAction = 2;

/** A life in which each action first comes with a defect, and then as its own control: in each life with another text. */
function acting(version: ApiVersion, bodies: DocumentedBodies): readonly Case[] {
  const actions = ['startBreak', 'endBreak', 'clockOut'] as const;
  const groups = actions.map((operation) =>
    groupsOfOneKind(defectsOf(version, operation, bodies[operation]), defectsPerAction),
  );
  const most = Math.max(...groups.map(({ length }) => length));
  return Array.from({ length: most }, (_, index) => ({
    name: `defective actions, part ${index + 1}`,
    phase: 'refusals',
    suites: ['breaks', 'clockOut', 'protocol'],
    steps: [
      {
        name: 'clock in',
        operation: 'clockIn',
        makes: 'card',
        body: { ...bodies.clockIn, notes: { contentType: 'text', content: plainSampleAt(index) } },
      },
      read('read'),
      ...actions.flatMap((operation, place): readonly Step[] => {
        const body = { ...bodies[operation], notes: { contentType: 'text', content: plainSampleAt(index) } };
        const control: Step = { name: `valid ${operation}`, operation, card: 'card', body };
        const tried = (groups[place]?.[index] ?? []).flatMap((defect): readonly Step[] => [
          defective(control, defect),
          read(`read after ${operation}: ${defect.label}`),
        ]);
        return [...tried, control, read(`read after ${operation}`)];
      }),
    ],
  }));
}

/** Kinds of defects of replace that are tried on one card. */
const kindsPerCard = 4;

/** Defects of replace on a created card; those of one place and kind share the look that follows them. */
function replacing(version: ApiVersion, bodies: DocumentedBodies): readonly Case[] {
  const valid = withBreak(bodies.replace);
  const control: Step = { name: 'valid replace', operation: 'replace', card: 'card', body: valid };
  const kinds = groupsOfOneKind(defectsOf(version, 'replace', valid), defectsPerControl);
  return chunks(kinds, kindsPerCard).map((some, index) => ({
    name: `defective replace, part ${index + 1}`,
    phase: 'refusals',
    suites: ['replace', 'protocol'],
    steps: [
      { name: 'create', operation: 'create', makes: 'card', body: bodies.create },
      read('read'),
      ...some.flatMap((defects): readonly Step[] => [
        ...defects.map((defect) => defective(control, defect)),
        read(`read after ${defects[0]?.label ?? 'nothing'}`),
      ]),
      control,
    ],
  }));
}
