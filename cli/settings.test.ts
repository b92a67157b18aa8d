import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { gather } from './gather-settings.ts';
import { addFlags, flagOf, namesInFiles, settings, variableOf, type NameInFiles } from './settings.ts';

/** In a file, exclusions have another form: that of a reason for each. What it cannot say is not ordinary either. */
type OrdinarySetting = Exclude<NameInFiles, 'exclude'>;

/** Three values of each setting that differ, as a user writes them. */
const samples: Readonly<Record<OrdinarySetting, readonly [flag: string, variable: string, file: string]>> = {
  baseUrl: ['http://flag.test', 'http://variable.test', 'http://file.test'],
  reference: ['true', 'false', 'true'],
  start: ['npm run flag', 'npm run variable', 'npm run file'],
  wait: ['1s', '2s', '3s'],
  apiVersion: ['v1.0', 'v1.0', 'v1.0'],
  teamId: ['flag', 'variable', 'file'],
  otherTeamId: ['flag', 'variable', 'file'],
  userId: ['flag', 'variable', 'file'],
  onBehalfOfUserId: ['flag', 'variable', 'file'],
  auth: ['device-code', 'client-secret', 'certificate'],
  effort: ['quick', 'normal', 'thorough'],
  suite: ['create', 'clockIn', 'clockOut'],
  requirement: ['TC-GEN-001', 'TC-GEN-002', 'TC-GEN-003'],
  seed: ['1', '2', '3'],
  path: ['1', '2:0', '3:0:1'],
  numRuns: ['1', '2', '3'],
  maxRequests: ['1', '2', '3'],
  maxTime: ['1s', '2s', '3s'],
  rate: ['1', '2', '3'],
  requestTimeout: ['1s', '2s', '3s'],
  maxResponseSize: ['1kb', '2kb', '3kb'],
  ca: ['flag.pem', 'variable.pem', 'file.pem'],
  strict: ['true', 'false', 'true'],
  bail: ['true', 'false', 'true'],
  baseline: ['flag.json', 'variable.json', 'file.json'],
  trace: ['flag.har', 'variable.har', 'file.har'],
  lastFailed: ['true', 'false', 'true'],
  updateBaseline: ['true', 'false', 'true'],
  lock: ['flag.lock', 'variable.lock', 'file.lock'],
  updateLock: ['true', 'false', 'true'],
  dryRun: ['true', 'false', 'true'],
  report: ['json', 'junit', 'terminal'],
  reportDir: ['flag', 'variable', 'file'],
  quiet: ['true', 'false', 'true'],
  verbose: ['true', 'false', 'true'],
  noColor: ['true', 'false', 'true'],
};

const names = namesInFiles.filter((name): name is OrdinarySetting => name !== 'exclude');

function takesValue(name: OrdinarySetting): boolean {
  return 'takes' in settings[name];
}

function parsed(name: OrdinarySetting, text: string): unknown {
  const value = settings[name].parse(text, name);
  return 'many' in settings[name] ? [value] : value;
}

/** The flags as commander hands them over. */
function flags(...argv: readonly string[]): Readonly<Record<string, unknown>> {
  return addFlags(new Command())
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .parse(argv, { from: 'user' })
    .opts();
}

function file(values: Readonly<Record<string, unknown>>) {
  return { path: 'my.json', values };
}

describe.each(names)('%s', (name) => {
  const [onFlag, inVariable, inFile] = samples[name];
  const flag = takesValue(name) ? flags(flagOf(name), onFlag) : flags(flagOf(name));
  const environment = { [variableOf(name)]: inVariable };

  test('flag before variable before file', () => {
    expect(gather(flag, environment, file({ [name]: inFile }))).toEqual({ [name]: parsed(name, onFlag) });
    expect(gather({}, environment, file({ [name]: inFile }))).toEqual({ [name]: parsed(name, inVariable) });
    expect(gather({}, {}, file({ [name]: inFile }))).toEqual({ [name]: parsed(name, inFile) });
  });

  test('nothing is set where nothing is said', () => {
    expect(gather(flags(), { [variableOf(name)]: '' }, file({ [name]: null }))).toEqual({});
  });

  test('a wrong value is told by where it stands, also where another one wins', () => {
    const wrong = { nested: 'value' };
    expect(() => gather(flag, {}, file({ [name]: wrong }))).toThrow(new RegExp(`^${name} in my.json is not text`));
  });
});

test('every name gives a flag and a variable of its own', () => {
  expect(flagOf('onBehalfOfUserId')).toBe('--on-behalf-of-user-id');
  expect(variableOf('onBehalfOfUserId')).toBe('TIMECARD_ON_BEHALF_OF_USER_ID');
  expect(variableOf('ca')).toBe('TIMECARD_CA');
  expect(new Set(names.map(variableOf)).size).toBe(names.length);
});

describe('the message names', () => {
  test.each<[where: string, act: () => unknown]>([
    ['--seed is "x"', () => gather(flags('--seed', 'x'), {}, file({}))],
    ['TIMECARD_SEED is "x"', () => gather({}, { TIMECARD_SEED: 'x' }, file({}))],
    ['seed in my.json is "x"', () => gather({}, {}, file({ seed: 'x' }))],
  ])('%s', (where, act) => {
    expect(act).toThrow(where);
  });
});

