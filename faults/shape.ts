import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { defects } from './defect.ts';
import { answering, moved, showing, storing, withJson, without } from './seams.ts';

/** JSON of the wrong form: missing keys, wrong types, wrong names. */
export const shapeDefects = defects('shape', [
  {
    id: 'breaks-null',
    title: 'breaks is null instead of an empty array',
    imitates: 'serialisers that write an unset collection as null',
    caughtBy: ['TC-SHAPE-013', 'TC-CLOCKIN-006', 'TC-CREATE-007'],
    hooks: showing((card) => ({ ...card, breaks: null })),
  },
  {
    id: 'create-breaks-invented',
    title: 'create without breaks answers one break that takes no time',
    imitates: 'a form that always has one row',
    caughtBy: ['TC-CREATE-007'],
    hooks: storing('create', (after) => {
      const start = after.clockInEvent;
      if (after.breaks.length > 0 || start === null) return after;
      return {
        ...after,
        breaks: [{ breakId: 'BRK_00000000-0000-4000-8000-000000000001', notes: null, start, end: start }],
      };
    }),
  },
  {
    id: 'clock-in-without-breaks',
    title: 'clockIn leaves out the key breaks',
    imitates: 'serialisers that leave out empty collections',
    caughtBy: ['TC-CLOCKIN-006', 'TC-SHAPE-006'],
    hooks: showing((card) => without(card, 'breaks'), 'clockIn'),
  },
  {
    id: 'nulls-left-out',
    title: 'keys without a value are left out',
    imitates: 'serialisers that ignore nulls',
    caughtBy: ['TC-SHAPE-006'],
    hooks: showing((card) => Object.fromEntries(Object.entries(card).filter(([, value]) => value !== null))),
  },
  {
    id: 'confirmed-by-absent',
    title: 'confirmedBy is left out',
    imitates: 'serialisers that leave out the default of an enum',
    caughtBy: ['TC-CLOCKIN-007', 'TC-CREATE-008', 'TC-SHAPE-006'],
    hooks: showing((card) => without(card, 'confirmedBy')),
  },
  {
    id: 'confirmed-by-capital',
    title: 'confirmedBy is None instead of none',
    imitates: 'enum names of C# written as they are',
    caughtBy: ['TC-SHAPE-002', 'TC-CLOCKIN-007', 'TC-CREATE-008'],
    hooks: showing((card) => ({ ...card, confirmedBy: 'None' })),
  },
  {
    id: 'state-capital',
    title: 'state is ClockedOut instead of clockedOut',
    imitates: 'enum names of C# written as they are',
    caughtBy: ['TC-SHAPE-001', 'TC-CLOCKIN-004', 'TC-CREATE-005'],
    hooks: showing((card) => ({ ...card, state: capital(card['state']) })),
  },
  {
    id: 'state-unknown-future',
    title: 'get shows the state unknownFutureValue',
    imitates: 'a gateway that maps enum members it does not know',
    caughtBy: ['TC-GEN-012', 'TC-SHAPE-001'],
    hooks: showing((card) => ({ ...card, state: 'unknownFutureValue' }), 'get'),
  },
  {
    id: 'id-number',
    title: 'clockIn answers an id that is a number',
    imitates: 'the key of a database row shown as it is',
    caughtBy: ['TC-CLOCKIN-016'],
    hooks: showing((card) => ({ ...card, id: 17 }), 'clockIn'),
  },
  {
    id: 'created-epoch',
    title: 'createdDateTime is a number of milliseconds',
    imitates: 'a date that was never written as text',
    caughtBy: ['TC-GEN-013'],
    hooks: showing((card) => ({ ...card, createdDateTime: Date.parse(String(card['createdDateTime'])) })),
  },
  {
    id: 'created-without-zone',
    title: 'createdDateTime has no Z',
    imitates: 'local date-times without an offset',
    caughtBy: ['TC-GEN-013'],
    alike: 'is still text that looks like a time; only the Z is missing',
    hooks: showing((card) => ({ ...card, createdDateTime: String(card['createdDateTime']).replace('Z', '') })),
  },
  {
    id: 'created-with-offset',
    title: 'createdDateTime is written with the offset +01:00',
    imitates: 'a server that writes the zone it runs in',
    caughtBy: ['TC-GEN-013'],
    hooks: showing((card) => ({
      ...card,
      createdDateTime: moved(String(card['createdDateTime']), 3_600_000).replace('Z', '+01:00'),
    })),
  },
  {
    id: 'older-boolean-name',
    title: 'events say atApprovedLocation in v1.0',
    imitates: 'a mock written from the beta pages',
    caughtBy: ['TC-SHAPE-003', 'TC-CLOCKIN-011'],
    hooks: showing((card) => ({ ...card, clockInEvent: withOlderName(card['clockInEvent']) })),
  },
  {
    id: 'event-time-null',
    title: 'clockOutEvent has no dateTime',
    imitates: 'an event object that is made before its time is known',
    caughtBy: ['TC-SHAPE-004', 'TC-CLOCKOUT-004'],
    hooks: showing((card) => ({
      ...card,
      clockOutEvent: isJsonObject(card['clockOutEvent']) ? { ...card['clockOutEvent'], dateTime: null } : null,
    })),
  },
  {
    id: 'created-by-text',
    title: 'createdBy is the bare id of the user',
    imitates: 'a mock that flattens identity sets',
    caughtBy: ['TC-SHAPE-007', 'TC-CLOCKIN-019', 'TC-CREATE-016'],
    hooks: showing((card) => ({ ...card, createdBy: card['userId'] ?? null })),
  },
  {
    id: 'list-bare-array',
    title: 'list answers a bare array',
    imitates: 'the CRUD plug-ins of mock servers',
    caughtBy: ['TC-LIST-001'],
    hooks: answering('list', (reply) => {
      if (reply.content.kind !== 'json' || !isJsonObject(reply.content.value)) return reply;
      return withJson(reply, reply.content.value['value'] ?? []);
    }),
  },
  {
    id: 'list-without-ids',
    title: 'the items of list have no id',
    imitates: 'mocks that echo what was sent and assign nothing',
    caughtBy: ['TC-LIST-002'],
    hooks: showing((card) => without(card, 'id'), 'list'),
  },
  {
    id: 'get-without-clock-out',
    title: 'get of a closed card shows no clockOutEvent',
    imitates: 'a projection written before cards could be closed',
    caughtBy: ['TC-SHAPE-011', 'TC-CLOCKOUT-004'],
    hooks: showing((card) => ({ ...card, clockOutEvent: null }), 'get'),
  },
  {
    id: 'break-start-null',
    title: 'breaks have no start',
    imitates: 'a key of another name in the database',
    caughtBy: ['TC-SHAPE-005'],
    hooks: showing((card) => ({
      ...card,
      breaks: items(card['breaks']).map((one) => ({ ...one, start: null })),
    })),
  },
  {
    id: 'content-type-plain',
    title: 'contentType is text/plain instead of text',
    imitates: 'media types where itemBody has its own names',
    caughtBy: ['TC-SHAPE-009', 'TC-CLOCKIN-008'],
    hooks: showing((card) => ({ ...card, clockInEvent: withMediaType(card['clockInEvent']) })),
  },
  {
    id: 'identity-id-number',
    title: 'ids of people are numbers',
    imitates: 'the keys of a table of its own in place of those of the directory',
    caughtBy: ['TC-SHAPE-023'],
    hooks: showing(
      (card) => ({ ...card, lastModifiedBy: { application: null, device: null, user: { id: 42 } } }),
      ['get', 'list'],
    ),
  },
]);

function capital(value: Json | undefined): Json {
  return typeof value === 'string' ? value.charAt(0).toUpperCase() + value.slice(1) : (value ?? null);
}

function withOlderName(event: Json | undefined): Json {
  if (!isJsonObject(event)) return null;
  return { ...without(event, 'isAtApprovedLocation'), atApprovedLocation: event['isAtApprovedLocation'] ?? null };
}

function items(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly JsonObject[]) : [];
}

function withMediaType(event: Json | undefined): Json {
  if (!isJsonObject(event) || !isJsonObject(event['notes'])) return event ?? null;
  return {
    ...event,
    notes: { ...event['notes'], contentType: `text/${event['notes']['contentType'] === 'html' ? 'html' : 'plain'}` },
  };
}
