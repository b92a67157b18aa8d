import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import type { Json, JsonObject } from '../../traffic/json.ts';
import { LimitReached } from '../../targets/limits.ts';
import type { RequestToSend } from '../../targets/target.ts';
import { exchange, secondUser, team } from '../../test/exchanges.ts';
import type { ReadinessLine } from './line.ts';
import { readReadiness } from './readiness.ts';

const baseUrl = 'https://graph.microsoft.com';
const caller = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
const stranger = '0a1b2c3d-4e5f-4607-8899-000000000001';
const now = '2026-11-26T12:30:00.000Z';

type Answer = Parameters<typeof exchange>[0]['response'] | 'silence';

/** What a tenant answers to each read; what is left out is as it should be. */
interface Tenant {
  readonly schedule?: Answer;
  readonly members?: Answer;
  readonly cards?: Answer;
  readonly cardsOfSecond?: Answer;
  /** The list with a filter on a state. */
  readonly open?: (state: string) => Answer;
  readonly next?: Answer;
  readonly date?: string;
  readonly actors?: readonly ('caller' | 'secondUser')[];
  readonly onBehalfOfUserId?: string | undefined;
}

const schedule = { enabled: true, provisionStatus: 'Completed', provisionStatusCode: null, timeClockEnabled: true };
const owner = { userId: caller, roles: ['owner'] };
const member = { userId: secondUser, roles: [] };

function listed(...value: readonly Json[]): Answer {
  return { status: 200, body: { value } };
}

function refusal(status: number, code = 'aCode'): Answer {
  return { status, body: { error: { code, message: 'No.' } } };
}

function card(userId: string, state = 'clockedOut'): JsonObject {
  return { id: `TCK_${userId.slice(0, 4)}`, userId, state };
}

async function look(tenant: Tenant, effort: 'whole' | 'quick' = 'whole') {
  const asked: string[] = [];
  const answerTo = ({ path, actor }: RequestToSend): Answer => {
    if (path.startsWith('https:')) return tenant.next ?? listed();
    if (path.endsWith('/schedule')) return tenant.schedule ?? { body: schedule };
    if (path.endsWith('/members')) return tenant.members ?? listed(owner, member);
    const state = /eq%20'(\w+)'/.exec(path)?.[1];
    if (state !== undefined) return tenant.open?.(state) ?? listed();
    return (actor === 'caller' ? tenant.cards : tenant.cardsOfSecond) ?? listed();
  };
  const send = async (call: RequestToSend): Promise<Exchange> => {
    expect(call).toMatchObject({ method: 'GET', purpose: 'preflight' });
    asked.push(`${call.actor} ${call.path.replace(`/teams/${team}`, '')}`);
    const answer = answerTo(call);
    const parts = { operation: 'unknown', actor: call.actor, at: now } as const;
    if (answer === 'silence') return exchange({ ...parts, fault: 'reset' });
    const headers = [['Date', tenant.date ?? new Date(now).toUTCString()]] as const;
    return exchange({ ...parts, response: { headers, ...answer } });
  };
  const named = 'onBehalfOfUserId' in tenant ? tenant.onBehalfOfUserId : secondUser;
  const people = { teamId: team, callerId: caller, ...(named === undefined ? {} : { onBehalfOfUserId: named }) };
  const actors = new Set(tenant.actors ?? (['caller', 'secondUser'] as const));
  return { lines: await readReadiness({ send, people, actors, baseUrl }, effort), asked };
}

/** Every line as a person reads it: how it stands, what is, and what to do. */
function told(lines: readonly ReadinessLine[]): readonly string[] {
  return lines.map(
    ({ what, state, is, remedy }) => `${state}: ${what}: ${is}${remedy === undefined ? '' : `; ${remedy}`}`,
  );
}

const put = `PUT /teams/${team}/schedule {"enabled":true,"timeZone":"Europe/Berlin"}`;
const busy = 'the service is busy or in trouble; wait some minutes, then run doctor again';
const consent = 'is in the team, has a licence with Shifts, and that the app has consent to Schedule.ReadWrite.All';

it('reads the whole of a tenant that is ready, and finds nothing missing', async () => {
  const { lines, asked } = await look({ cards: listed(card(caller), card(stranger), card(stranger, 'clockedIn')) });
  expect(told(lines)).toEqual([
    'ready: schedule: enabled',
    'ready: provisioning: Completed',
    'ready: time clock: on',
    'unknown: approved location: none',
    `ready: users in the team: all 2 in the team, ${caller} as an owner`,
    'ready: second user: may read the time cards',
    'ready: open time cards of these users: none',
    'ready: time cards of the team: 1 of these users, 2 of others',
    'ready: clock: the same as that of the service',
  ]);
  expect(asked).toEqual([
    'caller /schedule',
    'caller /members',
    'secondUser /schedule/timeCards',
    'caller /schedule/timeCards',
  ]);
});

