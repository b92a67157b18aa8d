import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apiVersions } from '../../../traffic/operation.ts';
import { capabilities } from '../../../traffic/actor.ts';
import type { Case } from '../case.ts';
import { lifeCyclePhase } from './life-cycle.ts';
import type { PlanSettings } from '../phase-plan.ts';

const settings: PlanSettings = {
  apiVersion: 'v1.0',
  people: { teamId: 'team', callerId: 'caller', onBehalfOfUserId: 'colleague' },
  actors: new Set(['caller', 'nobody']),
  capabilities: new Set(capabilities),
  numRuns: 60,
};

function lifeCycles(of: PlanSettings, seed = 1, number = 200): readonly Case[] {
  const plan = lifeCyclePhase(of);
  if (plan.kind !== 'generated') throw new Error('life cycles are generated');
  return fc.sample(plan.arbitrary, { seed, numRuns: number });
}

/** What happens to each card of a life cycle, in order, as one text: `clockIn startBreak endBreak`. */
function pathsOf({ steps }: Case): readonly string[] {
  const paths = new Map<string, string[]>();
  for (const { operation, makes, card } of steps) {
    if (operation === 'get' || operation === 'list') continue;
    const handle = makes ?? card ?? '';
    paths.set(handle, [...(paths.get(handle) ?? []), operation]);
  }
  return [...paths.values()].map((path) => path.join(' '));
}

describe('life cycles', () => {
  const cases = lifeCycles(settings);

  /** What must be common: a search that never gets there finds nothing there. */
  test.each<[what: string, path: RegExp, atLeast: number]>([
    ['several breaks', /startBreak endBreak.* startBreak/, 40],
    ['a clock-out after a break', /endBreak.* clockOut/, 40],
    ['a replacement after the clock-out', /clockOut.* replace/, 40],
    ['a confirmation after the replacement', /replace.* confirm/, 20],
    ['a replacement after the confirmation', /confirm.* replace/, 20],
    ['a delete of an open card', /^clockIn delete/, 5],
    ['a delete during a break', /startBreak delete/, 3],
    ['a delete of a closed card', /clockOut delete/, 5],
    ['a clock-out during a break', /startBreak clockOut/, 2],
    ['a clock-out of a closed card', /clockOut clockOut/, 2],
  ])('often have %s', (_, path, atLeast) => {
    const having = cases.filter((one) => pathsOf(one).some((text) => path.test(text)));
    expect(having.length).toBeGreaterThanOrEqual(atLeast);
  });

  test('interleave several cards of two users', () => {
    const several = cases.filter((one) => pathsOf(one).length > 1);
    expect(several.length).toBeGreaterThan(cases.length / 2);
    const both = cases.filter(({ steps }) => {
      const users = steps.filter(({ operation }) => operation === 'clockIn').map(({ body }) => JSON.stringify(body));
      return users.some((body) => body.includes('colleague')) && users.some((body) => !body.includes('colleague'));
    });
    expect(both.length).toBeGreaterThan(40);
  });

  test('edit a card as it was read, and list by state and page by page', () => {
    const having = (is: (step: Case['steps'][number]) => boolean): number =>
      cases.filter(({ steps }) => steps.some(is)).length;
    expect(having(({ edit }) => edit !== undefined)).toBeGreaterThan(40);
    expect(having(({ query }) => query?.includes('$filter') === true)).toBeGreaterThan(40);
    expect(having(({ query }) => query?.includes('$top') === true)).toBeGreaterThan(20);
  });

  test('let a colleague move the own card where there is a token, and only the own card', () => {
    const withToken = lifeCycles({ ...settings, actors: new Set([...settings.actors, 'secondUser']) });
    const calls = withToken.flatMap(({ steps }) => steps.filter(({ actor }) => actor === 'secondUser'));
    expect(calls.length).toBeGreaterThan(40);
    for (const { steps } of withToken) {
      const colleagues = new Set(
        steps.flatMap(({ makes, actor, body }) =>
          makes !== undefined && (actor === 'secondUser' || JSON.stringify(body).includes('colleague')) ? [makes] : [],
        ),
      );
      const moved = steps.filter(({ actor }) => actor === 'secondUser').map(({ makes, card = makes }) => card);
      expect([...colleagues]).toEqual(expect.arrayContaining(moved));
    }
    expect(cases.flatMap(({ steps }) => steps.filter(({ actor }) => actor !== undefined))).toEqual([]);
  });

  test('read each card back after each write, and look at everything in the end', () => {
    for (const { steps } of cases) {
      for (const [index, { operation, makes, card }] of steps.entries()) {
        if (operation === 'get' || operation === 'list') continue;
        expect(steps[index + 1]).toMatchObject({ operation: 'get', card: makes ?? card });
      }
      expect(steps.at(-1)).toMatchObject({ operation: 'list', walk: true });
      expect(new Set(steps.map(({ name }) => name)).size).toBe(steps.length);
    }
  });

  test.each(apiVersions)('follow from the seed and nothing else (%s)', (apiVersion) => {
    const of = { ...settings, apiVersion };
    expect(lifeCycles(of, 5, 20)).toEqual(lifeCycles(of, 5, 20));
    expect(lifeCycles(of, 5, 20)).not.toEqual(lifeCycles(of, 6, 20));
  });

  test('know one user only where no other is configured', () => {
    const alone = lifeCycles({ ...settings, capabilities: new Set(['authentication']) }, 1, 50);
    expect(JSON.stringify(alone)).not.toContain('colleague');
  });
});
