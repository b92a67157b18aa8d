import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import type { FaultHooks } from '../fault.ts';
import { inBodies, inErrors } from './seams.ts';
import { entries } from './variant.ts';

const instant = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?Z$/;

/** Writes the fraction of every time anew. */
function fractions(write: (digits: string) => string): FaultHooks {
  const rewritten = (value: Json): Json =>
    typeof value === 'string'
      ? value.replace(instant, (_, seconds: string, digits = '') => `${seconds}${write(digits)}Z`)
      : value;
  return inBodies((object) =>
    // Notes may speak of a time, and stay what they are.
    Object.fromEntries(
      Object.entries(object).map(([name, value]) => [name, name === 'content' ? value : rewritten(value)]),
    ),
  );
}

function isCard(object: JsonObject): boolean {
  return 'createdDateTime' in object;
}

function isIdentitySet(object: JsonObject): boolean {
  return 'device' in object;
}

/** A member that is an object, changed. */
function within(object: JsonObject, name: string, change: (member: JsonObject) => JsonObject): JsonObject {
  const member = object[name];
  return isJsonObject(member) ? { ...object, [name]: change(member) } : object;
}

const cardsOnly =
  (change: (card: JsonObject) => JsonObject) =>
  (object: JsonObject): JsonObject =>
    isCard(object) ? change(object) : object;

