import * as fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import type { ApiVersion } from '../traffic/operation.ts';
import { stateOfBody } from '../traffic/state-of-body.ts';
import { schemaFor } from '../schemas/validators.ts';
import { arbitraryFor, referred, type Special } from './from-schema.ts';
import { instant } from './instants.ts';
import { timesInOrder } from './order.ts';
import { plainSample, plainText, uglyText } from './text.ts';

/**
 * Request bodies that are valid by the schemas of a version and promised to be accepted by its documents: nothing that the
 * service sets itself, times in order. Those of beta say where something happened under the current name, the former one,
 * or both, which may differ: the page says which of them counts. Each shrinks towards the smallest valid body.
 */
interface Versioned {
  readonly version?: ApiVersion;
}

/** Body of clockIn: `{ isAtApprovedLocation?, notes?, onBehalfOfUserId? }`. The user, where given, is always sent. */
export function clockInRequest(
  options: Versioned & { readonly onBehalfOfUserId?: string } = {},
): fc.Arbitrary<JsonObject> {
  const { version = 'v1.0', onBehalfOfUserId } = options;
  const body = bodyOf(schemaFor(version, 'clockInRequest'), (name) =>
    name === 'onBehalfOfUserId' ? 'absent' : undefined,
  );
  return onBehalfOfUserId === undefined ? body : body.map((members) => ({ ...members, onBehalfOfUserId }));
}

/** Body of clockOut: `{ isAtApprovedLocation?, notes? }`. */
export function clockOutRequest(version: ApiVersion = 'v1.0'): fc.Arbitrary<JsonObject> {
  return bodyOf(schemaFor(version, 'clockOutRequest'));
}

/** Body of startBreak and of endBreak, which take the same: `{ isAtApprovedLocation?, notes? }`. */
export function breakRequest(version: ApiVersion = 'v1.0'): fc.Arbitrary<JsonObject> {
  return bodyOf(schemaFor(version, 'startBreakRequest'));
}

/** Body of confirmForUser, which only beta has: who confirms is all there is to say. */
export function confirmForUserRequest(userId: string): fc.Arbitrary<JsonObject> {
  return bodyOf(schemaFor('beta', 'confirmForUserRequest'), () => fc.constant(userId));
}

/**
 * Body of create: a card of that user with a clock-in, perhaps a clock-out at least a second later, and breaks in
 * between that follow each other; only the last may be open, and only on an open card. All within a day.
 */
export function createRequest(
  options: Versioned & {
    readonly userId: string;
    /** `sometimes` leaves the user out now and then, for who calls under a delegated token. */
    readonly withUserId?: 'always' | 'sometimes';
  },
): fc.Arbitrary<JsonObject> {
  const { version = 'v1.0', userId, withUserId = 'always' } = options;
  const owner = withUserId === 'always' ? fc.constant({ userId }) : fc.constantFrom({}, { userId });
  const root = schemaFor(version, 'createRequest');
  const card = bodyOf({ ...root, required: ['clockInEvent'] }, presentClockIn(root));
  return fc.tuple(owner, card).map(([user, members]) => ({ ...user, ...timesInOrder(members) }));
}

/**
 * Body of replace: a whole card of that user, so that nothing is left to what becomes of omitted members (TC-REPLACE-005):
 * both events, where a clock-out may be null, breaks and notes; sometimes its state, which then fits the events.
 */
export function replaceRequest(options: Versioned & { readonly userId: string }): fc.Arbitrary<JsonObject> {
  const { version = 'v1.0', userId } = options;
  const root = schemaFor(version, 'replaceRequest');
  const whole = { ...root, required: ['clockInEvent', 'clockOutEvent', 'breaks', 'notes'] };
  const special = presentClockIn(root);
  const card = bodyOf(whole, (name, schema) => (name === 'state' ? 'absent' : special(name, schema)));
  return fc.tuple(card, fc.boolean()).map(([members, withState]) => {
    const replaced = { userId, ...timesInOrder(members) };
    return withState ? { ...replaced, state: stateOfBody(replaced) } : replaced;
  });
}

/** The user is the caller's to choose, and a card begins, so that its clock-in is never null. */
function presentClockIn(root: JsonObject): Special {
  return (name) => {
    if (name === 'userId') return 'absent';
    return name === 'clockInEvent' ? arbitraryFor(referred('#/$defs/timeCardEvent', root), root, chosen) : undefined;
  };
}

function bodyOf(schema: JsonObject, special: Special = () => undefined): fc.Arbitrary<JsonObject> {
  return arbitraryFor(schema, schema, (name, member) => special(name, member) ?? chosen(name, member)).filter(
    isJsonObject,
  );
}

/** What we send for members whose schema allows more than the documents promise to accept. */
const chosen: Special = (name, schema) => {
  if (schema['readOnly'] === true || name === 'breakId') return 'absent';
  if (name === 'dateTime') return instant();
  return name === 'notes' ? notes() : undefined;
};

/** Null, or text with its type: mostly plain, among it what looks like something else, and one in five of a kind that no document promises to keep. */
function notes(): fc.Arbitrary<Json> {
  const content = fc.oneof(
    { withCrossShrink: true },
    { weight: 2, arbitrary: plainText() },
    { weight: 2, arbitrary: plainSample() },
    { weight: 1, arbitrary: uglyText() },
  );
  const contentType = fc.oneof(
    { withCrossShrink: true },
    { weight: 9, arbitrary: fc.constant('text') },
    { weight: 1, arbitrary: fc.constant('html') },
  );
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: fc.record({ content, contentType }, { noNullPrototype: true }) },
  );
}
