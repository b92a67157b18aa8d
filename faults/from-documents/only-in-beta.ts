import { isJsonObject, type Json, type JsonObject } from '../../specs/json.ts';
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
    hooks: showing((card) => ({ ...card, breaks: [] }), 'confirmForUser'),
  },
  {
    id: 'confirm-for-user-shows-modified-before',
    title: 'the card that confirmForUser answers has the lastModifiedDateTime from before the confirmation',
    imitates: 'an answer that is put together before the write',
    breaches: 'resources/changetrackedentity.md, lastModifiedDateTime: when the entity was last modified',
    caughtBy: ['TC-CONFIRM-016'],
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
]);

function isBeta({ received, operation }: Understood, operations: RegExp): boolean {
  return received.path.toLowerCase().startsWith('/beta/') && operations.test(operation);
}

function withoutFormer(one: JsonObject): JsonObject {
  const bare = (event: Json | undefined): Json => (isJsonObject(event) ? { ...event, atApprovedLocation: null } : null);
  return { ...one, start: bare(one['start']), end: bare(one['end']) };
}
