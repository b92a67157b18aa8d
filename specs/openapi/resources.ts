import type { ApiVersion } from '../../traffic/operation.ts';
import { approvedLocation } from './approved-location.ts';
import { nullable, nullableDateTime, nullableString, ref, type Schemas } from './schema.ts';

/** `none`, `user`, `manager`, or several of them: the type is a set of flags, and the beta get example has `user,manager`. */
const flag = '(?:none|user|manager)';

/**
 * The resource types of a time card, as responses carry them.
 * Source: CSDL (types, nullability) and the resource pages (descriptions). `required` lists what CSDL marks
 * `Nullable="false"`: the key, the time of an event, the start of a break.
 */
export function resourceSchemas(version: ApiVersion): Schemas {
  return { ...enums(), ...identities(), ...entries(version), timeCard: timeCard() };
}

function enums(): Schemas {
  return {
    timeCardState: {
      title: 'TimeCardState',
      description: 'The current state of the card. The sentinel unknownFutureValue is never sent.',
      type: 'string',
      enum: ['clockedIn', 'onBreak', 'clockedOut'],
    },
    confirmedBy: {
      title: 'ConfirmedBy',
      description: 'Who confirmed the card: a set of none, user and manager, separated by commas.',
      type: 'string',
      pattern: `^${flag}(?:,${flag})*$`,
    },
    bodyType: { title: 'BodyType', description: 'How content is written.', type: 'string', enum: ['text', 'html'] },
    itemBody: {
      title: 'ItemBody',
      description: 'Notes.',
      type: 'object',
      properties: {
        content: nullableString('The text of the notes.'),
        contentType: nullable(ref('bodyType')),
      },
    },
  };
}

function identities(): Schemas {
  return {
    identity: {
      title: 'Identity',
      description: 'A user, device or application. The id may be missing where it is not known.',
      type: 'object',
      properties: { id: nullableString('The id.'), displayName: nullableString('The name, possibly out of date.') },
    },
    identitySet: {
      title: 'IdentitySet',
      description: 'Who did something. An open type: further members may appear.',
      type: 'object',
      properties: {
        application: nullable(ref('identity')),
        device: nullable(ref('identity')),
        user: nullable(ref('identity')),
      },
    },
  };
}

function entries(version: ApiVersion): Schemas {
  return {
    timeCardEvent: {
      title: 'TimeCardEvent',
      description: 'A moment at which somebody clocked in or out, or began or ended a break.',
      type: 'object',
      required: ['dateTime'],
      properties: {
        dateTime: { description: 'When it happened, in UTC.', type: 'string', format: 'date-time' },
        ...approvedLocation(version, 'event'),
        notes: nullable(ref('itemBody'), 'Notes about the event.'),
      },
    },
    timeCardBreak: {
      title: 'TimeCardBreak',
      description: 'A break. An open one has no end.',
      type: 'object',
      required: ['start'],
      properties: {
        breakId: nullableString('The id of the break.'),
        start: ref('timeCardEvent'),
        end: nullable(ref('timeCardEvent')),
        notes: nullable(ref('itemBody'), 'Notes about the break as a whole.'),
      },
    },
    timeCardEntry: {
      title: 'TimeCardEntry',
      description: 'What a card said before it was edited.',
      type: 'object',
      properties: entryProperties(),
    },
  };
}

/** What a card and its original entry have in common. CSDL has no null for the collection itself. */
function entryProperties(): Schemas {
  return {
    clockInEvent: nullable(ref('timeCardEvent'), 'When the user clocked in.'),
    clockOutEvent: nullable(ref('timeCardEvent'), 'When the user clocked out.'),
    breaks: { description: 'The breaks of the card.', type: 'array', items: ref('timeCardBreak') },
  };
}

/** Every property of a card but its key, with its type and nullability by CSDL. */
export function timeCardProperties(): Schemas {
  return {
    createdDateTime: nullableDateTime('When the card was made, in UTC.'),
    createdBy: nullable(ref('identitySet'), 'Who made the card.'),
    lastModifiedDateTime: nullableDateTime('When the card was last changed, in UTC.'),
    lastModifiedBy: nullable(ref('identitySet'), 'Who last changed the card.'),
    userId: nullableString('The user whose card it is.'),
    state: nullable(ref('timeCardState')),
    confirmedBy: nullable(ref('confirmedBy')),
    notes: nullable(ref('itemBody'), 'Notes about the card as a whole.'),
    ...entryProperties(),
    originalEntry: nullable(ref('timeCardEntry'), 'The entry before it was edited.'),
  };
}

function timeCard(): Schemas[string] {
  return {
    title: 'TimeCard',
    description: 'A time card of a schedule.',
    type: 'object',
    required: ['id'],
    properties: { id: { description: 'The key of the card. Opaque.', type: 'string' }, ...timeCardProperties() },
  };
}
