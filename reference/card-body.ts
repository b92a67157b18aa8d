import type { ApiVersion } from '../traffic/operation.ts';
import type { JsonObject } from '../traffic/json.ts';
import {
  optional,
  readEachMember,
  readFlag,
  readFlags,
  readInstant,
  readObject,
  readOneOf,
  readText,
  required,
  type Reader,
} from './body-readers.ts';
import type { ItemBody, TimeCardEvent } from './time-card.ts';

/** What an action says: all of it optional. Source: CSDL, parameters of clockIn, clockOut, startBreak, endBreak. */
export interface ActionInput {
  readonly isAtApprovedLocation: boolean | null;
  readonly notes: ItemBody | null;
  readonly onBehalfOfUserId: string | null;
}

interface BreakInput {
  readonly breakId: string | null;
  readonly notes: ItemBody | null;
  readonly start: TimeCardEvent;
  readonly end: TimeCardEvent | null;
}

/** What a caller may say of a card. What the service sets itself is checked for its type and left aside. */
export interface CardInput {
  readonly userId: string | null;
  readonly clockInEvent: TimeCardEvent | null;
  readonly clockOutEvent: TimeCardEvent | null;
  readonly breaks: readonly BreakInput[];
  readonly notes: ItemBody | null;
}

export function readAction(body: JsonObject, version: ApiVersion): ActionInput {
  return {
    isAtApprovedLocation: readLocation(body, version),
    notes: optional(body, 'notes', readNotes),
    onBehalfOfUserId: optional(body, 'onBehalfOfUserId', readText),
  };
}

export function readCard(body: JsonObject, version: ApiVersion): CardInput {
  checkServiceProperties(body, version);
  return {
    userId: optional(body, 'userId', readText),
    notes: optional(body, 'notes', readNotes),
    ...readEntry(body, version),
  };
}

/** Source: v1.0 timeCard resource page; these are read-only by their meaning, and no page says that sending them is wrong. */
function checkServiceProperties(body: JsonObject, version: ApiVersion): void {
  optional(body, 'id', readText);
  optional(body, 'state', readOneOf(['clockedIn', 'onBreak', 'clockedOut', 'unknownFutureValue']));
  optional(body, 'confirmedBy', readFlags(['none', 'user', 'manager', 'unknownfuturevalue']));
  optional(body, 'createdDateTime', readInstant);
  optional(body, 'lastModifiedDateTime', readInstant);
  optional(body, 'createdBy', readIdentitySet);
  optional(body, 'lastModifiedBy', readIdentitySet);
  const original = optional(body, 'originalEntry', readObject);
  if (original !== null) readEntry(original, version, 'originalEntry');
}

function readEntry(entry: JsonObject, version: ApiVersion, at = '') {
  return {
    clockInEvent: optional(entry, 'clockInEvent', readEvent(version), at),
    clockOutEvent: optional(entry, 'clockOutEvent', readEvent(version), at),
    // A null collection is taken for an omitted one.
    breaks: optional(entry, 'breaks', readEachMember(readBreak(version)), at) ?? [],
  };
}

/** Source: CSDL timeCardEvent; dateTime is not nullable. */
function readEvent(version: ApiVersion): Reader<TimeCardEvent> {
  return (value, at) => {
    const event = readObject(value, at);
    return {
      dateTime: required(event, 'dateTime', readInstant, at),
      isAtApprovedLocation: readLocation(event, version, at),
      notes: optional(event, 'notes', readNotes, at),
    };
  };
}

/** Source: CSDL timeCardBreak; start is not nullable. */
function readBreak(version: ApiVersion): Reader<BreakInput> {
  return (value, at) => {
    const one = readObject(value, at);
    return {
      breakId: optional(one, 'breakId', readText, at),
      notes: optional(one, 'notes', readNotes, at),
      start: required(one, 'start', readEvent(version), at),
      end: optional(one, 'end', readEvent(version), at),
    };
  };
}

/**
 * In beta the older name means the same, and the newer one wins where both are sent. Source: beta clockIn page,
 * deprecated row. v1.0 never knew the older name.
 */
function readLocation(object: JsonObject, version: ApiVersion, at = ''): boolean | null {
  const named = optional(object, 'isAtApprovedLocation', readFlag, at);
  if (version === 'v1.0') return named;
  const older = optional(object, 'atApprovedLocation', readFlag, at);
  return named ?? older;
}

/** Source: itemBody page: text and html. Without a type it is plain text. */
const readNotes: Reader<ItemBody> = (value, at) => {
  const notes = readObject(value, at);
  const contentType = optional(notes, 'contentType', readOneOf<'text' | 'html'>(['text', 'html']), at);
  return {
    contentType: notes['contentType'] === undefined ? 'text' : contentType,
    content: optional(notes, 'content', readText, at),
  };
};

/** Source: CSDL identitySet; open, so that other members pass. */
const readIdentitySet: Reader<void> = (value, at) => {
  const set = readObject(value, at);
  for (const member of ['application', 'device', 'user']) {
    const identity = optional(set, member, readObject, at);
    if (identity === null) continue;
    optional(identity, 'id', readText, `${at}/${member}`);
    optional(identity, 'displayName', readText, `${at}/${member}`);
  }
};
