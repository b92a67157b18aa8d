import { describe, expect, test } from 'vitest';
import { leaksIn, secretForms } from '../test/secret-forms.ts';
import { Redaction } from './redaction.ts';

const tokens: Readonly<Record<string, string>> = {
  'with all that encodings change': 'hush/me+"quoted"&<tag>~0123456789==',
  'a JWT': ['eyJhbGciOiJSUzI1NiJ9', 'eyJvaWQiOiI2YzlhMWU1Zi0yN2Q4In0', 'c2lnbmVkIGJ5IG5vYm9keQ'].join('.'),
  'six characters': 'q7x-9z',
};

/** Where in a text it may stand. */
const places: Readonly<Record<string, (form: string) => string>> = {
  alone: (form) => form,
  'a value of JSON': (form) => JSON.stringify({ notes: { content: `around ${form} it` } }),
  'a name in JSON': (form) => JSON.stringify({ value: [{ [form]: 1 }] }),
  'half of a body': (form) => `{"value":[{"id":"1","x":${JSON.stringify(form)}`,
  'an attribute of HTML': (form) => `<html><p title="${form}">${form}</p>`,
  'a header': (form) => `Bearer ${form}`,
  'a query': (form) => `http://127.0.0.1:4010/v1.0/x?a=${form}&b=c`,
};

describe('a token is taken out', () => {
  describe.each(Object.entries(tokens))('%s', (_, token) => {
    const redaction = new Redaction(new Map([[token, '$TIMECARD_TOKEN']]));

    test.each(Object.entries(secretForms))('as %s', (_form, write) => {
      for (const [place, stand] of Object.entries(places)) {
        const redacted = redaction.text(stand(write(token)));
        expect({ place, leaks: leaksIn(redacted, { token }) }).toEqual({ place, leaks: [] });
        expect(redaction.text(redacted)).toBe(redacted);
      }
    });
  });

  test('of three characters where it is a word of its own', () => {
    const redaction = new Redaction(new Map([['q7x', '$TIMECARD_TOKEN']]));
    expect(redaction.text('q7x, Bearer q7x, cTd4, cq7xy')).toBe(
      '$TIMECARD_TOKEN, Bearer $TIMECARD_TOKEN, $TIMECARD_TOKEN, cq7xy',
    );
  });

  test('that is an ordinary word only where it is said to be one', () => {
    const redaction = new Redaction(new Map([['clockedIn', '$TIMECARD_TOKEN']]));
    const echo = (token: string): string => JSON.stringify({ state: 'clockedIn', authorization: `Bearer ${token}` });
    expect(redaction.text(echo('clockedIn'))).toBe(echo('$TIMECARD_TOKEN'));
  });

  test('and leaves JSON as valid as it was', () => {
    const redaction = new Redaction(new Map([['12345678', '$TIMECARD_TOKEN']]));
    expect(redaction.text('{"a":12345678,"b":"12345678"}')).toBe('{"a":12345678,"b":"$TIMECARD_TOKEN"}');
  });
});

describe('what only looks like a secret is taken out where that is asked for', () => {
  const other = ['eyJhbGciOiJub25lIn0', 'eyJvaWQiOiJ1c2VyIn0', 'signature'].join('.');

  test.each([
    ['a JWT', `the token ${other}`, 'the token (secret-1)'],
    ['what follows Bearer', 'Authorization: Bearer abc12345', 'Authorization: Bearer (secret-1)'],
    ['a login in a URL', 'at http://me:hush@127.0.0.1/x', 'at http://(secret-1)@127.0.0.1/x'],
    ['a signature', 'http://127.0.0.1/x?sv=1&sig=hush', 'http://127.0.0.1/x?sv=1&sig=(secret-1)'],
    ['a password under its name', '{"password":"hush"}', '{"password":"(secret-1)"}'],
  ])('%s', (_, text, expected) => {
    expect(new Redaction(new Map(), 'secrets').text(text)).toBe(expected);
    expect(new Redaction(new Map()).text(text)).toBe(text);
  });

  test.each([
    ['what is sent in its place', 'Bearer $TIMECARD_TOKEN, Bearer this-is-not-a-token'],
    ['ids, links and people', '{"id":"TCK_9d3c5b71-0e8f-4a26-b1d4-6f7a82c09e35","displayName":"Mia Brandt"}'],
    ['places in a list', 'http://127.0.0.1:4010/v1.0/x?$skiptoken=q7x9zq7x9zq7x9zq7x9zAAbb11'],
    ['digests and what else looks random', 'W/"dGhlIHF1aWNrIGJyb3duIGZveA8x7Q2z"'],
  ])('but not %s', (_, text) => {
    expect(new Redaction(new Map(), 'secrets').text(text)).toBe(text);
  });

  test('each under a name of its own, in the texts and under the names of plain data', () => {
    const redaction = new Redaction(new Map(), 'secrets');
    const data = {
      body: { kind: 'json', value: { password: 'first', n: 7, list: [null, true] }, text: '{"password":"first"}' },
      headers: [
        ['Set-Cookie', 'sid=1'],
        ['Authorization', 'Bearer $TIMECARD_TOKEN'],
      ],
      [`name of ${other}`]: other,
    };
    expect(redaction.value(data)).toEqual({
      body: {
        kind: 'json',
        value: { password: '(secret-1)', n: 7, list: [null, true] },
        text: '{"password":"(secret-1)"}',
      },
      headers: [
        ['Set-Cookie', '(secret-2)'],
        ['Authorization', 'Bearer $TIMECARD_TOKEN'],
      ],
      'name of (secret-3)': '(secret-3)',
    });
  });
});