/** How cards and errors look. */
export const lookVariants = entries([
  {
    id: 'undeclared-members',
    title: 'every object has members and annotations that no page names',
    allows:
      'versioning-and-support: additions are compatible and may come unannounced; OData JSON: annotations anywhere.',
    temptation: 'a body has the documented members and no others',
    hooks: inBodies((object) => ({
      '@odata.context': 'https://example.test/$metadata',
      'state@example.label': 'annotated',
      vendorNumber: 7,
      ...object,
      vendor: { nested: [null] },
    })),
  },
  {
    id: 'etags',
    title: 'every card carries an @odata.etag that changes with each answer',
    allows: 'beta list example: items carry @odata.etag. No page says that If-Match is needed or what makes it change.',
    temptation: 'two reads of an unchanged card are equal to the letter',
    hooks: () => {
      let answers = 0;
      return inBodies(cardsOnly((card) => ({ '@odata.etag': `"${(answers += 1)}-0d00"`, ...card })));
    },
  },
  {
    id: 'reversed-members',
    title: 'the members of every object come in reversed order',
    allows: 'RFC 8259, 4: an object is unordered. versioning-and-support: the order of properties may change.',
    temptation: 'bodies are compared as text',
    hooks: inBodies((object) => Object.fromEntries(Object.entries(object).toReversed())),
  },
  {
    id: 'fewest-digits',
    title: 'times carry no more digits than they need, often none',
    allows: 'create example: 21:00:00.000Z comes back as 21:00:00Z.',
    temptation: 'a time has three digits of a fraction, and comes back letter by letter',
    hooks: fractions((digits) => (/[1-9]/.test(digits) ? `.${digits.replace(/0+$/, '')}` : '')),
  },
  {
    id: 'seven-digits',
    title: 'times carry seven digits of a fraction',
    allows: 'CSDL: Edm.DateTimeOffset without a Precision facet; changeTrackedEntity page: ISO 8601.',
    temptation: 'a time has three digits of a fraction',
    hooks: fractions((digits) => `.${digits.padEnd(7, '0')}`),
  },
  {
    id: 'absent-nulls',
    title: 'what is null inside a card’s events, breaks, notes and identities is left out',
    allows:
      'old beta create example: createdBy without application and device. Only a full card shows its thirteen keys everywhere.',
    temptation: 'every nullable property of every object is present',
    hooks: inBodies((object) => {
      const drops = !isCard(object) && !('value' in object) && !('error' in object);
      return drops ? Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null)) : object;
    }),
  },
  {
    id: 'bare-identities',
    title: 'identities have an id and no displayName',
    allows: 'identity: displayName is nullable (CSDL) and may be out of date (resource page).',
    temptation: 'createdBy and lastModifiedBy name people',
    hooks: inBodies((object) =>
      isIdentitySet(object) ? within(object, 'user', ({ id }) => ({ id: id ?? null, displayName: null })) : object,
    ),
  },
  {
    id: 'rich-identities',
    title: 'identity sets have members beyond the CSDL, such as conversation',
    allows: 'beta examples: conversation; identitySet page lists ten members; CSDL: OpenType.',
    temptation: 'an identity set has application, device and user',
    hooks: inBodies((object) =>
      isIdentitySet(object)
        ? {
            '@odata.type': '#microsoft.graph.identitySet',
            ...within(object, 'user', (user) => ({ ...user, tenantId: null, userIdentityType: 'aadUser' })),
            conversation: null,
            phone: { id: 'p', displayName: null },
          }
        : object,
    ),
  },
  {
    id: 'older-name-beside',
    title: 'events carry atApprovedLocation beside isAtApprovedLocation, with the same value',
    allows: 'versioning-and-support: additional properties are compatible; beta carries both.',
    temptation: 'v1.0 must not know the older name',
    versions: ['v1.0'],
    hooks: inBodies((object) =>
      'isAtApprovedLocation' in object
        ? { ...object, atApprovedLocation: object['isAtApprovedLocation'] ?? null }
        : object,
    ),
  },
  {
    id: 'flags-apart',
    title: 'confirmedBy lists its members the other way round, with a blank after the comma',
    allows: 'CSDL: confirmedBy IsFlags; a set has no order, and the one example of two members says nothing of blanks.',
    temptation: 'confirmedBy is one of four texts',
    hooks: inBodies((object) =>
      object['confirmedBy'] === 'user,manager' ? { ...object, confirmedBy: 'manager, user' } : object,
    ),
  },
  {
    id: 'breaks-newest-first',
    title: 'breaks are listed newest first',
    allows: 'CSDL: Collection(graph.timeCardBreak), which promises no order; no page does either.',
    temptation: 'the last break of the array is the newest',
    hooks: inBodies((object) => {
      const { breaks } = object;
      return Array.isArray(breaks) && breaks.length > 1
        ? { ...object, breaks: (breaks as readonly Json[]).toReversed() }
        : object;
    }),
  },
  {
    id: 'another-language',
    title: 'messages of errors are not in English',
    allows: 'concepts/errors: message is for developers, may change, and is not to be depended on.',
    temptation: 'the message tells what is wrong in known words',
    hooks: inErrors((object) =>
      'message' in object ? { ...object, message: 'So geht das nicht: 見つかりません' } : object,
    ),
  },
  {
    id: 'nested-errors',
    title: 'errors are nested: message holds the inner error as text, and the key is innererror',
    allows: 'reported bodies of Shifts (issues 2884, 4957) nest so; concepts/errors spells the key both ways.',
    temptation: 'the inner error is named innerError, and message is a sentence',
    hooks: inErrors((object) => {
      const { innerError, ...rest } = object;
      if (innerError === undefined) return object;
      const inner = { error: { ...rest, details: [], innererror: { code: 'Nested' } } };
      return { ...rest, message: JSON.stringify(inner), innererror: innerError };
    }),
  },
  {
    id: 'ids-of-requests',
    title: 'request-id is a short text and no GUID',
    allows: 'best-practices-concept names request-id and says nothing of its form.',
    temptation: 'request-id is a GUID',
    hooks: () => {
      let answers = 0;
      return {
        reply: (reply) => ({ ...reply, headers: { ...reply.headers, 'request-id': `answer/${(answers += 1)}` } }),
      };
    },
  },
  {
    id: 'more-headers',
    title: 'answers carry Location, OData-Version, Cache-Control, Vary, and headers that nobody knows',
    allows: 'RFC 9110, 6.3: an answer may carry any field; no page lists the headers of an answer.',
    temptation: 'an answer carries the headers of the examples',
    hooks: {
      reply: (reply, { received }) => ({
        ...reply,
        headers: {
          'odata-version': '4.0',
          'cache-control': 'private',
          vary: 'Accept, Prefer',
          'x-vendor': 'any, text; of="its own"',
          ...(reply.status === 201 ? { location: `${received.origin}${received.path}` } : {}),
          ...reply.headers,
        },
      }),
    },
  },
  {
    id: 'codes-of-its-own',
    title: 'errors have codes of the server’s own',
    allows: 'versioning-and-support: error codes may change; no page lists codes for time cards.',
    temptation: 'a missing card is NotFound, a bad body BadRequest',
    hooks: inErrors((object) => ('code' in object ? { ...object, code: 'tck/4711' } : object)),
  },
]);
