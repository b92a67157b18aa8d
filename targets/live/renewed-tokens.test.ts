import { describe, expect, it, vi } from 'vitest';
import type { Wire, WireAnswer, WireRequest } from '../wire.ts';
import { RenewedTokens, RenewingWire } from './renewed-tokens.ts';

/** JSON Web Tokens that say nothing, each with a signature of its own. */
const [first, second, third] = ['eyJmaXJzdCI6MX0', 'eyJzZWNvbmQiOjF9', 'eyJ0aGlyZCI6MX0'].map(
  (payload, index) => `eyJhbGciOiJub25lIn0.${payload}.c2lnbmF0dXJl${index}`,
) as [string, string, string];
const another = 'eyJhbGciOiJub25lIn0.eyJhbm90aGVyIjoxfQ.b3RoZXI';

const part = (token: string): string => token.replace(/\.[^.]*$/, '');

function request(authorization: string, name = 'Authorization'): WireRequest {
  return {
    method: 'GET',
    url: 'https://graph.microsoft.com/v1.0/x',
    headers: [[name, authorization]],
    text: undefined,
  };
}

/** What goes out and what comes back through a wire whose service says what it was sent. */
async function echoed(tokens: RenewedTokens, asked: WireRequest) {
  const sent: WireRequest[] = [];
  const times = { startedAt: 1, endedAt: 2 };
  const inner = {
    send: async (one: WireRequest): Promise<WireAnswer> => {
      sent.push(one);
      const said = one.headers[0]?.[1] ?? '';
      return {
        kind: 'response',
        status: 401,
        headers: [['WWW-Authenticate', said]],
        text: `{"said":"${said}"}`,
        times,
      };
    },
    hurry: vi.fn<() => void>(),
    close: vi.fn<() => void>(),
  };
  const answer = await new RenewingWire(inner, tokens).send(asked);
  return { sent: sent[0], answer };
}

function renewed(...later: readonly string[]): RenewedTokens {
  const tokens = new RenewedTokens({ caller: first, secondUser: another });
  for (const token of later) tokens.renew('caller', token);
  return tokens;
}

describe('a request', () => {
  it('goes out as it is while nothing was renewed', async () => {
    const asked = request(`Bearer ${first}`);
    expect((await echoed(renewed(), asked)).sent).toBe(asked);
    // The same token again, or one of an actor who had none, renews nothing.
    const same = renewed(first);
    same.renew('application', second);
    expect((await echoed(same, asked)).sent).toBe(asked);
    expect(same.names().size).toBe(0);
  });

  it.each([
    ['with its scheme', `Bearer ${first}`, `Bearer ${third}`],
    ['bare', first, third],
    ['with another signature', `Bearer ${part(first)}.bm9ib2R5`, `Bearer ${part(third)}.bm9ib2R5`],
    ['without a signature', `Bearer ${part(first)}.`, `Bearer ${part(third)}.`],
    ['of another actor', `Bearer ${another}`, `Bearer ${another}`],
    ['of nobody', 'Bearer nobody', 'Bearer nobody'],
  ])('carries the newest token in the form in which the first was to be sent: %s', async (_name, given, out) => {
    const { sent } = await echoed(renewed(second, third), request(given, 'authorization'));
    expect(sent?.headers).toEqual([['authorization', out]]);
  });

  it('keeps every other header', async () => {
    const asked = { ...request(`Bearer ${first}`), headers: [['X-Said', first]] as const };
    expect((await echoed(renewed(second), asked)).sent?.headers).toEqual([['X-Said', first]]);
  });

  it('puts nothing else in its place than the token: `$&` in one means nothing', async () => {
    const odd = `${second}$&`;
    expect((await echoed(renewed(odd), request(`Bearer ${first}`))).sent?.headers).toEqual([
      ['Authorization', `Bearer ${odd}`],
    ]);
  });
});

describe('an answer', () => {
  it('says the first token wherever it says a later one, and keeps what stands beside it', async () => {
    const { answer } = await echoed(renewed(second, third), request(`Bearer ${first}`));
    expect(JSON.stringify(answer)).not.toContain(third.split('.')[1]);
    expect(answer).toEqual({
      kind: 'response',
      status: 401,
      headers: [['WWW-Authenticate', `Bearer ${first}`]],
      text: `{"said":"Bearer ${first}"}`,
      times: { startedAt: 1, endedAt: 2 },
    });
  });

  it('knows every token that was ever used, also one that was renewed again', () => {
    const text = `was ${second}, is ${third}`;
    const answer = renewed(second, third).answer({ kind: 'response', status: 200, headers: [], text });
    expect(answer).toMatchObject({ text: `was ${first}, is ${first}` });
  });

  it('is left alone while nothing was renewed', () => {
    const answer: WireAnswer = { kind: 'transport', fault: 'reset', detail: second };
    expect(renewed().answer(answer)).toBe(answer);
    expect(renewed(second).answer(answer)).toEqual({ ...answer, detail: first });
  });
});

it('names the variable of each later token, whole and without its signature', () => {
  const tokens = renewed(second);
  tokens.renew('secondUser', third);
  expect(tokens.names().get(second)).toBe('$TIMECARD_TOKEN');
  expect(tokens.names().get(third)).toBe('$TIMECARD_SECOND_USER_TOKEN');
  expect(tokens.names().get(first)).toBeUndefined();
});

it('passes on hurry and close', () => {
  const inner = { send: vi.fn<Wire['send']>(), hurry: vi.fn<() => void>(), close: vi.fn<() => void>() };
  const wire = new RenewingWire(inner, renewed());
  wire.hurry();
  wire.close();
  expect([inner.hurry, inner.close].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});