describe('on a tenant that is not ready each line says what is, and what to do', () => {
  it.each<[name: string, tenant: Tenant, line: string]>([
    [
      'no schedule',
      { schedule: refusal(404, 'NotFound') },
      `missing: schedule: GET is answered 404 NotFound; see that liveTenant.teamId is right; set up Shifts in the team, or send ${put}; this program does not, since it would replace what is there`,
    ],
    [
      'a schedule of nothing',
      { schedule: { text: '<html>' } },
      'missing: schedule: GET is answered 200 without what was asked for; see whether a proxy answers in the place of Graph',
    ],
    [
      'Shifts switched off',
      { schedule: { body: { ...schedule, enabled: false } } },
      `missing: schedule: not enabled; switch Shifts on for the team, or send ${put}`,
    ],
    [
      'not provisioned',
      { schedule: { body: { ...schedule, provisionStatus: 'NotStarted' } } },
      `missing: provisioning: NotStarted; open Shifts in the team once, or send ${put}`,
    ],
    [
      'being provisioned',
      { schedule: { body: { ...schedule, provisionStatus: 'running' } } },
      'missing: provisioning: running; wait some minutes, then run doctor again',
    ],
    [
      'provisioning that failed',
      { schedule: { body: { ...schedule, provisionStatus: 'Failed', provisionStatusCode: 'QuotaExceeded' } } },
      `missing: provisioning: Failed (QuotaExceeded); look up the code at Microsoft, then send ${put} again; it can fail after it was accepted`,
    ],
    [
      'a status in small letters',
      { schedule: { body: { ...schedule, provisionStatus: 'completed' } } },
      'ready: provisioning: completed',
    ],
    [
      'nothing said of provisioning',
      { schedule: { body: { ...schedule, provisionStatus: null } } },
      'unknown: provisioning: not said; wait some minutes, then run doctor again',
    ],
    [
      'a time clock that is off',
      { schedule: { body: { ...schedule, timeClockEnabled: false } } },
      'missing: time clock: off; switch the time clock on in the settings of Shifts',
    ],
    [
      'nothing said of the time clock',
      { schedule: { body: { ...schedule, timeClockEnabled: null } } },
      'unknown: time clock: not said; switch the time clock on in the settings of Shifts',
    ],
    [
      'a user outside the team',
      { members: listed(owner) },
      `missing: users in the team: ${secondUser} not in the team; add this user to the team`,
    ],
    [
      'nobody in the team',
      { members: listed() },
      `missing: users in the team: ${caller} and ${secondUser} not in the team; add these users to the team`,
    ],
    [
      'a caller who is a member only',
      { members: listed({ ...owner, roles: [] }, member) },
      `missing: users in the team: all 2 in the team, ${caller} as no owner; make the first user an owner of the team`,
    ],
    [
      'members that cannot be seen',
      { members: refusal(403, 'Forbidden') },
      'unknown: users in the team: cannot be seen (answered 403 Forbidden; it takes TeamMember.Read.All, which a run does not need)',
    ],
    ['no second user', { onBehalfOfUserId: undefined, actors: ['caller'] }, 'unknown: second user: none is named'],
    ['a second user without a token', { actors: ['caller'] }, `unknown: second user: ${secondUser}, without a token`],
    [
      'a second user who is not there',
      { cardsOfSecond: refusal(403, 'Forbidden') },
      `missing: second user: the list of time cards is answered 403 Forbidden; see that the second user ${consent}`,
    ],
    [
      'an open card of the caller',
      { cards: listed(card(caller, 'clockedIn')) },
      `missing: open time cards of these users: TCK_d56f of ${caller}; clock out in Teams, or run cleanup if an earlier run left them`,
    ],
    [
      'a break of the second user',
      { cards: listed(card(secondUser.toUpperCase(), 'onBreak')) },
      `missing: open time cards of these users: TCK_3F29 of ${secondUser.toUpperCase()}; clock out in Teams, or run cleanup if an earlier run left them`,
    ],
    [
      'a clock that is behind',
      { date: 'Thu, 26 Nov 2026 12:35:00 GMT' },
      'missing: clock: 300 s behind the service; correct the clock of this machine',
    ],
    [
      'a clock that is ahead',
      { date: 'Thu, 26 Nov 2026 12:27:00 GMT' },
      'missing: clock: 180 s ahead of the service; correct the clock of this machine',
    ],
    ['a clock that is near enough', { date: 'Thu, 26 Nov 2026 12:31:30 GMT' }, 'ready: clock: 90 s behind the service'],
    ['a service without a clock', { date: 'now' }, 'unknown: clock: no answer had a Date'],
  ])('%s', async (_name, tenant, line) => {
    expect(told((await look(tenant)).lines)).toContain(line);
  });
});

