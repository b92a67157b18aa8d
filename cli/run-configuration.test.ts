import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultConfiguration } from '../engine/configuration.ts';
import { suiteNames } from '../engine/cases/suite.ts';
import { numRunsAt } from '../engine/cases/effort.ts';
import { requirements } from '../specs/requirements/index.ts';
import { CommandError } from './command-error.ts';
import { configurationFrom } from './run-configuration.ts';
import type { GivenSettings } from './settings.ts';

let folder: string;
const pem = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ca-'));
  writeFileSync(join(folder, 'ca.pem'), pem);
  writeFileSync(join(folder, 'key.pem'), '-----BEGIN PRIVATE KEY-----\n');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function refusal(given: GivenSettings): CommandError {
  try {
    configurationFrom(given);
  } catch (error) {
    if (error instanceof CommandError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('where nothing is set, the defaults hold and a seed is drawn', () => {
  const { seed, ...rest } = configurationFrom({});
  expect(rest).toEqual({ ...defaultConfiguration, numRuns: numRunsAt.normal, suites: suiteNames });
  const seeds = Array.from({ length: 5 }, () => configurationFrom({}).seed);
  expect(new Set([seed, ...seeds]).size).toBeGreaterThan(1);
  for (const one of seeds) expect(one).toSatisfy((drawn: number) => Number.isInteger(drawn) && drawn >= 0);
});

test('what is set is taken, and what concerns only the command is left out', () => {
  const run = {
    baseUrl: 'http://127.0.0.1:4010',
    apiVersion: 'v1.0',
    teamId: 'T',
    otherTeamId: 'O',
    userId: 'U',
    onBehalfOfUserId: 'B',
    maxRequests: 5,
    maxTime: 1000,
    rate: 4,
    requestTimeout: 500,
    maxResponseSize: 900,
    seed: 0,
    path: '3:0',
    effort: 'thorough',
    numRuns: 2,
    strict: true,
    bail: true,
  } as const;
  const command = { quiet: true, verbose: true, dryRun: true, reportDir: 'x', report: ['json'] } as const;
  expect(configurationFrom({ ...run, ...command, suite: ['shapes'] })).toEqual({ ...run, suites: ['shapes'] });
});

describe('--requirement', () => {
  const inGroup = (group: string) => requirements.flatMap(({ id }) => (id.startsWith(`TC-${group}-`) ? [id] : []));

  test.each<[patterns: readonly string[], chosen: readonly string[], suites: readonly string[]]>([
    [['TC-CLOCKIN-001'], ['TC-CLOCKIN-001'], ['clockIn']],
    [['tc-clockin-001'], ['TC-CLOCKIN-001'], ['clockIn']],
    [['TC-CREATE-*'], inGroup('CREATE'), ['create']],
    [['TC-DELETE-???'], inGroup('DELETE'), ['reading']],
    [['TC-CREATE-*', 'TC-CREATE-001'], inGroup('CREATE'), ['create']],
    [
      ['TC-GET-001', 'TC-CLOCKOUT-001'],
      ['TC-GET-001', 'TC-CLOCKOUT-001'],
      ['clockOut', 'reading'],
    ],
    // Shapes and protocol are judged on the traffic of all suites.
    [['TC-SHAPE-001'], ['TC-SHAPE-001'], suiteNames],
    [['TC-GEN-001'], ['TC-GEN-001'], suiteNames],
    [['*'], requirements.map(({ id }) => id), suiteNames],
  ])('%j', (patterns, chosen, suites) => {
    const configuration = configurationFrom({ requirement: patterns });
    expect(configuration.requirements?.toSorted()).toEqual([...chosen].toSorted());
    expect(configuration.suites).toEqual(suites);
  });

  test('suites that were named stay the ones', () => {
    expect(configurationFrom({ requirement: ['TC-GET-001'], suite: ['reading'] }).suites).toEqual(['reading']);
  });

  test('suites without any of the requirements are refused', () => {
    const { message, exitCode } = refusal({ requirement: ['TC-GEN-001'], suite: ['reading'] });
    expect(message).toMatch(/^No requirement matches both --suite and --requirement/);
    expect(exitCode).toBe(2);
  });

  test.each(['TC-NOTHING-001', 'TC-CLOCKIN', 'TC.CLOCKIN.001', '(', 'TC-GEN-00[1]', '?'])(
    '%s matches nothing, and that is a slip',
    (pattern) => {
      const { message, exitCode } = refusal({ requirement: ['TC-GEN-001', pattern] });
      expect(message).toBe(
        `--requirement ${pattern} matches no requirement; "npx timecard-conformance requirements" lists them.`,
      );
      expect(exitCode).toBe(2);
    },
  );
});

test('--path is of no use without --seed', () => {
  expect(refusal({ path: '3' })).toMatchObject({ exitCode: 2, message: expect.stringMatching(/--path .*--seed/) });
  expect(configurationFrom({ path: '3', seed: 0 })).toMatchObject({ path: '3', seed: 0 });
});

describe('--ca', () => {
  test('is read', () => {
    expect(configurationFrom({ ca: join(folder, 'ca.pem') }).ca).toBe(pem);
  });

  test.each([
    ['absent.pem', /absent\.pem cannot be read; check --ca\.$/],
    ['.', /cannot be read; check --ca\.$/],
    ['key.pem', /key\.pem does not hold a PEM certificate; give --ca a file/],
  ])('%s is refused', (name, says) => {
    const { message, exitCode } = refusal({ ca: join(folder, name) });
    expect(message).toMatch(says);
    expect(exitCode).toBe(2);
  });
});
