import { describe, expect, it, vi } from 'vitest';
import type { Json } from '../../traffic/json.ts';
import type { OwnCard } from '../ledger/ledger.ts';
import type { Wire, WireAnswer, WireRequest } from '../wire.ts';
import { LookingWire } from './looking-wire.ts';

const begin = Date.parse('2026-11-26T12:30:00Z');
const cards = 'https://graph.microsoft.com/v1.0/teams/the-team/schedule/timeCards';
const [caller, other] = ['d56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2', '0a1b2c3d-4e5f-4607-8899-000000000001'];

/** What is answered to one request, by its method and what stands behind the collection. */
type Script = readonly (readonly [line: string, answer: WireAnswer])[];

function status(code: number, value?: Json): WireAnswer {
  return { kind: 'response', status: code, headers: [], text: value === undefined ? '' : JSON.stringify(value) };
}

const [throttled, done, lost] = [status(429), status(201, { id: 'TCK_new' }), status(504)];
const reset: WireAnswer = { kind: 'transport', fault: 'reset', detail: 'ECONNRESET' };
const notSent: WireAnswer = { kind: 'transport', fault: 'refused', detail: 'not sent' };

function card(
  id: string,
  { userId = caller, at = begin, ...more }: { userId?: string; at?: number; state?: string } = {},
) {
  const dateTime = new Date(at).toISOString();
  return { id, userId, createdDateTime: dateTime, clockInEvent: { dateTime }, ...more };
}

function list(...items: readonly Json[]): WireAnswer {
  return status(200, { value: items });
}

/** Sends one request through a looking wire to a service that answers by the script, and nothing else. */
async function sent(
  method: string,
  path: string,
  script: Script,
  known: readonly string[] = [],
  {
    actor = 'caller',
    spare,
    text = '{}',
  }: { readonly actor?: 'caller' | 'application'; readonly spare?: number; readonly text?: string } = {},
) {
  let time = begin;
  const left = [...script];
  const headers: (readonly string[])[] = [];
  const asked: (WireRequest['asked'] | undefined)[] = [];
  const pauses: number[] = [];
  const adopted: OwnCard[] = [];
  const send = async (request: WireRequest): Promise<WireAnswer> => {
    const line = `${request.method} ${request.url.replace(cards, '')}`.trim();
    const [expected, answer] = left.shift() ?? ['nothing', notSent];
    headers.push(request.headers.map(([name]) => name));
    asked.push(request.asked);
    expect(line).toBe(expected);
    return answer;
  };
  const wire = new LookingWire(
    { send, hurry: () => undefined, close: () => undefined },
    {
      people: { teamId: 'the-team', callerId: caller },
      capabilities: new Set(['callerIdentity']),
      clock: {
        now: () => time,
        pause: async (milliseconds) => {
          pauses.push(milliseconds);
          time += milliseconds;
        },
      },
      reader: { send },
      guard: {
        knows: (id) => known.includes(id),
        adopt: (one) => void adopted.push(one),
        clockOffset: 0,
      },
    },
  );
  const answer = await wire.send({
    method,
    url: `${cards}${path}`,
    headers: [
      ['Authorization', 'Bearer t'],
      ['Content-Type', 'application/json'],
      ['Accept', 'application/json'],
      ...(actor === 'caller' ? [['MS-APP-ACTS-AS', caller] as const] : []),
    ],
    text: method === 'POST' ? text : undefined,
    asked: { actor, operation: 'unknown', purpose: 'judge', attempt: 1 },
    ...(spare === undefined ? {} : { spare }),
  });
  expect(left).toEqual([]);
  return { answer, headers, asked, pauses, adopted };
}

const clockIn = 'POST /clockIn';
const iso = new Date(begin).toISOString();

