import { describe, expect, test } from 'vitest';
import type { Json } from '../traffic/json.ts';
import {
  beside,
  clockIn,
  clockInBody,
  clockInOf,
  clockOut,
  get,
  list,
  openCard,
  refusal,
  remove,
} from '../test/card-exchanges.ts';
import { describeChecks, type Row } from '../test/check-table.ts';
import { exampleBody } from '../test/exchanges.ts';
import { errorCodes } from './error-codes.ts';
import { protocolFactChecks } from './protocol-facts.ts';

const text = JSON.stringify({ error: { code: 'NotFound', message: 'x', innererror: { code: 'TeamNotFound' } } });
const hidden = { error: { code: 'NotFound', message: text, innerError: { date: 'd' } } };
const shouted = { ISATAPPROVEDLOCATION: true, NOTES: clockInBody['notes'] ?? null };
const unheard = { '/clockInEvent/isAtApprovedLocation': null, '/clockInEvent/notes': null };

const rows: readonly Row[] = [
  {
    requirement: 'TC-GEN-022',
    observed: [list([], { response: refusal(400) })],
    value: 'BadRequest',
    silent: [clockIn()],
  },
  {
    requirement: 'TC-GEN-022',
    name: 'that hide in the message',
    observed: [list([], { response: { status: 404, body: hidden } })],
    value: 'NotFound > TeamNotFound',
    silent: [list([], { fault: 'reset' })],
  },
  {
    requirement: 'TC-GEN-022',
    name: 'where there are none',
    observed: [list([], { response: { status: 500, text: '<h1>No luck</h1>' } })],
    value: 'none',
    silent: [remove(openCard)],
  },
  {
    requirement: 'TC-GEN-023',
    observed: [
      list([], {
        response: {
          headers: [
            ['X-b', '1'],
            ['Date', 'now'],
            ['x-B', '2'],
          ],
          body: { value: [] },
        },
      }),
    ],
    value: 'date, x-b',
    silent: [list([], { fault: 'timeout' })],
  },
  {
    requirement: 'TC-GEN-024',
    observed: beside('clockIn', ['', 'letterCase'], { request: { body: shouted } }),
    value: 'taken',
    silent: [clockIn()],
  },
  {
    requirement: 'TC-GEN-024',
    name: 'ignored',
    observed: [
      ...beside('clockIn', ['', 'letterCase'], {}).slice(0, 2),
      ...beside('clockIn', ['', 'letterCase'], {
        request: { body: shouted },
        response: { body: { ...openCard, clockInEvent: null } },
      }).slice(2),
    ],
    value: 'ignored',
    silent: [clockInOf({}, unheard)],
  },
  {
    requirement: 'TC-GEN-024',
    name: 'refused',
    observed: beside('clockIn', ['', 'letterCase'], { request: { body: shouted }, response: refusal(400) }),
    value: '400 BadRequest',
    silent: beside('clockIn', ['/notes', 'type'], { response: refusal(400) }),
  },
  {
    requirement: 'TC-GEN-025',
    observed: beside('list', ['url:query', 'letterCase'], { query: '$TOP=1' }, { query: '$top=1' }),
    value: 'taken',
    silent: [list([])],
  },
  {
    requirement: 'TC-GEN-025',
    name: 'ignored',
    observed: beside(
      'list',
      ['url:query', 'letterCase'],
      { query: '$TOP=1', response: { body: { value: [openCard, openCard] } } },
      { query: '$top=1', response: { body: { value: [openCard] } } },
    ),
    value: 'ignored',
    silent: beside('list', ['url:query', 'undocumentedOption'], { query: '$skip=1' }),
  },
  {
    requirement: 'TC-GEN-025',
    name: 'refused',
    observed: beside('list', ['url:query', 'letterCase'], { query: '$TOP=1', response: refusal(400) }),
    value: '400 BadRequest',
    silent: [list([], { query: '$TOP=1' })],
  },
  {
    requirement: 'TC-GEN-038',
    observed: [clockIn(), clockOut({ request: { body: {}, headers: [['Transfer-Encoding', 'chunked']] } })],
    value: 'accepted',
    // What was sent with a defect is another thing, and a link is followed as the server wrote it.
    silent: [
      clockIn(),
      ...beside('clockIn', ['header:Content-Type', 'unsupported'], {
        request: { body: {}, headers: [['Content-Type', 'application/json; charset=latin1']] },
      }).slice(2),
      list([], { query: '%24skiptoken=a+b' }),
    ],
  },
  {
    requirement: 'TC-GEN-038',
    name: 'refused',
    observed: [list([], { query: "%24filter=state+eq+'open'", response: refusal(400) })],
    value: '400 BadRequest',
    silent: [
      list([], { query: "$filter=state%20eq%20'open'", response: refusal(400) }),
      // A closed card refuses it in any clothes.
      clockOut({ request: { body: {}, headers: [['Transfer-Encoding', 'chunked']] }, response: refusal(409) }),
    ],
  },
  {
    requirement: 'TC-GEN-037',
    observed: beside('get', ['url', 'qualified'], { response: refusal(404) }),
    value: '404 BadRequest',
    silent: [get(openCard)],
  },
  {
    requirement: 'TC-GEN-027',
    observed: beside('get', ['header:Accept', 'unsupported'], { response: refusal(406) }),
    value: '406 BadRequest',
    silent: [get(openCard)],
  },
  {
    requirement: 'TC-GEN-023',
    name: 'of a throttled request',
    observed: [list([], { response: { ...refusal(429), headers: [['Retry-After', '3']] } })],
    value: 'retry-after',
    silent: [list([], { fault: 'reset' })],
  },
  {
    requirement: 'TC-GEN-040',
    observed: [clockOut()],
    value: '204 without a body',
    silent: [
      clockOut({ response: refusal(409) }),
      clockOut({ request: { headers: [['Prefer', 'return=representation']] } }),
      ...beside('clockIn', ['header:Content-Type', 'unsupported'], { request: { body: {} } }).slice(2),
    ],
  },
  {
    requirement: 'TC-GEN-040',
    name: 'with a card',
    observed: [clockIn()],
    value: '201 with a body',
    silent: [list([], { fault: 'reset' })],
  },
  {
    requirement: 'TC-GEN-041',
    observed: [get(openCard)],
    value: 'none',
    silent: [list([], { fault: 'reset' })],
  },
  {
    requirement: 'TC-GEN-041',
    name: 'an end',
    observed: [
      list([], {
        response: {
          ...refusal(403),
          headers: [
            ['Deprecation', '@1688169599'],
            ['Sunset', 'Sun, 30 Jun 2024 23:59:59 GMT'],
          ],
        },
      }),
    ],
    value: 'deprecated 2023-06-30, ends 2024-06-30',
    silent: [list([], { fault: 'timeout' })],
  },
  {
    requirement: 'TC-GEN-041',
    name: 'an end that is not said',
    observed: [list([], { response: { ...refusal(403), headers: [['Deprecation', 'true']] } })],
    value: 'deprecated without a date',
    silent: [list([], { fault: 'timeout' })],
  },
];

