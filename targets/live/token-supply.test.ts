import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bearer } from './claims.ts';
import type { Credential } from './credential.ts';
import { LiveRefusal } from './live-tenant.ts';
import { TokenSupply, type Sources } from './token-supply.ts';

const begin = Date.parse('2026-11-26T12:30:00Z');
const [caller, second] = ['d56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2', '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e'];
const tenant = {
  tenantId: '7c2b1d5e-0f34-4a86-9b1c-d8e5f6a73920',
  teamId: '871dbd5c-3a6a-4392-bfe1-042452793a50',
  userIds: [caller, second],
};

beforeEach(() => void vi.useFakeTimers({ now: begin }));
afterEach(() => void vi.useRealTimers());

let issued = 0;

/** @param seconds that it lives from now on */
function token(seconds: number, claims: object = {}): string {
  const payload = {
    aud: 'https://graph.microsoft.com',
    tid: tenant.tenantId,
    oid: caller,
    scp: 'Schedule.ReadWrite.All',
    nbf: Date.now() / 1000 - 60,
    exp: Date.now() / 1000 + seconds,
    uti: (issued += 1),
    ...claims,
  };
  return ['h', Buffer.from(JSON.stringify(payload)).toString('base64url'), 's'].join('.');
}

/** A source of the caller's tokens, and how often it was asked. */
function callerFrom(give: () => string) {
  const getToken = vi.fn<Credential['getToken']>(async () => ({ token: give() }));
  const sources: Sources = new Map([['caller', { giver: { getToken }, scopes: ['s'] }]]);
  return { sources, getToken };
}

describe('opening', () => {
  it('asks only for tokens that were not given', async () => {
    const { sources, getToken } = callerFrom(() => token(3600));
    const given = { caller: token(3600), secondUser: token(3600, { oid: second }) };
    expect((await TokenSupply.open(tenant, given, sources)).tokens).toEqual(given);
    expect(getToken).not.toHaveBeenCalled();
    const supply = await TokenSupply.open(tenant, { secondUser: given.secondUser }, sources);
    expect(Object.keys(supply.tokens)).toEqual(['secondUser', 'caller']);
    expect(getToken).toHaveBeenCalledExactlyOnceWith(['s']);
  });

  it('looks at a token before it is used, whoever gave it', async () => {
    const foreign = () => token(3600, { tid: caller });
    await expect(TokenSupply.open(tenant, { caller: foreign() }, new Map())).rejects.toThrow(/is of the tenant/);
    await expect(TokenSupply.open(tenant, {}, callerFrom(foreign).sources)).rejects.toThrow(LiveRefusal);
  });

  it.each([
    ['caller', /^The caller could not sign in: AADSTS50076/],
    ['secondUser', /^The second user could not/],
    ['application', /^The application could not/],
    ['readOnly', /^The reader with Schedule.Read.All only could not/],
    ['noScope', /^The user without a Schedule permission could not/],
  ] as const)('says who could not sign in: %s', async (bearer, sentence) => {
    const getToken = () => Promise.reject(new Error('AADSTS50076: more is asked for'));
    const sources: Sources = new Map([[bearer, { giver: { getToken }, scopes: [] }]]);
    await expect(TokenSupply.open(tenant, {}, sources)).rejects.toThrow(sentence);
  });

  it('leaves a refusal of the giver as it is', async () => {
    const getToken = () => Promise.reject(new LiveRefusal('not that one'));
    const sources: Sources = new Map([['caller', { giver: { getToken }, scopes: [] }]]);
    await expect(TokenSupply.open(tenant, {}, sources)).rejects.toThrow(/^not that one$/);
  });
});

