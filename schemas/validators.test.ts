import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { describe, expect, test } from 'vitest';
import { requestExamples, responseExamples } from '../specs/openapi/examples.ts';
import { apiVersions, operations, routes } from '../traffic/operation.ts';
import { schemaNames, type SchemaName } from './schema-name.ts';
import { isValid, schemaErrors, schemaFor } from './validators.ts';

describe.each(apiVersions)('%s', (version) => {
  test.each(schemaNames[version])('%s compiles in strict mode and stands on its own', (name) => {
    expect(schemaErrors(version, name, 5)).toEqual([
      { pointer: '', keyword: 'type', message: 'must be object', expected: ['object'] },
    ]);
    const schema = schemaFor(version, name);
    const referred = JSON.stringify(schema).match(/#\/\$defs\/\w+/g) ?? [];
    const present = Object.keys((schema['$defs'] as object | undefined) ?? {});
    expect(present.toSorted()).toEqual([...new Set(referred)].map((reference) => reference.slice(8)).toSorted());
  });

  test('every published schema is one by the meta-schema', () => {
    const ajv = new Ajv2020({ strict: true, formats: fullFormats });
    for (const name of schemaNames[version]) expect(() => ajv.compile(schemaFor(version, name))).not.toThrow();
  });

  test('the examples of the OpenAPI document are valid', () => {
    for (const operation of operations.filter((each) => routes[each].versions.includes(version))) {
      const answer: SchemaName = operation === 'list' ? 'timeCardCollection' : 'timeCard';
      for (const example of Object.values(responseExamples[operation] ?? {})) {
        expect(schemaErrors(version, answer, example)).toEqual([]);
      }
      for (const example of Object.values(requestExamples[operation] ?? {})) {
        expect(schemaErrors(version, `${operation}Request` as SchemaName, example)).toEqual([]);
      }
    }
  });
});

test('v1.0 has no confirmForUser', () => {
  expect(() => isValid('v1.0', 'confirmForUserRequest', {})).toThrow('v1.0 have no confirmForUserRequest');
});

describe('what is wrong is said once, where it is wrong', () => {
  const card = { id: 'TCK_1' };
  test.each([
    ['a missing member', {}, { pointer: '/id', keyword: 'required', message: 'must be present' }],
    [
      'null where it is not allowed',
      { id: null },
      { pointer: '/id', keyword: 'type', message: 'must be string', expected: ['string'] },
    ],
    [
      'a type where null is allowed',
      { ...card, notes: 5 },
      { pointer: '/notes', keyword: 'type', message: 'must be object or null', expected: ['object', 'null'] },
    ],
    [
      'a plain nullable type',
      { ...card, userId: 5 },
      { pointer: '/userId', keyword: 'type', message: 'must be string or null', expected: ['string', 'null'] },
    ],
    [
      'a type where an enumeration is',
      { ...card, state: 5 },
      { pointer: '/state', keyword: 'type', message: 'must be string or null', expected: ['string', 'null'] },
    ],
    [
      'a value that is not of the enumeration',
      { ...card, state: 'unknownFutureValue' },
      {
        pointer: '/state',
        keyword: 'enum',
        message: 'must be one of clockedIn, onBreak, clockedOut',
        expected: ['clockedIn', 'onBreak', 'clockedOut'],
      },
    ],
    [
      'a time without an offset',
      { ...card, clockInEvent: { dateTime: '2025-01-07T21:00:00' } },
      {
        pointer: '/clockInEvent/dateTime',
        keyword: 'format',
        message: 'must match format "date-time"',
        expected: 'date-time',
      },
    ],
    [
      'a break without start',
      { ...card, breaks: [{ end: null }] },
      { pointer: '/breaks/0/start', keyword: 'required', message: 'must be present' },
    ],
  ])('%s', (_name, value, error) => {
    expect(schemaErrors('v1.0', 'timeCard', value)).toEqual([error]);
  });

  test('confirmedBy is a set of flags', () => {
    expect(isValid('v1.0', 'timeCard', { ...card, confirmedBy: 'user,manager' })).toBe(true);
    expect(isValid('v1.0', 'timeCard', { ...card, confirmedBy: 'None' })).toBe(false);
    expect(isValid('v1.0', 'timeCard', { ...card, confirmedBy: '' })).toBe(false);
    expect(isValid('beta', 'replaceRequest', { confirmedBy: 'None' })).toBe(true);
  });

  test('further properties and annotations are welcome', () => {
    expect(isValid('v1.0', 'timeCard', { ...card, '@odata.etag': '"1"', createdBy: { conversation: null } })).toBe(
      true,
    );
  });
});
