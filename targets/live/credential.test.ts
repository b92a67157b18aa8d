import { afterEach, describe, expect, it, vi } from 'vitest';
import { tokenFrom, tokenGiverFrom, type TokenGiver } from './credential.ts';

afterEach(() => void vi.useRealTimers());

const never = (): Promise<never> => new Promise<never>(() => undefined);

describe('what a configuration file may give', () => {
  it.each([
    ['a credential', { getToken: never }],
    ['a provider', { getAccessToken: never }],
  ])('%s', (_name, giver) => expect(tokenGiverFrom(giver, 'credentials.caller')).toBe(giver));

  it.each([
    ['nothing', null],
    ['a token', 'eyJ'],
    ['a function', never],
    ['an object that gives nothing', { getToken: 'eyJ' }],
  ])('is refused where it is %s', (_name, giver) => {
    expect(() => tokenGiverFrom(giver, 'credentials.caller')).toThrow(
      /^credentials\.caller gives no tokens; set it to/,
    );
  });
});

describe('asking for a token', () => {
  it('names the scopes, each time in a list of its own, since libraries change what they are given', async () => {
    const scopes = ['a', 'b'];
    const asked: (readonly string[] | string | undefined)[] = [];
    const credential: TokenGiver = {
      getToken: async (given) => {
        asked.push(given);
        return { token: 'first', expiresOnTimestamp: 1 };
      },
    };
    const provider: TokenGiver = {
      getAccessToken: async (options) => {
        asked.push(options?.scopes);
        return 'second';
      },
    };
    expect([await tokenFrom(credential, scopes), await tokenFrom(provider, scopes)]).toEqual(['first', 'second']);
    expect(asked).toEqual([scopes, scopes]);
    expect(asked.some((one) => one === scopes)).toBe(false);
  });

  it.each<[string, TokenGiver]>([
    ['null', { getToken: async () => null }],
    ['an empty token', { getToken: async () => ({ token: '' }) }],
    ['no token', { getAccessToken: async () => undefined as unknown as string }],
  ])('fails where it gives %s', async (_name, giver) => {
    await expect(tokenFrom(giver, [])).rejects.toThrow('it gave no token');
  });

  it('fails as the giver does', async () => {
    const giver = { getToken: () => Promise.reject(new Error('AADSTS50076')) };
    await expect(tokenFrom(giver, [])).rejects.toThrow('AADSTS50076');
  });

  it('waits for sixteen minutes and no longer, and leaves no timer behind', async () => {
    vi.useFakeTimers();
    let state = 'waiting';
    const asked = tokenFrom({ getToken: never }, []).catch((error: unknown) => (state = String(error)));
    await vi.advanceTimersByTimeAsync(16 * 60_000 - 1);
    expect(state).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    await asked;
    expect(state).toBe('Error: no token came within 16 minutes');
    await tokenFrom({ getToken: async () => ({ token: 't' }) }, []);
    expect(vi.getTimerCount()).toBe(0);
  });
});