describe('a run that may take ten minutes', () => {
  it.each([
    ['an end in time', 599, 'ends in 10 min, it cannot be renewed, and the run may take 10 min'],
    ['an end soon', 90, 'ends in 90 s'],
    ['an end in two minutes', 120, 'ends in 2 min'],
  ])('is refused where a given token has %s', async (_name, seconds, sentence) => {
    const supply = await TokenSupply.open(tenant, { caller: token(seconds) }, new Map());
    expect(() => supply.refuseTooShort(600_000)).toThrow(sentence);
    expect(() => supply.refuseTooShort(600_000)).toThrow(/^The token for TIMECARD_TOKEN .* --max-requests\.$/);
  });

  it('begins where the token lasts as long, or can be renewed', async () => {
    const given = await TokenSupply.open(tenant, { caller: token(600) }, new Map());
    expect(() => given.refuseTooShort(600_000)).not.toThrow();
    expect(given.endOf('caller')).toBe(begin + 600_000);
    expect(given.endOf('secondUser')).toBeUndefined();
    const renewed = await TokenSupply.open(tenant, {}, callerFrom(() => token(60)).sources);
    expect(() => renewed.refuseTooShort(600_000)).not.toThrow();
    expect(renewed.endOf('caller')).toBeUndefined();
  });
});

describe('renewal', () => {
  async function freshFrom(give: () => string) {
    const { sources, getToken } = callerFrom(give);
    const supply = await TokenSupply.open(tenant, {}, sources);
    const told: (readonly [at: number, bearer: Bearer])[] = [];
    supply.keepFresh((bearer) => told.push([(Date.now() - begin) / 1000, bearer]));
    return { supply, getToken, told };
  }

  it('comes 290 s before the end, again and again, until it is closed', async () => {
    const { supply, told } = await freshFrom(() => token(3600));
    await vi.advanceTimersByTimeAsync(3 * 3_310_000);
    expect(told).toEqual([1, 2, 3].map((count) => [count * 3310, 'caller']));
    supply.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('comes in the middle of a short life', async () => {
    const { supply, told } = await freshFrom(() => token(100));
    await vi.advanceTimersByTimeAsync(100_000);
    expect(told.map(([at]) => at)).toEqual([50, 100]);
    supply.close();
  });

  it('is tried again where it fails, or gives the same token once more, and tells new ones only', async () => {
    const first = token(3600);
    const answers = [first, new Error('no way'), first, token(3600, { tid: caller }), token(7200)];
    const { supply, getToken, told } = await freshFrom(() => {
      const next = answers.shift();
      if (typeof next === 'string') return next;
      throw next ?? new Error('asked too often');
    });
    await vi.advanceTimersByTimeAsync(3_310_000 + 3 * 15_000);
    expect(getToken).toHaveBeenCalledTimes(5);
    expect(told).toEqual([[3355, 'caller']]);
    supply.close();
  });

  it('is tried the more often the sooner the token ends', async () => {
    let isGiven = false;
    const { supply, getToken } = await freshFrom(() => {
      if (isGiven) throw new Error('no way');
      isGiven = true;
      return token(40);
    });
    await vi.advanceTimersByTimeAsync(40_000);
    // At 20 s, then after a quarter of what is left, and never more than once a second.
    expect(getToken.mock.calls.length).toBeGreaterThan(8);
    expect(getToken.mock.calls.length).toBeLessThan(20);
    supply.close();
  });

  it('tells nothing that comes after the run has closed', async () => {
    let give: (given: { token: string }) => void = () => undefined;
    const getToken = vi
      .fn<Credential['getToken']>(() => new Promise((resolve) => (give = resolve)))
      .mockResolvedValueOnce({ token: token(100) });
    const supply = await TokenSupply.open(tenant, {}, new Map([['caller', { giver: { getToken }, scopes: [] }]]));
    const told = vi.fn<(bearer: Bearer) => void>();
    supply.keepFresh(told);
    await vi.advanceTimersByTimeAsync(50_000);
    supply.close();
    give({ token: token(100) });
    await vi.runAllTimersAsync();
    expect(told).not.toHaveBeenCalled();
    expect(getToken).toHaveBeenCalledTimes(2);
  });
});
