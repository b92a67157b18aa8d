import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import type { Understood } from '../../reference/fault.ts';
import { defects, type Defect } from '../defect.ts';
import { showing, without } from '../seams.ts';

/** What only the pages of beta say. */
export const onlyInBetaDefects: readonly Defect[] = defects('beta', [
  {
    id: 'confirm-for-user-without-breaks',
    title: 'the card that confirmForUser answers has no breaks, whatever it has',
    imitates: 'the example of the page, in which the array is empty',
    breaches: 'beta timecard-confirmforuser.md, Response: "`200 OK` and a timeCard object"',
    caughtBy: ['TC-CONFIRM-016', 'TC-CONFIRM-020'],
    alike: 'needs a card with a break; what is stored is right',
    hooks: showing((card) => ({ ...card, breaks: [] }), 'confirmForUser'),
  },
  {
    id: 'confirm-for-user-null-is-owner',
    title: 'confirmForUser with null for userId confirms for the user of the card',
    imitates: 'a default for null',
    breaches: 'beta timecard-confirmforuser.md, Request body: userId, among the parameters that are required',
    caughtBy: ['TC-CONFIRM-009'],
    alike: 'refuses a body without userId, and takes one in which it is null',
    hooks: () => {
      const owners = new Map<string, string>();
      return {
        store: ({ after }) => {
          if (after) owners.set(after.id, after.userId);
          return after;
        },
        read: (body, { operation, received }) => {
          const owner = owners.get(/\/timecards\/([^/]+)/i.exec(received.path)?.[1] ?? '');
          const missing = operation === 'confirmForUser' && isJsonObject(body) && body['userId'] === null;
          return missing && owner !== undefined ? { ...body, userId: owner } : body;
        },
      };
    },
  },
  {
    id: 'confirm-for-user-shows-modified-before',
    title: 'the card that confirmForUser answers has the lastModifiedDateTime from before the confirmation',
    imitates: 'an answer that is put together before the write',
    breaches: 'resources/changetrackedentity.md, lastModifiedDateTime: when the entity was last modified',
    caughtBy: ['TC-CONFIRM-016'],
    alike: 'stores the new time and answers the old one',
    hooks: () => {
      const before = new Map<unknown, string>();
      return {
        store: (change) => {
          if (change.before) before.set(change.before.id, change.before.lastModifiedDateTime);
          return change.after;
        },
        ...showing((card) => {
          const time = before.get(card['id']);
          return time === undefined ? card : { ...card, lastModifiedDateTime: time };
        }, 'confirmForUser'),
      };
    },
  },
  {
    id: 'beta-breaks-without-former-name',
    title: 'the events of breaks have null for atApprovedLocation, whatever isAtApprovedLocation is',
    imitates: 'an alias that is filled on the first level only',
    breaches: 'beta timecard-clockin.md, newer state: both names "always have the same value"',
    caughtBy: ['TC-SHAPE-015', 'TC-CLOCKIN-029'],
    alike: 'needs a break; the events of the card itself have both names',
    hooks: showing((card, { version }) => {
      const { breaks } = card;
      if (version !== 'beta' || !Array.isArray(breaks)) return card;
      return {
        ...card,
        breaks: (breaks as readonly Json[]).map((one) => (isJsonObject(one) ? withoutFormer(one) : one)),
      };
    }),
  },
  {
    id: 'beta-former-false-lost',
    title: 'atApprovedLocation false, sent alone with an action, comes back as null',
    imitates: '`current || former || null`',
    breaches: 'beta timecard-clockin.md and timecard-clockout.md, Request body: atApprovedLocation, Boolean',
    caughtBy: ['TC-CLOCKOUT-007'],
    hooks: {
      read: (body, call) =>
        isBeta(call, /^(clockIn|startBreak|endBreak|clockOut)$/) &&
        isJsonObject(body) &&
        body['atApprovedLocation'] === false
          ? without(body, 'atApprovedLocation')
          : body,
    },
  },
  {
    id: 'beta-former-name-wins-in-replace',
    title: 'of two locations that differ in an event of a replace the one named atApprovedLocation is kept',
    imitates: 'an alias that is applied after the name that it stands for',
    breaches:
      'beta timecard-clockin.md, newer state: isAtApprovedLocation takes precedence (said of timeCardEvent as well)',
    caughtBy: ['TC-REPLACE-011'],
    alike: 'needs a replace with both names that say different things',
    version: 'beta',
    hooks: {
      read: (body, call) => {
        if (!isBeta(call, /^replace$/) || !isJsonObject(body)) return body;
        return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, formerFirst(value)]));
      },
    },
  },
  {
    id: 'beta-replace-shows-none-as-sent',
    title: 'a card that was replaced with confirmedBy None, as in the example, shows None and not none',
    imitates: 'a body that is stored as it came',
    breaches: 'CSDL, confirmedBy: members none, user, manager; all answers in examples: "none"',
    caughtBy: ['TC-SHAPE-002'],
    alike: 'needs the example of the page, which writes None with a capital',
    version: 'beta',
    hooks: () => {
      const capital = new Set<unknown>();
      return {
        store: ({ after, call }) => {
          if (call.operation === 'replace' && call.body['confirmedBy'] === 'None') capital.add(after?.id);
          return after;
        },
        ...showing((card) =>
          capital.has(card['id']) && card['confirmedBy'] === 'none' ? { ...card, confirmedBy: 'None' } : card,
        ),
      };
    },
  },
  {
    id: 'beta-list-without-dollar-sign',
    title: 'top without $ is left aside where $filter comes with it',
    imitates: 'two ways of reading the query, of which the first that finds something wins',
    breaches: 'concepts/query-parameters.md: on beta the $ prefix is optional',
    caughtBy: ['TC-GEN-026'],
    alike: 'understands top alone, and forgets it beside an option with its $',
    hooks: {
      receive: (received) =>
        /(^|&)top=/.test(received.query) && /(^|&)(%24|\$)filter=/i.test(received.query)
          ? { ...received, query: received.query.replace(/(^|&)top=[^&]*/, '') }
          : received,
    },
  },
]);

function isBeta({ received, operation }: Understood, operations: RegExp): boolean {
  return received.path.toLowerCase().startsWith('/beta/') && operations.test(operation);
}

function withoutFormer(one: JsonObject): JsonObject {
  const bare = (event: Json | undefined): Json => (isJsonObject(event) ? { ...event, atApprovedLocation: null } : null);
  return { ...one, start: bare(one['start']), end: bare(one['end']) };
}

function formerFirst(event: Json): Json {
  if (!isJsonObject(event)) return event;
  const former = event['atApprovedLocation'];
  return typeof former === 'boolean' ? { ...event, isAtApprovedLocation: former } : event;
}
