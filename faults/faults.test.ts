import { describe, expect, test } from 'vitest';
import { versionOf } from './defect.ts';
import { documentDefectsA } from './from-documents/index-a.ts';
import { documentDefectsB } from './from-documents/index-b.ts';
import { faults } from './index.ts';
import { actionsOutOfTheCommon } from './script-a.ts';
import { laxInputDefects } from './lax-input.ts';
import { aroundTheActions } from './script-b.ts';
import { wrongInput } from './script-input.ts';
import type { Fault } from '../reference/fault.ts';
import { startReferenceServer, type ReferenceServer } from '../reference/server.ts';
import type { TokenHolder } from '../reference/tokens.ts';
import { apiVersions, type ApiVersion } from '../specs/operation.ts';

interface Step {
  readonly method: string;
  /** Below timeCards; `{n}` stands for the id of the n-th card that the script made, `{-1}` of the last. */
  readonly below: string;
  readonly body?: object | string;
  readonly holder?: TokenHolder | 'nobody';
  readonly team?: string;
  /** timeCards, where nothing else is said. */
  readonly collection?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const note = { contentType: 'text', content: 'Late: traffic & rain in Zürich, route 237' };
const html = { contentType: 'html', content: 'Left on time' };
const shift = {
  clockInEvent: { dateTime: '2025-01-07T23:00:20.500+02:00', isAtApprovedLocation: false, notes: note },
  clockOutEvent: { dateTime: '2025-01-07T21:30:40.000Z', isAtApprovedLocation: true },
};
const caller = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
const unknownCard = '/TCK_00000000-0000-4000-8000-000000000000';

function day(n: number, clockIn: object, clockOut: object): readonly Step[] {
  return [
    { method: 'POST', below: '/clockIn', body: clockIn },
    { method: 'GET', below: `/{${n}}` },
    { method: 'POST', below: `/{${n}}/clockOut`, body: clockOut },
    { method: 'GET', below: `/{${n}}` },
  ];
}

/** A little of everything that the suite for create, clockIn, clockOut, get, list and delete sends. */
const steps: readonly Step[] = [
  ...day(0, { isAtApprovedLocation: true, notes: note }, { isAtApprovedLocation: true, notes: html }),
  ...day(1, { isAtApprovedLocation: false, notes: html }, { isAtApprovedLocation: false, notes: note }),
  ...day(2, { isAtApprovedLocation: false, atApprovedLocation: true, notes: note }, { atApprovedLocation: true }),
  ...[3, 4, 5, 6, 7].flatMap((n) => day(n, {}, {})),
  { method: 'POST', below: '/clockin', body: { onBehalfOfUserId: '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e' } },
  { method: 'POST', below: '', body: { ...shift, userId: '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e' } },
  { method: 'POST', below: '', body: { ...shift, notes: note } },
  { method: 'POST', below: '', body: { clockInEvent: shift.clockInEvent, breaks: [{ start: shift.clockInEvent }] } },
  { method: 'POST', below: '', body: shift, holder: 'application' },
  {
    method: 'POST',
    below: '',
    body: { ...shift, userId: 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2' },
    holder: 'application',
  },
  { method: 'GET', below: '' },
  { method: 'GET', below: '?$top=2' },
  { method: 'GET', below: '?top=2' },
  { method: 'GET', below: "?$filter=state eq 'clockedOut'" },
  { method: 'GET', below: "?$filter=createdDateTime ge 'x'" },
  { method: 'GET', below: '', holder: 'readOnly' },
  { method: 'GET', below: '/{0}', holder: 'noScope' },
  { method: 'GET', below: '/{0}', headers: { 'ms-app-acts-as': '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e' } },
  { method: 'GET', below: '/{0}', team: 'fd15cad8-80f6-484f-9666-3caf695fbf32' },
  { method: 'GET', below: '/{0}', holder: 'nobody' },
  { method: 'POST', below: '/{10}/clockOut', body: {}, holder: 'readOnly' },
  { method: 'DELETE', below: '/{0}' },
  { method: 'GET', below: '/{0}' },
  { method: 'DELETE', below: '/{0}' },
  { method: 'GET', below: '' },
  { method: 'GET', below: unknownCard },
  { method: 'POST', below: `${unknownCard}/clockOut`, body: {} },
  { method: 'GET', below: '', team: '00000000-0000-4000-8000-000000000000' },
  { method: 'PUT', below: '', body: {} },
  { method: 'POST', below: '', body: '{' },
  { method: 'POST', below: '', body: { breaks: [{ notes: note }] } },
  { method: 'POST', below: '', body: '{}', headers: { 'content-type': 'text/plain' } },
  { method: 'POST', below: '', body: { clockInEvent: { isAtApprovedLocation: true } } },
  { method: 'POST', below: '/{11}/clockOut', body: { notes: { contentType: 'xml', content: 'a' } } },
  { method: 'GET', below: '/{11}' },
  { method: 'DELETE', below: '/{11}', team: 'fd15cad8-80f6-484f-9666-3caf695fbf32' },
  { method: 'GET', below: '/{11}' },
  { method: 'POST', below: '/clockIn', body: { isAtApprovedLocation: 'true' } },
  { method: 'POST', below: '/clockIn', body: { notes: { contentType: 'xml', content: 'a' } } },
  ...besideOthers(),
  ...laterOn(),
];

/** A card of another user, which both confirm; an edit with a break; confirmForUser; and all three of a card that is not there. */
function laterOn(): readonly Step[] {
  const colleague = '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e';
  const look: Step = { method: 'GET', below: '/{-1}' };
  const event = { ...shift.clockInEvent, isAtApprovedLocation: true };
  const edit = { ...shift, notes: note, breaks: [{ breakId: 'BRK_1', start: event, end: event }] };
  const confirmed = [
    { method: 'POST', below: '/{-1}/confirm' },
    look,
    { method: 'POST', below: '/{-1}/confirmForUser', body: { userId: colleague }, holder: 'application' },
    look,
  ] as const;
  return [
    { method: 'POST', below: '', body: { ...shift, userId: colleague } },
    ...confirmed,
    { method: 'POST', below: '/{-1}/confirm', holder: 'secondUser' },
    look,
    { method: 'DELETE', below: '/{-1}' },
    ...day(-1, {}, { notes: note }),
    ...confirmed,
    { method: 'PUT', below: '/{-1}', body: { ...edit, userId: caller } },
    look,
    { method: 'PUT', below: '/{-1}', body: { ...edit, clockInEvent: { notes: note } } },
    { method: 'POST', below: '/{-1}/confirmForUser', body: {}, holder: 'application' },
    { method: 'PUT', below: unknownCard, body: edit },
    { method: 'POST', below: `${unknownCard}/startBreak`, body: {} },
    { method: 'POST', below: `${unknownCard}/confirm` },
    { method: 'POST', below: `${unknownCard}/confirmForUser`, body: { userId: caller }, holder: 'application' },
  ];
}

/** One card among others: of the same user, of another one, of another team; its breaks, its end, and the time after it. */
function besideOthers(): readonly Step[] {
  const other = { team: 'fd15cad8-80f6-484f-9666-3caf695fbf32' };
  const event = { ...shift.clockInEvent, isAtApprovedLocation: true };
  const rest = (end: object): readonly Step[] => [
    { method: 'POST', below: '/{-1}/startBreak', body: { isAtApprovedLocation: true, notes: note } },
    { method: 'POST', below: '/{-1}/endBreak', body: end },
  ];
  return [
    { method: 'DELETE', below: '/{11}' },
    { method: 'POST', below: '', body: { ...shift, breaks: [{ start: event, end: event, notes: note }] } },
    { method: 'POST', below: '', body: shift, ...other },
    { method: 'POST', below: '/clockIn', body: { notes: note } },
    ...rest({}),
    ...rest({ isAtApprovedLocation: true, notes: note }),
    { method: 'GET', below: '/{-1}' },
    { method: 'POST', below: '/{-1}/clockOut', body: { notes: html } },
    { method: 'GET', below: '/{-1}' },
    { method: 'GET', below: '/{-1}' },
    { method: 'GET', below: '/{-2}', ...other },
    { method: 'GET', below: '' },
    { method: 'GET', below: '?$top=3' },
    { method: 'GET', below: "?$top=2&$filter=state eq 'clockedOut'" },
    { method: 'GET', below: "?$filter=state eq 'clockedIn'" },
    { method: 'GET', below: '/{-1}', holder: 'application', headers: { 'ms-app-acts-as': caller } },
    { method: 'POST', below: '/{-1}/confirmForUser', body: { userId: caller } },
    { method: 'POST', below: '/{-1}/clockOut', body: {}, ...other },
    { method: 'POST', below: '/{-1}/clockOut', body: { notes: null } },
    { method: 'POST', below: '/{-1}/confirm', ...other },
    { method: 'DELETE', below: '/{-1}' },
    { method: 'GET', below: '/{-2}', ...other },
    { method: 'DELETE', below: '/{-1}' },
    { method: 'POST', below: '/{-1}/confirm' },
  ];
}

/** Sends a script to a fresh server and tells all that a client can see, with ids named in the order of their appearance. */
async function runScript(script: readonly Step[], version: ApiVersion, fault?: Fault): Promise<readonly string[]> {
  let time = Date.parse('2025-01-07T21:35:36.311Z');
  const server = await startReferenceServer({ now: () => (time += 1000), ...(fault && { fault }) });
  try {
    const seen: string[] = [];
    const made: string[] = [];
    for (const step of script) seen.push(...(await perform(step, server, version, made)));
    return withNamedIds(seen, server);
  } finally {
    await server.close();
  }
}

/** One step, and for a list the pages behind the first. */
async function perform(
  step: Step,
  server: ReferenceServer,
  version: ApiVersion,
  made: string[],
): Promise<readonly string[]> {
  const below = step.below.replace(/\{(-?\d+)\}/, (_all, n: string) => made.at(Number(n)) ?? 'none');
  const first = await send(
    `${server.url}/${version}/teams/${step.team ?? server.teamId}/schedule/${step.collection ?? 'timeCards'}${below}`,
    step,
    server,
  );
  const seen = [first.seen];
  if (step.method === 'POST' && first.status < 300 && first.status !== 204) made.push(first.id);
  for (let { next } = first; next !== undefined && seen.length < 30;) {
    const page = await send(next, step, server);
    seen.push(page.seen);
    next = page.next;
  }
  return seen;
}

async function send(url: string, { method, body, holder = 'caller', headers }: Step, server: ReferenceServer) {
  const response = await fetch(url, {
    method,
    headers: {
      'client-request-id': 'c1ie0000-0000-4000-8000-000000000000',
      ...(holder !== 'nobody' && { authorization: `Bearer ${server.tokens[holder]}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = [...response.headers].filter(([name]) => name !== 'date').map((header) => header.join(': '));
  const { id, next } = readCard(text);
  return { status: response.status, seen: [method, url, response.status, ...answer, text].join('\n'), id, next };
}

/** What later steps need of an answer that may be anything. */
function readCard(text: string): { readonly id: string; readonly next: string | undefined } {
  const id = /"id":"(TCK_[^"]+)"/.exec(text)?.[1] ?? 'none';
  return { id, next: /"@odata\.nextLink":"([^"]+)"/.exec(text)?.[1] };
}

function withNamedIds(seen: readonly string[], server: ReferenceServer): readonly string[] {
  const names = new Map<string, string>();
  const name = (id: string) => names.get(id) ?? names.set(id, `id ${names.size}`).get(id) ?? id;
  const known = new Set(Object.values(server.users));
  return seen.map((text) =>
    text
      .replaceAll(server.url, '')
      .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => (known.has(id) ? id : name(id))),
  );
}

/** The defects that were written from the documents have scripts of their own, so that each is played in a short time. */
const scripts = { common: steps, actions: actionsOutOfTheCommon(), around: aroundTheActions(), input: wrongInput() };

function scriptFor({ id }: Fault): keyof typeof scripts {
  if ([...laxInputDefects.map((one) => one.id), 'clock-in-null-notes-refused'].includes(id)) return 'input';
  if (documentDefectsA.some((one) => one.id === id)) return 'actions';
  return documentDefectsB.some((one) => one.id === id) ? 'around' : 'common';
}

async function playedHonestly(script: readonly Step[]): Promise<Readonly<Record<ApiVersion, readonly string[]>>> {
  return { 'v1.0': await runScript(script, 'v1.0'), beta: await runScript(script, 'beta') };
}

const honest = {
  common: await playedHonestly(scripts.common),
  actions: await playedHonestly(scripts.actions),
  around: await playedHonestly(scripts.around),
  input: await playedHonestly(scripts.input),
};

describe.each(['common', 'actions', 'around', 'input'] as const)(
  'the honest server answers the script %s',
  (script) => {
    test.each(apiVersions)('of %s the same way each time', async (version) => {
      expect(await runScript(scripts[script], version)).toStrictEqual(honest[script][version]);
    });
  },
);

test('no two defects share an id, and every id is in kebab case', () => {
  const ids = faults.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toStrictEqual([]);
});

describe('a defect shows in the traffic', () => {
  // A script that waits for each answer shows no race; engine/races.test.ts finds those.
  const sequential = faults.filter((fault) => fault.class !== 'races');
  test.each(sequential.map((fault) => [fault.id, fault] as const))('%s', async (_id, fault) => {
    const version = versionOf(fault);
    const script = scriptFor(fault);
    expect(await runScript(scripts[script], version, fault)).not.toStrictEqual(honest[script][version]);
  });
});
