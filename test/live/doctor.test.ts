import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FaultHooks } from '../../reference/fault.ts';
import { Refusal, type RefusalCode } from '../../reference/refusal.ts';
import type { Bearer } from '../../targets/live/claims.ts';
import { tokenVariables } from '../../traffic/token-variables.ts';
import { command } from '../command.ts';
import { startLiveEnvironment, type LiveEnvironment } from './surroundings.ts';
import { clientId } from './tenant-people.ts';

let there: LiveEnvironment;
const asked: string[] = [];
let refuse: (() => Refusal) | undefined;

beforeAll(async () => {
  const receive: FaultHooks['receive'] = (received) => {
    asked.push(received.path);
    if (refuse !== undefined) throw refuse();
    return received;
  };
  there = await startLiveEnvironment({}, {}, { receive });
});

afterAll(() => there.close());

const doctor = (words: readonly string[], environment: Readonly<Record<string, string>>) =>
  command(['doctor', ...words], { folder: there.folder, environment: { ...there.environment, ...environment } });

it('says that a run can begin, through the real names of the services and the real @azure/identity', async () => {
  const { exitCode, stdout, stderr } = await doctor(['--auth', 'client-secret'], {
    TIMECARD_TOKEN: there.entra.issue('caller'),
    TIMECARD_SECOND_USER_TOKEN: there.entra.issue('secondUser'),
    AZURE_CLIENT_ID: clientId,
    AZURE_CLIENT_SECRET: 'a-secret-of-the-app',
  });
  expect(stderr).toBe('');
  expect(stdout.replaceAll(/until [\dT:.-]+Z/g, 'until (its end)')).toMatchInlineSnapshot(`
    "ok       token TIMECARD_TOKEN: of d56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2, User.Read Schedule.ReadWrite.All, until (its end)
    ok       token TIMECARD_SECOND_USER_TOKEN: of 3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e, Schedule.ReadWrite.All, until (its end)
    ok       token TIMECARD_APP_TOKEN: of an application, Schedule.ReadWrite.All, renewed
    ok       schedule: enabled
    ok       provisioning: Completed
    ok       time clock: on
    unknown  approved location: none
             needed: nothing: a run says itself whether it is there (isAtApprovedLocation)
    unknown  users in the team: cannot be seen (answered 404 NotFound; it takes TeamMember.Read.All, which a run does not need)
             needed: every user of liveTenant.userIds, the first as an owner
    ok       second user: may read the time cards
    ok       open time cards of these users: none
    ok       time cards of the team: 0 of these users, 0 of others
    ok       clock: the same as that of the service
    ok       rate: 3 requests a second, 430 in all: some 3 minutes
    A run can begin.
    "
  `);
  expect(exitCode).toBe(0);
});

it('tells programs the same as JSON', async () => {
  const { exitCode, stdout } = await doctor(['--json'], {
    TIMECARD_TOKEN: there.entra.issue('caller'),
    TIMECARD_SECOND_USER_TOKEN: there.entra.issue('secondUser'),
  });
  const told = JSON.parse(stdout) as { readonly ready: boolean; readonly lines: readonly object[] };
  expect(told.ready).toBe(true);
  expect(told.lines.length).toBeGreaterThan(8);
  for (const line of told.lines)
    expect(line).toMatchObject({ what: expect.any(String), state: expect.stringMatching(/^(ready|missing|unknown)$/) });
  expect(exitCode).toBe(0);
});

it('lets an application begin alone, and says what it cannot show', async () => {
  const { exitCode, stdout } = await doctor([], { TIMECARD_APP_TOKEN: there.entra.issue('application') });
  expect(stdout).toMatch(
    /unknown {2}token TIMECARD_TOKEN: none; the application stands in for the caller\n +needed: .*confirm/,
  );
  expect(stdout).toMatch(/A run can begin\.\n$/);
  expect(exitCode).toBe(0);
});

it('is refused where nobody has signed in', async () => {
  const { exitCode, stdout, stderr } = await doctor([], {
    TIMECARD_SECOND_USER_TOKEN: there.entra.issue('secondUser'),
  });
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^timecard-conformance: there is no token for the caller; set TIMECARD_TOKEN, .*\n$/);
  expect(exitCode).toBe(5);
});

it('refuses a token without the permission in one sentence, before anything is asked', async () => {
  const { exitCode, stdout, stderr } = await doctor([], {
    TIMECARD_TOKEN: there.entra.issue('caller', 3600, { scp: 'User.Read' }),
  });
  expect(stdout).toBe('');
  expect(stderr).toBe(
    "timecard-conformance: The token for TIMECARD_TOKEN lacks Schedule.ReadWrite.All; it has User.Read. Grant it to the app registration, with an administrator's consent, and sign in again.\n",
  );
  expect(exitCode).toBe(5);
});

it('looks at beta as well', async () => {
  asked.length = 0;
  const { exitCode, stdout } = await doctor([], {
    TIMECARD_API_VERSION: 'beta',
    TIMECARD_TOKEN: there.entra.issue('caller'),
  });
  expect(stdout).toMatch(/A run can begin\.\n$/);
  expect(exitCode).toBe(0);
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.filter((path) => !path.startsWith('/beta/teams/'))).toEqual([]);
});

describe('a service that refuses', () => {
  afterEach(() => (refuse = undefined));

  it.each<[status: number, code: RefusalCode, bearer: Bearer, remedy: string]>([
    [401, 'InvalidAuthenticationToken', 'caller', 'the token of the caller was not accepted; get a new one'],
    [403, 'Forbidden', 'caller', 'see that the caller is in the team, has a licence with Shifts'],
    [403, 'Forbidden', 'application', 'give the app registration the application permission Schedule.ReadWrite.All'],
    [404, 'NotFound', 'caller', 'see that liveTenant.teamId is right'],
    [500, 'InternalServerError', 'caller', 'the service is busy or in trouble'],
  ])('with %i %s is told to the %s with what to do, and ends with 3', async (_status, code, bearer, remedy) => {
    refuse = () => new Refusal(code, 'No.');
    const { exitCode, stdout, stderr } = await doctor([], { [tokenVariables[bearer]]: there.entra.issue(bearer) });
    expect(stderr).toBe('');
    expect(stdout).toContain(remedy);
    expect(stdout).toMatch(/A run cannot begin\.\n$/);
    expect(exitCode).toBe(3);
  });

  it('for a quarter of an hour is not waited for', async () => {
    refuse = () => new Refusal('TooManyRequests', 'Later.', { 'Retry-After': '900' });
    const { exitCode, stdout, stderr } = await doctor([], { TIMECARD_TOKEN: there.entra.issue('caller') });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/MISSING {2}service: the server answers 429 and asks to wait 900 s/);
    expect(stdout).toMatch(/do: wait so long, then run doctor again/);
    expect(exitCode).toBe(3);
  });
});
