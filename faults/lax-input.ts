import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import type { Operation } from '../traffic/operation.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { defects } from './defect.ts';
import { reading } from './seams.ts';

/** Where notes and places are sent, with what must refuse a kind of text and a place that are none. */
const places: readonly {
  readonly name: string;
  readonly says: string;
  readonly operations: readonly Operation[];
  readonly contentType: RequirementId;
  readonly location: RequirementId;
}[] = [
  {
    name: 'clock-in',
    says: 'clockIn takes',
    operations: ['clockIn'],
    contentType: 'TC-CLOCKIN-026',
    location: 'TC-CLOCKIN-027',
  },
  {
    name: 'clock-out',
    says: 'clockOut takes',
    operations: ['clockOut'],
    contentType: 'TC-CLOCKOUT-018',
    location: 'TC-CLOCKOUT-019',
  },
  {
    name: 'breaks',
    says: 'startBreak and endBreak take',
    operations: ['startBreak', 'endBreak'],
    contentType: 'TC-BREAK-027',
    location: 'TC-BREAK-028',
  },
  {
    name: 'create',
    says: 'create takes',
    operations: ['create'],
    contentType: 'TC-CREATE-024',
    location: 'TC-CREATE-025',
  },
  {
    name: 'replace',
    says: 'replace takes',
    operations: ['replace'],
    contentType: 'TC-REPLACE-018',
    location: 'TC-REPLACE-019',
  },
];

/** Wrong input that one operation lets pass, as each of its handlers looks at its own body. */
export const laxInputDefects = defects('errors', [
  ...places.map(({ name, says, operations, contentType }) => ({
    id: `content-type-unchecked-by-${name}`,
    title: `${says} notes with a contentType that is none`,
    imitates: 'an enum kept as any text',
    caughtBy: [contentType] as const,
    hooks: reading(operations, (body) =>
      replaceDeep(body, (member, value) => (member === 'contentType' && value !== 'html' ? 'text' : value)),
    ),
  })),
  ...places.map(({ name, says, operations, location }) => ({
    id: `text-for-boolean-by-${name}`,
    title: `${says} text or a number for isAtApprovedLocation`,
    imitates: 'lenient conversion of types',
    caughtBy: [location] as const,
    hooks: reading(operations, (body) =>
      replaceDeep(body, (member, value) =>
        member === 'isAtApprovedLocation' && value !== null ? Boolean(value) : value,
      ),
    ),
  })),
  {
    id: 'create-event-time-optional',
    title: 'create takes an event without dateTime',
    imitates: 'a missing time that defaults to now',
    caughtBy: ['TC-CREATE-013'],
    hooks: reading('create', withEventTimes),
  },
  {
    id: 'replace-event-time-optional',
    title: 'replace takes an event without dateTime',
    imitates: 'an edit that is merged into what is there',
    caughtBy: ['TC-REPLACE-016'],
    hooks: reading('replace', withEventTimes),
  },
  {
    id: 'create-break-start-optional',
    title: 'create takes a break without start',
    imitates: 'a missing time that defaults to now',
    caughtBy: ['TC-CREATE-023'],
    hooks: reading('create', withBreakStarts),
  },
  {
    id: 'replace-break-start-optional',
    title: 'replace takes a break without start',
    imitates: 'an edit that is merged into what is there',
    caughtBy: ['TC-REPLACE-017'],
    hooks: reading('replace', withBreakStarts),
  },
]);

const someTime = { dateTime: '2025-01-07T21:00:00Z' };

function withEventTimes(body: JsonObject): JsonObject {
  return replaceDeep(body, (name, value) =>
    name.endsWith('Event') && isJsonObject(value) ? { ...someTime, ...value } : value,
  );
}

function withBreakStarts(body: JsonObject): JsonObject {
  const breaks = body['breaks'];
  if (!Array.isArray(breaks)) return body;
  const started = (one: Json): Json => (isJsonObject(one) ? { start: someTime, ...one } : one);
  return { ...body, breaks: (breaks as readonly Json[]).map(started) };
}

/** Every member of an object, at any depth, replaced. */
function replaceDeep(object: JsonObject, replace: (name: string, value: Json) => Json): JsonObject {
  const deep = (value: Json): Json => (isJsonObject(value) ? replaceDeep(value, replace) : value);
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, deep(replace(name, value))]));
}
