import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Headers } from '../../traffic/exchange.ts';
import { tenant } from '../../test/tenant.ts';
import type { WireOutcome } from '../wire.ts';
import { Pseudonyms } from './pseudonyms.ts';

/** Fixed, so that a failure is the same tomorrow. */
const seed = 20_260_501;

const hex = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const word = fc.string({ unit: fc.constantFrom(...'bcdfghklmnprstvw'), minLength: 5, maxLength: 9 });
/** Random through and through, which is not what fast-check's own bytes are. */
const bytes = (length: number): fc.Arbitrary<Buffer> =>
  fc.nat().map((number) => createHash('sha512').update(String(number)).digest().subarray(0, length));

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What must not get out, of every kind that is told by its look. */
const secrets: Readonly<Record<string, fc.Arbitrary<string>>> = {
  guid: fc.uuid(),
  'GUID in upper case': fc.uuid().map((guid) => guid.toUpperCase()),
  'GUID without dashes': fc.uuid().map((guid) => guid.replaceAll('-', '')),
  'mail address': fc.tuple(word, word).map(([name, domain]) => `${name}.o'${name}@${domain}.de`),
  'name of a guest': fc
    .tuple(word, word)
    .map(([name, domain]) => `${name}_${domain}.com#EXT#@${domain}.onmicrosoft.com`),
  JWT: fc
    .tuple(word, bytes(48))
    .map(
      ([sub, sign]) => `${base64url({ alg: 'RS256', typ: 'JWT' })}.${base64url({ sub })}.${sign.toString('base64url')}`,
    ),
  'opaque token': bytes(60).map((array) => array.toString('base64url')),
  'client secret': fc.tuple(hex(3), hex(34)).map(([start, end]) => `${start}8Q~${end}`),
  address: fc.tuple(fc.integer({ min: 11, max: 99 }), fc.nat(255), fc.nat(255)).map(([a, b, c]) => `${a}.${b}.${c}.77`),
  'private host': word.map((name) => `${name}-db01.${name}.corp`),
  'the token of the caller': fc.constant<string>(tenant.tokens.caller),
  'name in a token': fc.constant<string>(tenant.names[0]),
  'team of the settings': fc.constant<string>(tenant.people.teamId),
};

const escaped = (text: string): string =>
  [...text].map((one) => (one.length === 1 ? `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}` : one)).join('');
const allPercent = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** The forms in which it may stand. */
const encodings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  percent: encodeURIComponent,
  'percent, every byte': allPercent,
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'base64 behind something else': (text) => `id-${Buffer.from(text).toString('base64')}`,
  hexadecimal: (text) => Buffer.from(text).toString('hex'),
  'JSON in base64': (text) => base64url({ a: 1, id: text }),
  'base64 in percent': (text) => encodeURIComponent(Buffer.from(text).toString('base64')),
  'JSON within JSON': (text) => JSON.stringify({ error: { message: text } }),
  'JSON within JSON within JSON': (text) => JSON.stringify({ inner: JSON.stringify({ value: `x ${text}` }) }),
  'JSON with escapes': (text) => `{"value":"${escaped(text)}"}`,
  HTML: (text) => [...text].map((one) => `&#${one.codePointAt(0)};`).join(''),
};

/** Those whose writing is kept; needless escapes are not, as no id is made of them. */
const { 'JSON with escapes': _escapes, HTML: _html, ...kept } = encodings;

/** An answer with it anywhere in it. */
const places: Readonly<Record<string, (text: string) => WireOutcome>> = {
  header: (text) => answer('{}', [['location', `http://${tenant.host}/v1.0/x?y=${text}`]]),
  'another header': (text) =>
    answer('{}', [
      ['x-anything', text],
      ['Set-Cookie', `a=${text}`],
    ]),
  'header of a trace': (text) =>
    answer('{}', [
      ['request-id', text],
      ['etag', `W/"${text}"`],
    ]),
  value: (text) => answer(JSON.stringify({ id: '1', notes: { content: `around ${text} it` } })),
  'value with escapes': (text) => answer(`{"id":"${escaped(text)}"}`),
  member: (text) => answer(JSON.stringify({ value: [{ [text]: 1 }] })),
  link: (text) =>
    answer(
      JSON.stringify({ '@odata.nextLink': `${tenant.baseUrl}/v1.0/teams/${encodeURIComponent(text)}/x?$skiptoken=1` }),
    ),
  'skip token': (text) =>
    answer(JSON.stringify({ '@odata.nextLink': `${tenant.baseUrl}/v1.0/x?$skiptoken=${encodeURIComponent(text)}` })),
  'text of an error': (text) =>
    answer(JSON.stringify({ error: { message: JSON.stringify({ error: { message: `no ${text}!` } }) } })),
  'half of a body': (text) => answer(`{"value":[{"id":"1","x":${JSON.stringify(text)}`),
  page: (text) => answer(`<html><p title="${text}">${text}</p>`),
  'fault of the transport': (text) => ({ kind: 'transport', fault: 'refused', detail: `connect ${text}` }),
};

function answer(text: string, headers: Headers = [['content-type', 'application/json']]): WireOutcome {
  return { kind: 'response', status: 200, headers, text };
}

const cases = (names: Readonly<Record<string, unknown>>): fc.Arbitrary<string> =>
  fc.constantFrom(...Object.keys(names));

