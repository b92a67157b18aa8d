import { expect, test } from 'vitest';
import { Run, type RunSettings } from '../engine/run.ts';
import { suiteNames } from '../engine/suite.ts';
import type { Finding } from '../specs/finding.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { openTarget } from '../targets/open-target.ts';
import type { TargetSettings } from '../targets/settings.ts';
import { startVariantServer, type Variant } from './variant-server.ts';
import * as lists from './list-variants.ts';
import * as vary from './variants.ts';

/** Each stands for many servers: what an accusation is about is told by its traffic. */
const conforming = {
  'a talkative server with a fast clock, below a path': {
    vary: [vary.undeclaredMembers, vary.reversedMembers, vary.sevenDigits],
    delivery: 'chunked',
    now: () => Date.now() + 90_000,
    prefix: '/mock/graph',
  },
  'a terse server without a Date': {
    vary: [vary.fewestDigits, vary.anotherLanguage, vary.impossibleStep(403, 'Forbidden')],
    delivery: 'undated',
    now: vary.wholeSeconds,
  },
  'a busy server that closes every connection': {
    vary: [vary.turnsAway(9, 429, { 'retry-after': '0' }), vary.turnsAway(250, 503, {}), vary.slow(40, 30)],
    delivery: 'closing',
  },
  'a lax server with ids of its own': {
    vary: [
      vary.otherIds,
      lists.othersInLists,
      ({ teamId, otherTeamId }) => lists.severalOpenCards(teamId, otherTeamId),
    ],
    delivery: 'gzip',
  },
  'a strict server with short pages': {
    vary: [vary.refusesUndeclared, vary.impossibleStep(400, 'BadRequest'), lists.shortPages],
  },
} as const satisfies Readonly<Record<string, Variant>>;

async function judge(variant: Variant, known: 'everyone' | 'nobody', settings: Partial<RunSettings> = {}) {
  const server = await startVariantServer(variant);
  const { tokens, otherTeamId } = server.reference;
  const common: TargetSettings = {
    apiVersion: 'v1.0',
    baseUrl: server.url,
    requestTimeout: 3000,
    maxResponseSize: 1e6,
  };
  const target =
    known === 'nobody'
      ? await openTarget(common, {})
      : await openTarget(
          { ...common, otherTeamId },
          {
            TIMECARD_TOKEN: tokens.caller,
            TIMECARD_SECOND_USER_TOKEN: tokens.secondUser,
            TIMECARD_APP_TOKEN: tokens.application,
            TIMECARD_READ_ONLY_TOKEN: tokens.readOnly,
            TIMECARD_NO_SCOPE_TOKEN: tokens.noScope,
          },
        );
  const accusations: string[] = [];
  try {
    const run = new Run(target, { seed: 7, numRuns: 10, suites: new Set(suiteNames), ...settings }, (event) => {
      if (event.kind === 'finding') accusations.push(told(event.finding));
    });
    const end = await run.perform();
    return { end, accusations, idle: server.idle() };
  } finally {
    await target.close();
    await server.close();
  }
}

function told({ requirement, violation, reproduction }: Finding): string {
  const { pointer, expected, actual } = violation;
  const traffic = reproduction.map(({ request, outcome }) => {
    const answer =
      outcome.kind === 'response'
        ? `${outcome.status} ${'text' in outcome.body ? outcome.body.text : ''}`
        : outcome.fault;
    return `${request.method} ${request.url} ${'text' in request.body ? request.body.text : ''} -> ${answer}`;
  });
  return [
    `${requirement} at ${pointer}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`,
    ...traffic,
  ].join('\n  ');
}

test.each(Object.entries<Variant>(conforming))('accuses nobody for %s', async (_name, variant) => {
  const { end, accusations, idle } = await judge(variant, 'everyone');
  expect(accusations).toEqual([]);
  expect(end.verdicts.filter(({ kind }) => kind === 'failed' || kind === 'warned')).toEqual([]);
  expect(end.stopped).toBeUndefined();
  expect(idle).toBe(0);
});

test('waits for reads that lag behind writes, and accuses nobody for that', async () => {
  const { end, accusations, idle } = await judge({ vary: [() => lists.lagging(150)] }, 'everyone', {
    numRuns: 1,
    suites: new Set(['reading']),
  });
  expect(accusations).toEqual([]);
  expect(end.stopped).toBeUndefined();
  expect(end.longestLag).toBeGreaterThanOrEqual(100);
  expect(idle).toBe(0);
});

test('accuses a server without DELETE of nothing else, and says what it left behind', async () => {
  const { end, accusations } = await judge({ vary: [vary.withoutDelete] }, 'everyone', {
    numRuns: 1,
    suites: new Set(['clockIn', 'reading', 'protocol']),
  });
  // TC-GEN-001 says that every documented operation is there; DELETE must be what it accuses.
  const ofDelete = (accusation: string): boolean =>
    accusation.startsWith('TC-DELETE-') ||
    (accusation.startsWith('TC-GEN-001') && /\n {2}DELETE [^\n]*-> 405[^\n]*$/.test(accusation));
  expect(accusations.length).toBeGreaterThan(0);
  expect(accusations.filter((one) => !ofDelete(one))).toEqual([]);
  expect(end.stopped).toBeUndefined();
  expect(end.leftBehind.length).toBeGreaterThan(0);
});

test('judges a server without identities and tokens, and names what it would need for the rest', async () => {
  const variant: Variant = { vary: [({ tokens }) => vary.withoutIdentities(tokens.caller)] };
  const { end, accusations, idle } = await judge(variant, 'nobody', { numRuns: 1 });
  expect(accusations).toEqual([]);
  expect(end.stopped).toBeUndefined();
  expect(idle).toBe(0);
  const because = new Map(end.verdicts.map((verdict) => [verdict.requirement, verdict.because]));
  const wanted: readonly (readonly [RequirementId, string])[] = [
    ['TC-GEN-002', 'needs TIMECARD_TOKEN'],
    ['TC-AUTH-002', 'needs TIMECARD_READ_ONLY_TOKEN'],
    ['TC-AUTH-004', 'needs TIMECARD_APP_TOKEN'],
    ['TC-CLOCKIN-018', 'needs --user-id or TIMECARD_USER_ID'],
    ['TC-CLOCKIN-020', 'needs --on-behalf-of-user-id or TIMECARD_ON_BEHALF_OF_USER_ID'],
  ];
  expect(wanted.map(([id]) => [id, because.get(id)])).toEqual(wanted);
  expect(end.verdicts.filter(({ kind }) => kind === 'passed').length).toBeGreaterThan(60);
});