describe('several values', () => {
  const wanted = { suite: ['create', 'clockIn', 'clockOut'] };

  test.each<[how: string, act: () => unknown]>([
    [
      'a flag again and again',
      () => gather(flags('--suite', 'create', '--suite', 'clockIn', '--suite', 'clockOut'), {}, file({})),
    ],
    ['with commas', () => gather(flags('--suite', 'create, clockIn,clockOut'), {}, file({}))],
    ['both', () => gather(flags('--suite', 'create', '--suite', 'clockIn,clockOut'), {}, file({}))],
    ['in a variable', () => gather({}, { TIMECARD_SUITE: 'create,clockIn, clockOut' }, file({}))],
    ['a list in a file', () => gather({}, {}, file({ suite: ['create', 'clockIn', 'clockOut'] }))],
    ['a text in a file', () => gather({}, {}, file({ suite: 'create,clockIn,clockOut' }))],
  ])('%s', (_how, act) => {
    expect(act()).toEqual(wanted);
  });

  test('are too many for what takes one', () => {
    expect(() => gather({}, {}, file({ seed: [1, 2] }))).toThrow('seed in my.json is a list; give one value.');
  });

  test('an empty one is a slip', () => {
    expect(() => gather(flags('--suite', 'create,'), {}, file({}))).toThrow('--suite is ""');
  });
});

test('numbers and switches may be written as such in a file', () => {
  const values = { seed: 7, rate: 0.5, strict: false, maxTime: '30s' };
  expect(gather({}, {}, file(values))).toEqual({ seed: 7, rate: 0.5, strict: false, maxTime: 30_000 });
});

test('a switch that is off in a variable wins over one that is on in a file', () => {
  expect(gather({}, { TIMECARD_STRICT: 'false' }, file({ strict: true }))).toEqual({ strict: false });
});

describe('a variable with a slip in its name', () => {
  test.each([
    ['TIMECARD_BASEURL', "Unknown variable TIMECARD_BASEURL; did you mean 'TIMECARD_BASE_URL'?"],
    ['TIMECARD_TOKENS', "Unknown variable TIMECARD_TOKENS; did you mean 'TIMECARD_TOKEN'?"],
    ['TIMECARD_Q', 'Unknown variable TIMECARD_Q'],
  ])('%s is refused', (name, says) => {
    expect(() => gather({}, { [name]: 'x' }, file({}))).toThrow(says);
  });

  test('those of other programs, and ours, are not', () => {
    const environment = { PATH: '/', TIMECARDS: 'x', TIMECARD_CONFIG: 'x', TIMECARD_APP_TOKEN: 'x' };
    expect(gather({}, environment, file({}))).toEqual({});
  });
});

describe('of an address and --reference', () => {
  const address = 'http://127.0.0.1:4010';

  test.each<[how: string, act: () => unknown, target: object]>([
    [
      'the flag holds',
      () => gather(flags('--reference'), { TIMECARD_BASE_URL: address }, file({})),
      { reference: true },
    ],
    [
      'the variable is stronger than the file',
      () => gather({}, { TIMECARD_BASE_URL: address }, file({ reference: true })),
      { baseUrl: address, reference: false },
    ],
    [
      'a switch that is off says nothing',
      () => gather({}, { TIMECARD_REFERENCE: 'false' }, file({ baseUrl: address })),
      { baseUrl: address, reference: false },
    ],
  ])('%s', (_, act, target) => {
    expect(act()).toEqual(target);
  });

  test('both in one place are a slip', () => {
    expect(() => gather(flags('--reference', '--base-url', address), {}, file({}))).toThrow(/give only the one to/);
    expect(() => gather({}, {}, file({ reference: true, baseUrl: address }))).toThrow(/give only the one to/);
  });
});

describe('live', () => {
  test('is meant each time: a flag or a variable says it, and no file that lies there', () => {
    expect(gather(flags('--live'), {}, file({}))).toEqual({ live: true });
    expect(gather({}, { TIMECARD_LIVE: 'true' }, file({}))).toEqual({ live: true });
    expect(() => gather(flags('--live'), {}, file({ live: true }))).toThrow(
      expect.objectContaining({ exitCode: 5, message: expect.stringMatching(/^live in my\.json would make one key/) }),
    );
  });
});

describe('exclude', () => {
  const exclude = (values: unknown) => gather({}, {}, file({ exclude: values })).exclude;

  test('says who asked for it, and in a file why', () => {
    const words = flags('--exclude', 'TC-GEN-001,TC-GEN-002', '--exclude', 'TC-DELETE-*');
    expect(gather(words, {}, file({})).exclude).toEqual(
      ['TC-GEN-001', 'TC-GEN-002', 'TC-DELETE-*'].map((pattern) => ({ pattern, because: 'named by --exclude' })),
    );
    expect(gather({}, { TIMECARD_EXCLUDE: 'TC-GEN-001' }, file({ exclude: { x: 'y' } })).exclude).toEqual([
      { pattern: 'TC-GEN-001', because: 'named by TIMECARD_EXCLUDE' },
    ]);
    expect(exclude({ 'TC-DELETE-*': 'our mock has no deletes' })).toEqual([
      { pattern: 'TC-DELETE-*', because: 'our mock has no deletes' },
    ]);
  });

  test.each([['TC-GEN-001'], [['TC-GEN-001']], [{ 'TC-GEN-001': ' ' }], [{ 'TC-GEN-001': 7 }]])(
    'wants a reason in the file: %j',
    (values) => {
      expect(() => exclude(values)).toThrow(/^exclude in my\.json (must give a|gives no) reason for/);
    },
  );
});