describe('a read that is refused', () => {
  const remedies: readonly (readonly [status: number, caller: string, second: string])[] = [
    [
      401,
      'the token of the caller was not accepted; get a new one',
      'the token of the second user was not accepted; get a new one',
    ],
    [403, `see that the caller ${consent}`, `see that the second user ${consent}`],
    [
      404,
      'see that liveTenant.teamId is the id of the team, and that the caller is in it',
      'see that liveTenant.teamId is the id of the team, and that the second user is in it',
    ],
    [
      418,
      'nothing is known of this answer; try the same request in Graph Explorer',
      'nothing is known of this answer; try the same request in Graph Explorer',
    ],
    [429, busy, busy],
    [500, busy, busy],
    [503, busy, busy],
  ];

  it.each(remedies)(
    'with %i is one line that names what to do, wherever it is met',
    async (status, ofCaller, ofSecond) => {
      const refused = refusal(status);
      const cards = told((await look({ cards: refused })).lines);
      expect(cards).toContain(`missing: time cards: the list is answered ${status} aCode; ${ofCaller}`);
      // The rest is looked at all the same.
      expect(cards.at(-1)).toMatch(/^ready: clock/);
      const second = told((await look({ cardsOfSecond: refused })).lines);
      expect(second).toContain(`missing: second user: the list of time cards is answered ${status} aCode; ${ofSecond}`);
      const members = told((await look({ members: refused })).lines);
      expect(members.find((line) => line.includes('users in the team'))).toMatch(/^unknown: .*cannot be seen/);
      const [schedules] = told((await look({ schedule: refused })).lines);
      expect(schedules).toContain(`missing: schedule: GET is answered ${status} aCode; `);
      // Where it is not there, how it is made.
      expect(schedules).toContain(status === 404 ? `send ${put}` : ofCaller);
    },
  );

  it('for longer than anybody waits ends the look, and keeps what was seen', async () => {
    const send = async ({ path }: RequestToSend): Promise<Exchange> => {
      if (path.endsWith('/schedule')) return exchange({ operation: 'unknown', response: { body: schedule } });
      throw new LimitReached('the server answers 429 and asks to wait 900 s, which is longer than a run waits');
    };
    const people = { teamId: team, callerId: caller };
    const lines = await readReadiness({ send, people, actors: new Set(['caller']), baseUrl }, 'whole');
    expect(lines.map(({ what }) => what)).toEqual([
      'schedule',
      'provisioning',
      'time clock',
      'approved location',
      'service',
    ]);
    expect(told(lines).at(-1)).toBe(
      'missing: service: the server answers 429 and asks to wait 900 s, which is longer than a run waits; wait so long, then run doctor again',
    );
  });
});

describe('a long list', () => {
  const link = `${baseUrl}/v1.0/teams/x/schedule/timeCards?$skiptoken=1`;
  const paged = (...value: readonly Json[]): Answer => ({ body: { value, '@odata.nextLink': link } });

  it('is read to its end, of members as well as of cards', async () => {
    const { lines } = await look({ cards: paged(card(stranger)), next: listed(card(caller, 'onBreak')) });
    expect(told(lines)).toContain('ready: time cards of the team: 1 of these users, 1 of others');
    expect(lines.find(({ what }) => what.startsWith('open'))?.state).toBe('missing');
    const members = await look({ members: paged(owner), next: listed(member) });
    expect(told(members.lines)).toContain(`ready: users in the team: all 2 in the team, ${caller} as an owner`);
  });

  it('says that it counts no more than it has seen', async () => {
    const { lines } = await look({ cards: paged(card(stranger)), next: refusal(500) });
    expect(told(lines)).toContain('ready: time cards of the team: at least 0 of these users, 1 of others');
  });

  it('is asked for the open ones only before a run', async () => {
    const open = (state: string): Answer => listed(...(state === 'onBreak' ? [card(secondUser, 'onBreak')] : []));
    const { lines, asked } = await look({ cards: paged(card(stranger)), open }, 'quick');
    expect(lines.find(({ what }) => what.startsWith('open'))?.state).toBe('missing');
    expect(asked.filter((one) => one.includes('filter'))).toHaveLength(2);
    expect(asked.some((one) => one.includes('skiptoken') || one.includes('members'))).toBe(false);
  });

  it('is read whole where the service does not tell the open ones apart', async () => {
    const tenant = { cards: paged(card(stranger)), next: listed(card(caller, 'clockedIn')) };
    for (const answer of [listed(card(stranger)), refusal(400)]) {
      const { lines } = await look({ ...tenant, open: () => answer }, 'quick');
      expect(lines.find(({ what }) => what.startsWith('open'))?.state).toBe('missing');
    }
  });
});

it('every line of every faulty tenant says what is needed, and what is missing also what to do', async () => {
  const faulty: readonly Tenant[] = [
    { schedule: refusal(404) },
    { schedule: { body: {} } },
    { members: listed(), cards: refusal(403), cardsOfSecond: refusal(503), date: 'Thu, 26 Nov 2026 10:00:00 GMT' },
    { schedule: 'silence' },
    { cards: listed(card(caller, 'onBreak')), onBehalfOfUserId: undefined, actors: ['caller'] },
  ];
  for (const tenant of faulty)
    for (const { what, state, is, needed, remedy } of (await look(tenant)).lines) {
      for (const text of [what, is, needed, remedy ?? 'nothing']) expect(text).toMatch(/^\S+(?: \S+)*$/);
      expect(`${is} ${needed} ${remedy}`.replace(/undefined$/, '')).not.toMatch(/undefined|NaN|\[object/);
      expect(state === 'missing' ? typeof remedy : 'string').toBe('string');
    }
});
