import { afterEach, describe, expect, test } from 'vitest';
import { defaultTeamId, defaultUserId } from '../specs/defaults.ts';
import { openTarget } from './open-target.ts';
import type { TargetSettings } from './settings.ts';
import type { Target } from './target.ts';

const common = { apiVersion: 'v1.0', requestTimeout: 500, maxResponseSize: 1000 } as const;
let target: Target | undefined;

afterEach(() => target?.close());

async function open(settings: Partial<TargetSettings>, environment: NodeJS.ProcessEnv = {}): Promise<Target> {
  target = await openTarget({ ...common, ...settings }, environment);
  return target;
}

const baseUrl = 'http://127.0.0.1:9/mock';
const claims = Buffer.from('{"oid":"from-the-token"}').toString('base64url');
const jwt = `e30.${claims}.x`;

describe('a server', () => {
  test.each<
    [name: string, settings: Partial<TargetSettings>, environment: NodeJS.ProcessEnv, capabilities: readonly string[]]
  >([
    ['of which nothing is known', {}, {}, []],
    ['with a token that tells nothing', {}, { TIMECARD_TOKEN: 'opaque' }, ['authentication']],
    ['with a token that names the user', {}, { TIMECARD_TOKEN: jwt }, ['authentication', 'callerIdentity']],
    ['with an empty variable', {}, { TIMECARD_TOKEN: ' ' }, []],
    ['whose user was named', { userId: 'me' }, {}, ['callerIdentity']],
    ['with a second user', { onBehalfOfUserId: 'her' }, {}, ['onBehalfOfUser']],
    ['with a second user in a token', {}, { TIMECARD_SECOND_USER_TOKEN: jwt }, ['onBehalfOfUser']],
    ['with a second team', { otherTeamId: 'them' }, {}, ['otherTeam']],
  ])('%s', async (_name, settings, environment, capabilities) => {
    const { kind, capabilities: offered } = await open({ baseUrl, ...settings }, environment);
    expect(kind).toBe('server');
    expect([...offered].toSorted()).toEqual([...capabilities].toSorted());
  });

  test.each<[settings: Partial<TargetSettings>, environment: NodeJS.ProcessEnv, people: object]>([
    [{}, {}, { teamId: defaultTeamId, callerId: defaultUserId }],
    [{ teamId: 'T' }, { TIMECARD_TOKEN: jwt }, { teamId: 'T', callerId: 'from-the-token' }],
    [{ userId: 'named' }, { TIMECARD_TOKEN: jwt }, { teamId: defaultTeamId, callerId: 'named' }],
    [
      { otherTeamId: 'O' },
      { TIMECARD_SECOND_USER_TOKEN: jwt },
      { teamId: defaultTeamId, otherTeamId: 'O', callerId: defaultUserId, onBehalfOfUserId: 'from-the-token' },
    ],
  ])('with %o and %o', async (settings, environment, people) => {
    expect((await open({ baseUrl, ...settings }, environment)).people).toEqual(people);
  });

  test('has the actors whose tokens there are', async () => {
    const environment = { TIMECARD_APP_TOKEN: 'a', TIMECARD_READ_ONLY_TOKEN: 'r', TIMECARD_NO_SCOPE_TOKEN: '' };
    const { actors } = await open({ baseUrl }, environment);
    expect([...actors].toSorted()).toEqual(['application', 'caller', 'nobody', 'readOnly']);
  });
});

describe('without a base URL', () => {
  test('the embedded server answers, with everybody and everything', async () => {
    const { kind, actors, capabilities } = await open({}, { TIMECARD_TOKEN: 'is not used' });
    expect(kind).toBe('reference');
    expect(actors.size).toBe(6);
    expect(capabilities.size).toBe(4);
  });

  test('it is gone when the target is closed', async () => {
    const closed = await open({});
    const call = {
      operation: 'list',
      method: 'GET',
      path: '/x',
      actor: 'caller',
      headers: {},
      purpose: 'judge',
    } as const;
    expect((await closed.send(call)).outcome).toMatchObject({ kind: 'response', status: 404 });
    await closed.close();
    target = undefined;
    expect((await closed.send(call)).outcome).toMatchObject({ kind: 'transport', fault: 'refused' });
  });
});