describe('a request for a card', () => {
  it.each([
    ['throttled', throttled],
    ['lost by a gateway', lost],
    ['cut off', reset],
  ])('that was %s is repeated once three looks have shown no card of it', async (_name, first) => {
    const script: Script = [
      [clockIn, first],
      ['GET', list()],
      ['GET', list()],
      ['GET', list()],
      [clockIn, done],
    ];
    const { answer, pauses, headers, asked } = await sent('POST', '/clockIn', script);
    expect(answer).toEqual({ ...done, asides: { requests: 4, throttled: first === throttled ? 1 : 0 } });
    expect(pauses).toEqual([4000, 8000]);
    // As the same caller, and with nothing that belongs to a body.
    expect(headers[1]).toEqual(['Authorization', 'Accept', 'MS-APP-ACTS-AS']);
    expect(asked.map((one) => one?.actor)).toEqual(asked.map(() => 'caller'));
  });

  it('that was done is taken back, however late the list shows it, and asked for again', async () => {
    const { answer, adopted } = await sent('POST', '/clockIn', [
      [clockIn, throttled],
      ['GET', list()],
      ['GET', list(card('TCK_made'))],
      ['DELETE /TCK_made', status(204)],
      [clockIn, done],
    ]);
    expect(adopted).toMatchObject([{ id: 'TCK_made', userId: caller }]);
    expect(answer).toMatchObject({ status: 201, asides: { requests: 4, throttled: 1 } });
  });

  it.each([
    ['it was made', 'POST', '', { id: 'TCK_made', userId: caller, createdDateTime: new Date(begin).toISOString() }],
    [
      'its shift began',
      'POST',
      '/clockIn',
      { id: 'TCK_made', userId: caller, clockInEvent: { dateTime: new Date(begin).toISOString() } },
    ],
  ])('is known by the time at which %s', async (_name, method, path, item) => {
    const script: Script = [
      [`${method} ${path}`.trim(), lost],
      ['GET', list(item)],
      ['DELETE /TCK_made', status(404)],
      [`${method} ${path}`.trim(), done],
    ];
    expect((await sent(method, path, script)).adopted).toMatchObject([{ id: 'TCK_made' }]);
  });

  it('is found on a later page, and not looked for under a link to somewhere else', async () => {
    const link = `${cards}?$skip=1`;
    const next = (value: readonly Json[], to: string) => status(200, { value, '@odata.nextLink': to });
    const { answer } = await sent('POST', '/clockIn', [
      [clockIn, throttled],
      ['GET', next([card('TCK_of_other', { userId: other })], link)],
      ['GET ?$skip=1', next([card('TCK_made')], 'https://elsewhere.example/timeCards')],
      ['DELETE /TCK_made', status(404)],
      [clockIn, done],
    ]);
    expect(answer).toMatchObject({ status: 201, asides: { requests: 4, throttled: 1 } });
  });

  it('is looked for on twelve pages at most', async () => {
    const page = (): WireAnswer => status(200, { value: [], '@odata.nextLink': `${cards}?$skip=1` });
    const walk: Script = [['GET', page()], ...Array.from({ length: 11 }, () => ['GET ?$skip=1', page()] as const)];
    const { answer } = await sent('POST', '/clockIn', [
      [clockIn, throttled],
      ...walk,
      ...walk,
      ...walk,
      [clockIn, done],
    ]);
    expect(answer.asides?.requests).toBe(37);
  });

  it('that names nobody is not looked for, since it could be the card of anybody', async () => {
    const { answer } = await sent('POST', '/clockIn', [[clockIn, throttled]], [], { actor: 'application' });
    expect(answer).toEqual({ ...throttled, asides: { requests: 0, throttled: 1 } });
  });

  it.each<[spare: number, script: Script]>([
    [0, []],
    [1, [['GET', list()]]],
    [
      3,
      [
        ['GET', list()],
        ['GET', list()],
        ['GET', list()],
      ],
    ],
    [1, [['GET', list(card('TCK_made'))]]],
    [
      2,
      [
        ['GET', list(card('TCK_made'))],
        ['DELETE /TCK_made', status(204)],
      ],
    ],
  ])('costs no more than the %i requests that the run can spare, and keeps its first answer', async (spare, script) => {
    const { answer } = await sent('POST', '/clockIn', [[clockIn, throttled], ...script], [], { spare });
    expect(answer).toEqual({ ...throttled, asides: { requests: script.length, throttled: 1 } });
  });

  it('leaves alone two cards of which either may be the one, and is not repeated', async () => {
    const { answer, adopted } = await sent('POST', '/clockIn', [
      [clockIn, throttled],
      ['GET', list(card('TCK_1'), card('TCK_2'))],
    ]);
    expect(adopted).toEqual([]);
    expect(answer).toEqual({ ...throttled, asides: { requests: 1, throttled: 1 } });
  });

  it.each([
    [
      'with notes that nobody sent',
      { ...card('TCK_theirs'), clockInEvent: { dateTime: iso, notes: { content: 'mine' } } },
    ],
    ['that somebody else made', { ...card('TCK_theirs'), createdBy: { user: { id: other } } }],
    ['that shows no user', { ...card('TCK_theirs'), userId: null }],
  ])('leaves alone a card of the same second %s, and is not repeated', async (_name, item) => {
    const { answer, adopted } = await sent('POST', '/clockIn', [
      [clockIn, throttled],
      ['GET', list(item)],
    ]);
    expect(adopted).toEqual([]);
    expect(answer).toEqual({ ...throttled, asides: { requests: 1, throttled: 1 } });
  });

  it('with notes takes away the card that has them, and leaves the one beside it', async () => {
    const text = '{"notes":{"content":"the tram stood still"}}';
    const ours = { ...card('TCK_ours'), clockInEvent: { dateTime: iso, notes: { content: 'the tram stood still' } } };
    const script: Script = [
      [clockIn, throttled],
      ['GET', list(card('TCK_theirs'), ours)],
      ['DELETE /TCK_ours', status(204)],
      [clockIn, done],
    ];
    expect((await sent('POST', '/clockIn', script, [], { text })).adopted).toMatchObject([{ id: 'TCK_ours' }]);
  });

  it.each([
    ['a card that was seen before', card('TCK_known')],
    ["another user's card", card('TCK_other', { userId: other })],
    ['a card of another time', card('TCK_old', { at: begin - 3_600_000 })],
    ['a card without a time', { id: 'TCK_timeless', userId: caller }],
    ['a card whose id cannot stand in a path', card('..')],
    ['a card without an id', { ...card(''), id: null }],
  ])('touches no other one: %s', async (_name, item) => {
    const script: Script = [
      [clockIn, throttled],
      ['GET', list(item)],
      ['GET', list(item)],
      ['GET', list(item)],
      [clockIn, done],
    ];
    expect((await sent('POST', '/clockIn', script, ['TCK_known'])).adopted).toEqual([]);
  });

  it.each([
    ['refused', status(403, { value: [] })],
    ['no list', status(200, { value: 'none' })],
    ['no JSON', { ...status(200), text: '<html>' }],
    ['cut off', reset],
  ])('is not repeated where the list cannot be read: %s', async (_name, page) => {
    const { answer } = await sent('POST', '/clockIn', [
      [clockIn, throttled],
      ['GET', page],
    ]);
    expect(answer).toEqual({ ...throttled, asides: { requests: 1, throttled: 1 } });
  });

  it('is not repeated where its card cannot be taken away', async () => {
    const script: Script = [
      [clockIn, lost],
      ['GET', list(card('TCK_made'))],
      ['DELETE /TCK_made', status(403)],
    ];
    expect((await sent('POST', '/clockIn', script)).answer).toEqual({ ...lost, asides: { requests: 2, throttled: 0 } });
  });

  it('is repeated four times at most, and every throttled answer counts', async () => {
    const round: Script = [
      ['GET', list()],
      ['GET', list()],
      ['GET', list()],
      [clockIn, throttled],
    ];
    const { answer } = await sent('POST', '/clockIn', [[clockIn, throttled], ...round, ...round, ...round, ...round]);
    expect(answer).toEqual({ ...throttled, asides: { requests: 16, throttled: 5 } });
  });

  it.each([
    ['refused', status(409)],
    ['refused as a bad request', status(400)],
    ['not sent', notSent],
  ])('keeps its first answer where the repetition is %s: the first one may have been done', async (_name, second) => {
    const looks: Script = [
      ['GET', list()],
      ['GET', list()],
      ['GET', list()],
    ];
    const { answer } = await sent('POST', '/clockIn', [[clockIn, lost], ...looks, [clockIn, second]]);
    expect(answer).toEqual({ ...lost, asides: { requests: 4, throttled: 0 } });
  });
});

