import { describe, expect, test } from 'vitest';
import { suiteNames } from '../engine/cases/suite.ts';
import { CommandError } from './command-error.ts';
import * as parse from './parse-values.ts';

const parsers: Readonly<Record<string, parse.Parse<unknown>>> = { ...parse };
type Parser = keyof typeof parse;
type Rows = readonly (readonly [parser: Parser, value: string, result: unknown])[];

const accepted: Rows = [
  ['baseUrl', 'http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
  ['baseUrl', 'https://example.test/', 'https://example.test'],
  ['baseUrl', 'https://example.test/mock/graph/', 'https://example.test/mock/graph'],
  ['baseUrl', 'HTTP://LocalHost:80/', 'http://localhost'],
  ['baseUrl', 'http://[::1]:4010', 'http://[::1]:4010'],
  ['baseUrl', 'https://example.test/betamax', 'https://example.test/betamax'],
  ['apiVersion', 'v1.0', 'v1.0'],
  ['apiVersion', 'beta', 'beta'],
  ['suite', 'clockin', 'clockIn'],
  ['suite', 'SHAPES', 'shapes'],
  ...suiteNames.map((name) => ['suite', name, name] as const),
  ['text', ' an id ', ' an id '],
  ['seed', '0', 0],
  ['seed', '2147483647', 2 ** 31 - 1],
  ['numRuns', '1', 1],
  ['numRuns', '100000', 100_000],
  ['maxRequests', '100000000', 100_000_000],
  ['path', '3', '3'],
  ['path', '3:0:12', '3:0:12'],
  ['duration', '500ms', 500],
  ['duration', '90s', 90_000],
  ['duration', '1.5m', 90_000],
  ['duration', '2 h', 7_200_000],
  ['rate', '4', 4],
  ['rate', '0.5', 0.5],
  ['rate', '4/s', 4],
  ['size', '1', 1],
  ['size', '500kb', 500_000],
  ['size', '1.5 MB', 1_500_000],
  ['size', '1gb', 1_000_000_000],
  ['flag', 'TRUE', true],
  ['flag', '1', true],
  ['flag', 'yes', true],
  ['flag', 'on', true],
  ['flag', 'False', false],
  ['flag', '0', false],
  ['flag', 'no', false],
  ['flag', 'off', false],
];

const refused: readonly (readonly [parser: Parser, value: string, says: RegExp])[] = [
  ['baseUrl', 'localhost:4010', /an http or https URL/],
  ['baseUrl', '127.0.0.1', /an http or https URL/],
  ['baseUrl', '', /an http or https URL/],
  ['baseUrl', 'ftp://example.test', /an http or https URL/],
  ['baseUrl', 'http://user:secret@example.test', /TIMECARD_TOKEN/],
  ['baseUrl', 'http://token@example.test', /TIMECARD_TOKEN/],
  ['baseUrl', 'http://example.test/?a=1', /without a query/],
  ['baseUrl', 'http://example.test/#a', /without a query/],
  ['baseUrl', 'http://example.test/v1.0', /--api-version/],
  ['baseUrl', 'http://example.test/mock/beta/', /--api-version/],
  ['apiVersion', '1.0', /v1\.0 or beta/],
  ['apiVersion', 'V1.0', /v1\.0 or beta/],
  ['suite', 'clock', /one of create, clockIn/],
  ['suite', '', /one of create, clockIn/],
  ['text', '', /is empty/],
  ['text', ' ', /is empty/],
  ...['-1', '2147483648', '1.5', '1e3', '0x10', 'one', '', ' 1', 'NaN'].map(
    (value) => ['seed', value, /a whole number from 0 to 2147483647/] as const,
  ),
  ['numRuns', '0', /a whole number from 1 to 100000/],
  ['numRuns', '100001', /a whole number/],
  ['maxRequests', '0', /a whole number from 1/],
  ['path', '3:', /3:0:1/],
  ['path', ':1', /3:0:1/],
  ['path', 'a', /3:0:1/],
  ...['0s', '0.5ms', '-1s', '1d', 's', '', '1e3s', '600h', 'Infinity'].map(
    (value) => ['duration', value, /500ms, 30s or 10m/] as const,
  ),
  ['duration', '30', /30s for seconds, 30m for minutes/],
  ['duration', '0', /a unit, too/],
  ['age', '90', /90d for days, 90h for hours/],
  ...['0', '-4', '4/m', '', '100001', 'fast'].map((value) => ['rate', value, /requests per second/] as const),
  ...['0', '0.5', '-1', '2gb', '1tb', '', 'big'].map((value) => ['size', value, /500kb or 5mb/] as const),
  ...['', '2', 'maybe', 'y'].map((value) => ['flag', value, /true or false/] as const),
];

describe('accepts', () => {
  test.each(accepted)('%s %j', (parser, value, result) => {
    expect(parsers[parser]?.(value, '--flag')).toBe(result);
  });
});

describe('refuses in one sentence that begins with what the user calls it', () => {
  test.each(refused)('%s %j', (parser, value, says) => {
    const error: unknown = caught(() => parsers[parser]?.(value, 'the key in the file'));
    expect(error).toBeInstanceOf(CommandError);
    const { message, exitCode } = error as CommandError;
    expect(message).toMatch(/^the key in the file [^\n]+\.$/);
    expect(message).toMatch(says);
    expect(exitCode).toBe(2);
  });
});

test('a password in a URL is not repeated', () => {
  const error = caught(() => parse.baseUrl('http://user:hush@example.test', '--base-url'));
  expect(String(error)).not.toContain('hush');
});

function caught(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
