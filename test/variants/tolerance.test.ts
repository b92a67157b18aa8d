import { expect, test } from 'vitest';
import type { Behaviour } from '../../reference/behaviour.ts';
import { laggingReads } from '../../reference/variants/lagging.ts';
import { Refusal } from '../../reference/refusal.ts';
import { tokens } from '../../reference/tokens.ts';
import { inBodies } from '../../reference/variants/seams.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import { isWhole } from '../one-in.ts';
import { runVariant } from './run-variant.ts';

test('waits for reads that lag behind writes, and accuses nobody for that', async () => {
  const lagging: Behaviour = { start: laggingReads(1, 150) };
  const { end, accusations, idle } = await runVariant([lagging], { numRuns: 1, suites: new Set(['reading']) });
  expect(accusations).toEqual([]);
  expect(end.stopped).toBeUndefined();
  expect(end.longestLag).toBeGreaterThanOrEqual(100);
  expect(idle).toEqual([]);
});

const week = 7 * 24 * 3_600_000;

/** No page says how far back a card may be made; most cards that the suite creates are of a documented day. */
const withoutPast: Behaviour = {
  start: () => ({
    store: ({ after, call }) => {
      const begin = after?.clockInEvent?.dateTime;
      if (call.operation === 'create' && begin !== undefined && Date.parse(begin) < call.received.time - week)
        throw new Refusal('BadRequest', 'The time card begins too long ago.');
      return after;
    },
  }),
};

test.runIf(isWhole)(
  'accuses a server that takes no cards of long ago of nothing, though it cannot judge all of it',
  async () => {
    const { end, accusations, idle } = await runVariant([withoutPast], { numRuns: 1 });
    expect(accusations).toEqual([]);
    expect(idle).toEqual([]);
    const kinds = new Map(end.verdicts.map(({ requirement, kind }) => [requirement, kind]));
    for (const id of ['TC-CREATE-001', 'TC-CREATE-021', 'TC-CREATE-027', 'TC-CREATE-035', 'TC-REPLACE-012'] as const)
      expect([id, kinds.get(id)]).toEqual([id, 'passed']);
  },
);

/** Not conforming, and that only in its DELETE. */
const withoutDelete: Behaviour = {
  start: () => ({
    receive: (received) => {
      if (received.method === 'DELETE') throw new Refusal('MethodNotAllowed', 'There is no DELETE here.');
      return received;
    },
  }),
};

test.runIf(isWhole)('accuses a server without DELETE of nothing else, and says what it left behind', async () => {
  const { end, accusations } = await runVariant([withoutDelete], {
    numRuns: 1,
    suites: new Set(['clockIn', 'reading', 'protocol']),
  });
  // TC-GEN-001 says that every documented operation is there; DELETE must be what it accuses.
  const ofDelete = (accusation: string): boolean =>
    accusation.startsWith('TC-DELETE-') ||
    (accusation.startsWith('TC-GEN-001') && /\n {2}\w+ DELETE [^\n]*-> 405/.test(accusation));
  expect(accusations.length).toBeGreaterThan(0);
  expect(accusations.filter((one) => !ofDelete(one))).toEqual([]);
  expect(end.stopped).toBeUndefined();
  expect(end.leftBehind.length).toBeGreaterThan(0);
});

const mockUser = { id: '99999999-8888-4777-8666-555555555555', displayName: 'Mock user' };

/** Every card that was clocked in belongs to one user whom nobody named: a mock without tokens and identities. */
const withoutIdentities: Behaviour = {
  start: () => {
    const clockedIn = new Set<string>();
    const replaced = new Set<string>();
    const owned = inBodies((object) => {
      const id = String(object['id']);
      if (!clockedIn.has(id)) return object;
      const by = { createdBy: { user: mockUser }, lastModifiedBy: { user: mockUser } };
      // A replace names the user, and says nothing of who makes the card.
      return replaced.has(id) ? { ...object, ...by } : { ...object, userId: mockUser.id, ...by };
    });
    return {
      ...owned,
      receive: (received) => ({
        ...received,
        headers: { ...received.headers, authorization: `Bearer ${tokens.caller}` },
      }),
      store: ({ after, call }) => {
        if (after !== undefined && call.operation === 'clockIn') clockedIn.add(after.id);
        if (after !== undefined && call.operation === 'replace') replaced.add(after.id);
        return after;
      },
    };
  },
};

test('judges a server without identities and tokens, and names what it would need for the rest', async () => {
  const { end, accusations, idle } = await runVariant([withoutIdentities], { knows: 'nobody', numRuns: 1 });
  expect(accusations).toEqual([]);
  expect(end.stopped).toBeUndefined();
  expect(idle).toEqual([]);
  const because = new Map(end.verdicts.map((verdict) => [verdict.requirement, verdict.because]));
  const wanted: readonly (readonly [RequirementId, string])[] = [
    ['TC-GEN-002', 'needs TIMECARD_TOKEN'],
    ['TC-AUTH-002', 'needs TIMECARD_READ_ONLY_TOKEN'],
    ['TC-AUTH-004', 'needs TIMECARD_APP_TOKEN'],
    ['TC-CLOCKIN-018', 'needs --user-id or TIMECARD_USER_ID'],
    ['TC-CLOCKIN-020', 'needs --on-behalf-of-user-id or TIMECARD_ON_BEHALF_OF_USER_ID'],
  ];
  expect(wanted.map(([id]) => [id, because.get(id)])).toEqual(wanted);
  expect(end.verdicts.filter(({ kind }) => kind === 'passed').length).toBeGreaterThan(60);
});