describe('a write to a card', () => {
  const shown = (state: string, confirmedBy = 'none') => status(200, { ...card('TCK_1', { state }), confirmedBy });

  it.each([
    ['startBreak', 'clockedIn'],
    ['endBreak', 'onBreak'],
    ['clockOut', 'clockedIn'],
    ['confirm', 'clockedOut'],
  ])('%s is repeated where the card does not show it', async (action, state) => {
    const line = `POST /TCK_1/${action}`;
    const { answer } = await sent('POST', `/TCK_1/${action}`, [
      [line, throttled],
      ['GET /TCK_1', shown(state)],
      [line, status(204)],
    ]);
    expect(answer).toEqual({ ...status(204), asides: { requests: 2, throttled: 1 } });
  });

  it.each([
    ['startBreak', 'onBreak', 'none'],
    ['endBreak', 'clockedIn', 'none'],
    ['clockOut', 'clockedOut', 'none'],
    ['confirm', 'clockedOut', 'user'],
    ['confirmForUser', 'clockedOut', 'manager'],
  ])('%s is not repeated where the card shows it', async (action, state, confirmedBy) => {
    const { answer } = await sent('POST', `/TCK_1/${action}`, [
      [`POST /TCK_1/${action}`, throttled],
      ['GET /TCK_1', shown(state, confirmedBy)],
    ]);
    expect(answer).toEqual({ ...throttled, asides: { requests: 1, throttled: 1 } });
  });

  it.each([
    ['refused', status(404, { state: 'clockedIn' })],
    ['not read', reset],
    ['empty', status(200)],
  ])('is not repeated where the look at the card is %s', async (_name, look) => {
    const { answer } = await sent('DELETE', '/TCK_1', [
      ['DELETE /TCK_1', lost],
      ['GET /TCK_1', look],
    ]);
    expect(answer).toEqual({ ...lost, asides: { requests: 1, throttled: 0 } });
  });

  it('is repeated as long as nobody knows, and keeps the last answer that did not refuse it', async () => {
    const round: Script = [
      ['GET /TCK_1', shown('clockedIn')],
      ['DELETE /TCK_1', throttled],
    ];
    const refused: Script = [
      ['GET /TCK_1', shown('clockedIn')],
      ['DELETE /TCK_1', status(404)],
    ];
    const { answer } = await sent('DELETE', '/TCK_1', [['DELETE /TCK_1', lost], ...round, ...refused]);
    expect(answer).toEqual({ ...throttled, asides: { requests: 4, throttled: 1 } });
  });

  it('may be a replace, which may be done twice', async () => {
    const script: Script = [
      ['PUT /TCK_1', lost],
      ['GET /TCK_1', shown('clockedOut')],
      ['PUT /TCK_1', status(200)],
    ];
    expect((await sent('PUT', '/TCK_1', script)).answer).toMatchObject({ status: 200 });
  });
});

describe('what is not looked after', () => {
  it.each([
    ['a read', 'GET', '/TCK_1', throttled],
    ['a write that was done', 'POST', '/clockIn', done],
    ['a write that was refused', 'POST', '/clockIn', status(400)],
    ['a write that the service does not know', 'POST', '/clockIn', status(501)],
    ['a write that never arrived', 'POST', '/clockIn', notSent],
    ['something else than time cards', 'POST', '/../shifts', throttled],
    ['another service', 'POST', '/TCK_1/clockOut/again', throttled],
  ])('%s', async (_name, method, path, first) => {
    expect((await sent(method, path, [[`${method} ${path}`, first]])).answer).toBe(first);
  });
});

it('passes on hurry and close', () => {
  const inner = { send: vi.fn<Wire['send']>(), hurry: vi.fn<() => void>(), close: vi.fn<() => void>() };
  const wire = new LookingWire(inner, {
    people: { teamId: 'the-team', callerId: caller },
    capabilities: new Set(),
    clock: { now: () => begin, pause: async () => undefined },
    reader: inner,
    guard: { knows: () => false, adopt: () => undefined, clockOffset: undefined },
  });
  wire.hurry();
  wire.close();
  expect([inner.hurry, inner.close].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});
