import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf, startWireServer, type WireServer } from '../test/wire-server.ts';
import { openTarget } from './open-target.ts';
import { Redaction, redactionOfAnswers } from './redaction.ts';
import type { RequestToSend, Target } from './target.ts';

/** With characters that change when it is escaped in a URL, in JSON or in base64. */
const token = 'ey+J0/eXAi="OiJ\\KV1Qi.Lm9';
const second = 'second-user-token-31337';

const forms = {
  'as it is': token,
  percent: encodeURIComponent(token),
  base64: Buffer.from(token).toString('base64'),
  'base64url, as in a JWT': Buffer.from(token).toString('base64url'),
  'percent in lower case': encodeURIComponent(token).replaceAll(/%../g, (escape) => escape.toLowerCase()),
  'within JSON': JSON.stringify(token).slice(1, -1),
} as const;

describe('a token is replaced by its variable', () => {
  const redaction = redactionOfAnswers({ caller: token, secondUser: second });

  test.each(Object.entries(forms))('%s', (_name, form) => {
    expect(redaction.text(`a ${form} b ${form}`)).toBe('a $TIMECARD_TOKEN b $TIMECARD_TOKEN');
  });

  test.each([
    ['every letter an escape', [...token].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join('')],
    ['escapes as .NET and PHP write them', String.raw`ey\u002BJ0\/eXAi\u003d\u0022OiJ\\KV1Qi.Lm9`],
  ])('within JSON, %s', (_name, form) => {
    const text = redaction.text(`{"a":"${form}"}`);
    expect(JSON.parse(text)).toEqual({ a: '$TIMECARD_TOKEN' });
  });

  test('also where it comes back without its signature, or with another', () => {
    const unsigned = token.slice(0, token.lastIndexOf('.'));
    expect(redaction.text(`a ${unsigned} b ${unsigned}.c2ln`)).toBe(
      'a ${TIMECARD_TOKEN%.*} b ${TIMECARD_TOKEN%.*}.c2ln',
    );
  });

  test('and escapes of what is no token stay as they are', () => {
    const text = String.raw`{"a":"\u002B \\u0041 \/"}`;
    expect(redaction.text(text)).toBe(text);
  });

  test('each by its own', () => {
    expect(redaction.text(`${second} ${token}`)).toBe('$TIMECARD_SECOND_USER_TOKEN $TIMECARD_TOKEN');
  });

  test('and once more nothing changes', () => {
    const once = redaction.text(`x ${token}`);
    expect(redaction.text(once)).toBe(once);
  });

  test('a token that contains another is replaced whole', () => {
    const nested = redactionOfAnswers({ caller: 'short-token', secondUser: 'short-token-and-more' });
    expect(nested.text('short-token-and-more')).toBe('$TIMECARD_SECOND_USER_TOKEN');
  });

  test.each(['time', 'requirements', 'judged', 'Server'])(
    'a token that is a word of our own sentences, %s, is taken out only where it is sent',
    (word) => {
      const named = new Redaction(new Map([[word, '$TIMECARD_TOKEN']]), 'secrets');
      const sentence = `${word}: 3 requirements were judged at the server, in less time`;
      expect(named.text(sentence)).toBe(sentence);
      expect(named.text(`Bearer ${word}`)).toBe('Bearer $TIMECARD_TOKEN');
      expect(named.value([['Authorization', `Bearer ${word}`]])).toEqual([['Authorization', 'Bearer $TIMECARD_TOKEN']]);
      expect(named.value({ access_token: word })).toEqual({ access_token: '$TIMECARD_TOKEN' });
    },
  );

  test('a text so short that it is no secret stays, or every body would be in pieces', () => {
    expect(redactionOfAnswers({ caller: 'id' }).text('{"id":"x"}')).toBe('{"id":"x"}');
  });
});

describe('a server that hands a token back', () => {
  let server: WireServer;
  let target: Target;
  let answer: Buffer;

  beforeAll(async () => {
    server = await startWireServer(() => answer);
    target = await openTarget(
      { apiVersion: 'v1.0', baseUrl: server.url, requestTimeout: 1000, maxResponseSize: 1e6 },
      { TIMECARD_TOKEN: token, TIMECARD_SECOND_USER_TOKEN: second },
    );
  });

  afterAll(async () => {
    await target.close();
    await server.close();
  });

  const call: RequestToSend = {
    operation: 'list',
    method: 'GET',
    path: '/x',
    actor: 'caller',
    headers: {},
    purpose: 'judge',
  };
  const secret = fc.constantFrom(...Object.values(forms), second);
  const place = fc.constantFrom('header', 'text', 'value', 'name', 'nested');

  /** What stands in the answer, in a body whose secret is anywhere in it. */
  function planted(where: string, value: string, around: string): Buffer {
    const json = [['content-type', 'application/json']] as const;
    switch (where) {
      case 'header':
        return answerOf(200, [['X-Echo', `Bearer ${value}`]]);
      case 'text':
        return answerOf(200, [['content-type', 'text/plain']], `${around}${value}${around}`);
      case 'value':
        return answerOf(200, json, JSON.stringify({ authorization: `${around}${value}` }));
      case 'name':
        return answerOf(200, json, JSON.stringify({ [value]: around }));
      default:
        return answerOf(500, json, JSON.stringify({ error: { inner: [{ deep: [around, { value }] }] } }));
    }
  }

  test('is understood without it: no exchange holds one, wherever and however it comes', async () => {
    await fc.assert(
      fc.asyncProperty(place, secret, fc.string({ maxLength: 10 }), async (where, value, around) => {
        answer = planted(where, value, around);
        const exchange = await target.send(call);
        const shown = textsIn(exchange);
        for (const form of [...Object.values(forms), second]) {
          expect(shown.filter((text) => text.includes(form))).toEqual([]);
        }
        expect(shown.some((text) => /\$TIMECARD_(SECOND_USER_)?TOKEN/.test(text))).toBe(true);
      }),
      { seed: 7, numRuns: 150 },
    );
  });
});

/** Every text in a value, the names of members among them. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [name, ...textsIn(one)]);
}
