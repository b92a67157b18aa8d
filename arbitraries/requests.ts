import * as fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '../specs/json.ts';
import { schemaFor } from '../schemas/validators.ts';
import { arbitraryFor, referred, type Special } from './from-schema.ts';
import { instant } from './instants.ts';
import { inOrder } from './order.ts';
import { plainText, uglyText } from './text.ts';

/**
 * Request bodies that are valid by the schemas of both versions and promised to be accepted by the documents: names of
 * v1.0 only, nothing that the service sets itself, times in order. Each shrinks towards the smallest valid body.
 */

/** Body of clockIn: `{ isAtApprovedLocation?, notes?, onBehalfOfUserId? }`. The user, where given, is always sent. */
export function clockInRequest(options: { readonly onBehalfOfUserId?: string } = {}): fc.Arbitrary<JsonObject> {
  const { onBehalfOfUserId } = options;
  const body = bodyOf(schemaFor('v1.0', 'clockInRequest'), (name) =>
    name === 'onBehalfOfUserId' ? 'absent' : undefined,
  );
  return onBehalfOfUserId === undefined ? body : body.map((members) => ({ ...members, onBehalfOfUserId }));
}

/** Body of clockOut: `{ isAtApprovedLocation?, notes? }`. */
export function clockOutRequest(): fc.Arbitrary<JsonObject> {
  return bodyOf(schemaFor('v1.0', 'clockOutRequest'));
}

/** Body of startBreak and of endBreak, which take the same: `{ isAtApprovedLocation?, notes? }`. */
export function breakRequest(): fc.Arbitrary<JsonObject> {
  return bodyOf(schemaFor('v1.0', 'startBreakRequest'));
}

/**
 * Body of create: a card of that user with a clock-in, perhaps a clock-out at least a second later, and breaks in
 * between that follow each other; only the last may be open, and only on an open card. All within a day.
 */
export function createRequest(options: {
  readonly userId: string;
  /** `sometimes` leaves the user out now and then, for who calls under a delegated token. */
  readonly withUserId?: 'always' | 'sometimes';
}): fc.Arbitrary<JsonObject> {
  const { userId, withUserId = 'always' } = options;
  const owner = withUserId === 'always' ? fc.constant({ userId }) : fc.constantFrom({}, { userId });
  const root = schemaFor('v1.0', 'createRequest');
  const card = bodyOf({ ...root, required: ['clockInEvent'] }, (name) => {
    if (name === 'userId') return 'absent';
    return name === 'clockInEvent' ? arbitraryFor(referred('#/$defs/timeCardEvent', root), root, chosen) : undefined;
  });
  return fc.tuple(owner, card).map(([user, members]) => ({ ...user, ...inOrder(members) }));
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

/** Null, or text with its type: mostly plain, one in five of a kind that no document promises to keep. */
function notes(): fc.Arbitrary<Json> {
  const content = fc.oneof(
    { withCrossShrink: true },
    { weight: 4, arbitrary: plainText() },
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