describe('a secret, of whatever kind, in whatever form and wherever it stands', () => {
  test.each(Object.keys(secrets))('reaches nobody: %s', (kind) => {
    const secret = secrets[kind] ?? fc.constant('');
    fc.assert(
      fc.property(secret, cases(encodings), cases(places), (value, form, place) => {
        const pseudonyms = new Pseudonyms(tenant);
        const encoded = encodings[form]?.(value) ?? '';
        const planted = places[place]?.(encoded) ?? answer('');
        const shown = JSON.stringify(pseudonyms.outcome(planted)).toLowerCase();
        for (const one of [value, encoded, JSON.stringify(encoded).slice(1, -1)])
          expect(shown).not.toContain(one.toLowerCase());
      }),
      { seed, numRuns: 400 },
    );
  });

  test('and once more nothing changes', () => {
    fc.assert(
      fc.property(fc.oneof(...Object.values(secrets)), cases(encodings), fc.string(), (value, form, around) => {
        const pseudonyms = new Pseudonyms(tenant);
        const once = pseudonyms.text(`${around} ${encodings[form]?.(value) ?? ''}`);
        expect(pseudonyms.text(once)).toBe(once);
      }),
      { seed, numRuns: 1000 },
    );
  });
});

describe('what a server hands out, it gets back', () => {
  test('as an id in a URL', () => {
    fc.assert(
      fc.property(fc.oneof(...Object.values(secrets)), cases(kept), fc.boolean(), (value, form, upper) => {
        // The other letter case of something encoded is nonsense, and what stands for a token is in upper case already.
        fc.pre(!upper || (form === 'plain' && value !== tenant.tokens.caller));
        const pseudonyms = new Pseudonyms(tenant);
        const id = `TCK_${encodings[form]?.(value) ?? ''}`;
        const shown = idIn(pseudonyms.outcome(answer(JSON.stringify({ id }))));
        const asked = upper ? shown.toUpperCase() : shown;
        const sent = pseudonyms.request(get(`${pseudonyms.baseUrl}/v1.0/timeCards/${encodeURIComponent(asked)}`));
        const got = decodeURIComponent(sent.url.slice(`${tenant.baseUrl}/v1.0/timeCards/`.length));
        expect(got).toBe(upper ? id.toUpperCase() : id);
      }),
      { seed, numRuns: 1000 },
    );
  });

  test('as a link, to the byte', () => {
    const part = fc.oneof(...Object.values(secrets)).map(encodeURIComponent);
    fc.assert(
      fc.property(part, part, fc.constantFrom('%2f', '+', '%2B', '=='), (filter, token, odd) => {
        const pseudonyms = new Pseudonyms(tenant);
        const link = `${tenant.baseUrl}/v1.0/x?$filter=a%20eq%20'${filter}'&$skiptoken=${token}${odd}`;
        const shown = pseudonyms.outcome(answer(JSON.stringify({ '@odata.nextLink': link })));
        const followed = /"@odata.nextLink":"([^"]*)"/.exec(shown.kind === 'response' ? shown.text : '')?.[1] ?? '';
        expect(followed.startsWith(`${pseudonyms.baseUrl}/v1.0/x?`)).toBe(true);
        expect(pseudonyms.request(get(followed)).url).toBe(link);
      }),
      { seed, numRuns: 500 },
    );
  });

  test('within a body that is sent back', () => {
    const name = fc.oneof(fc.constantFrom('Zoë "Zo" O\'Hara', 'Jing\\Jing', 'Åsa'), fc.string({ minLength: 1 }));
    fc.assert(
      fc.property(name, fc.oneof(...Object.values(secrets)), (displayName, value) => {
        const pseudonyms = new Pseudonyms(tenant);
        const body = { createdBy: { user: { id: value, displayName } }, notes: { content: `for ${value}` } };
        const shown = pseudonyms.outcome(answer(JSON.stringify(body)));
        const text = shown.kind === 'response' ? shown.text : '';
        const sent = pseudonyms.request({ method: 'PUT', url: `${pseudonyms.baseUrl}/v1.0/x`, headers: [], text });
        expect(JSON.parse(sent.text ?? '')).toEqual(body);
      }),
      { seed, numRuns: 500 },
    );
  });
});

test('what the suite wrote comes back as it wrote it', () => {
  const written = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 60 }), ...Object.values(secrets));
  fc.assert(
    fc.property(written, fc.nat(30), (content, cut) => {
      const pseudonyms = new Pseudonyms(tenant);
      fc.pre(!JSON.stringify(tenant).includes(JSON.stringify(content).slice(1, -1)));
      const note = { notes: { content } };
      pseudonyms.request({ method: 'POST', url: `${pseudonyms.baseUrl}/x`, headers: [], text: JSON.stringify(note) });
      const echoed = pseudonyms.outcome(answer(JSON.stringify({ id: '7', ...note, cut: content.slice(0, -cut) })));
      expect(JSON.parse(echoed.kind === 'response' ? echoed.text : '')).toMatchObject(note);
    }),
    { seed, numRuns: 1000 },
  );
});

function idIn(outcome: WireOutcome): string {
  const { id } = JSON.parse(outcome.kind === 'response' ? outcome.text : '{}') as { readonly id?: string };
  return id ?? '';
}

function get(url: string) {
  return { method: 'GET', url, headers: [], text: undefined } as const;
}
