import { expect, test } from 'vitest';
import { leftByQuickRun } from '../judgements/verdict.ts';
import type { Fault } from '../reference/fault.ts';
import { Refusal } from '../reference/refusal.ts';
import { requirement } from '../specs/requirements/index.ts';
import { runAgainst } from '../test/run-against.ts';
import { actors, capabilities } from '../traffic/actor.ts';
import { apiVersions } from '../traffic/operation.ts';
import { efforts } from './cases/effort.ts';
import { suiteNames } from './cases/suite.ts';
import { isChosen, planOf } from './plan.ts';

const people = { teamId: 'team', callerId: 'caller', onBehalfOfUserId: 'colleague' };

test.each(apiVersions)('each effort makes all that the one before it makes, and more, in %s', (apiVersion) => {
  const everything = { people, actors: new Set(actors), capabilities: new Set(capabilities), numRuns: 1 };
  const listed = planOf({ apiVersion, ...everything }).flatMap(({ plan }) =>
    plan.kind === 'listed' ? plan.cases : [],
  );
  const [quick = [], normal = [], thorough = []] = efforts.map((effort) =>
    listed.filter((testCase) => isChosen(testCase, { suites: new Set(suiteNames), effort })),
  );
  expect(thorough).toEqual(listed);
  expect(normal.length).toBeLessThan(thorough.length);
  expect(quick.length).toBeLessThan(normal.length);
  expect(thorough).toEqual(expect.arrayContaining(normal));
  expect(normal).toEqual(expect.arrayContaining(quick));
});

test.each(apiVersions)(
  'a quick run of %s judges most in 150 requests, and says what it leaves out',
  async (version) => {
    const { end, findings } = await runAgainst(undefined, { effort: 'quick' }, { apiVersion: version });
    expect(findings).toEqual([]);
    expect(end.requests.sent).toBeLessThanOrEqual(150);
    expect(end.verdicts.filter(({ kind }) => kind === 'inconclusive')).toEqual([]);
    expect(end.verdicts.filter(({ kind }) => kind === 'passed').length).toBeGreaterThan(180);
    const left = end.verdicts.filter(({ because }) => because === leftByQuickRun);
    expect(left.map(({ requirement: id }) => requirement(id).binds)).toEqual(left.map(() => 'server'));
    expect(left.length).toBeGreaterThan(0);
  },
);

test('what a quick run met and could not tell stays open', async () => {
  const locked: Fault = {
    id: 'locked',
    start: () => ({
      store: ({ call, after }) => {
        if (call.operation === 'replace') throw new Refusal('Conflict', 'This card is locked.');
        return after;
      },
    }),
  };
  const { end } = await runAgainst(locked, { effort: 'quick' });
  const replaced = end.verdicts.find(({ requirement: id }) => id === 'TC-REPLACE-001');
  expect(replaced).toMatchObject({ kind: 'inconclusive', because: expect.stringContaining('refused each time') });
});