describeChecks('protocol facts', protocolFactChecks, rows);

describe('codes of an error', () => {
  test.each<[string, Json | undefined, readonly string[]]>([
    [
      'reported for a missing header',
      exampleBody('error_missing_acts_as_reported'),
      ['Forbidden', 'MissingUserIdHeaderInAppContext'],
    ],
    [
      'with inner errors in inner errors',
      { error: { code: 'a', innerError: { code: 'b', innererror: { code: 'c' } } } },
      ['a', 'b', 'c'],
    ],
    ['that is none', { error: 'no' }, []],
    ['without a body', undefined, []],
    ['whose message only looks like JSON', { error: { code: 'a', message: '{oh' } }, ['a']],
    ['with a code that is no text', { error: { code: 7, innerError: { code: 'b' } } }, ['b']],
  ])('%s', (_name, body, codes) => {
    expect(errorCodes(body)).toEqual(codes);
  });

  test('no deeper than anybody nests them', () => {
    let error: Json = { code: 'x0' };
    for (let depth = 1; depth < 500; depth += 1) error = { code: `x${depth}`, innerError: error };
    expect(errorCodes({ error })).toHaveLength(5);
    let told: Json = { code: 'x0' };
    for (let depth = 1; depth < 8; depth += 1) told = { code: `x${depth}`, message: JSON.stringify({ error: told }) };
    expect(errorCodes({ error: told })).toHaveLength(5);
    expect(errorCodes({ error: { code: 'y'.repeat(999) } })[0]).toHaveLength(80);
  });
});
