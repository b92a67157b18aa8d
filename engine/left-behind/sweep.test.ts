import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal } from '../../reference/refusal.ts';
import { startReferenceServer, type ReferenceServer } from '../../reference/server.ts';
import type { LeftCard } from '../../targets/ledger/read-journals.ts';
import { openForCleanUp } from '../../targets/open-target.ts';
import { thisProcess } from '../../targets/process-identity.ts';
import { sweep, type Swept } from './sweep.ts';

const folder = mkdtempSync(join(tmpdir(), 'sweep-'));
const file = join(folder, 'journal.ndjson');
afterAll(() => rmSync(folder, { recursive: true }));

let server: ReferenceServer;
let left: LeftCard;

/** A service that lets nobody but its user know of a card, with one card of the second user. */
beforeEach(async () => {
  server = await startReferenceServer({
    fault: {
      id: 'hides-cards',
      start: () => ({
        look: (cards, { user }) => ({
          get: (id) => (cards.get(id)?.card.userId === user?.id ? cards.get(id) : undefined),
          all: () => cards.all(),
        }),
        store: ({ before, after, call }) => {
          if (before === undefined || before.userId === call.user?.id) return after;
          throw new Refusal('NotFound', 'There is no such card.');
        },
      }),
    },
  });
  const { url, teamId, tokens } = server;
  const answer = await fetch(`${url}/v1.0/teams/${teamId}/schedule/timeCards/clockIn`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.secondUser}`, 'content-type': 'application/json' },
    body: '{}',
  });
  left = { ...((await answer.json()) as LeftCard), teamId };
  writeFileSync(file, '');
});
afterEach(() => server.close());

async function swept(environment: NodeJS.ProcessEnv): Promise<Swept> {
  const { url: baseUrl, teamId, users } = server;
  const people = { teamId, userId: users.caller, onBehalfOfUserId: users.secondUser };
  const settings = { ...people, baseUrl, apiVersion: 'v1.0', requestTimeout: 3000, maxResponseSize: 1e6 } as const;
  const opened = openForCleanUp(settings, environment);
  const run = {
    kind: 'run',
    format: 1,
    baseUrl,
    apiVersion: 'v1.0',
    teamId,
    startedAt: '2026-11-30T00:00:00Z',
    process: thisProcess(),
  } as const;
  try {
    return await sweep(
      { file, run, isRunning: false, shown: new Map(), cards: [left], intents: [], damagedLines: 0 },
      opened,
    );
  } finally {
    await opened.target.close();
  }
}

test('a card that is hidden from the caller is not gone, and its journal stays', async () => {
  const { gone, removed, kept } = await swept({ TIMECARD_TOKEN: server.tokens.caller });
  expect({ gone, removed }).toEqual({ gone: [], removed: [] });
  expect(kept).toEqual([expect.stringMatching(`^card ${left.id}: .* TIMECARD_SECOND_USER_TOKEN`)]);
  expect(existsSync(file)).toBe(true);
});

test('it is removed by its user, whose token is there', async () => {
  const { caller, secondUser } = server.tokens;
  const { removed } = await swept({ TIMECARD_TOKEN: caller, TIMECARD_SECOND_USER_TOKEN: secondUser });
  expect(removed).toEqual([left.id]);
  expect(existsSync(file)).toBe(false);
});

test('what its user does not find either is gone', async () => {
  const { caller, secondUser } = server.tokens;
  const cards = `${server.url}/v1.0/teams/${server.teamId}/schedule/timeCards`;
  await fetch(`${cards}/${left.id}`, { method: 'DELETE', headers: { authorization: `Bearer ${secondUser}` } });
  const { gone } = await swept({ TIMECARD_TOKEN: caller, TIMECARD_SECOND_USER_TOKEN: secondUser });
  expect(gone).toEqual([left.id]);
});
