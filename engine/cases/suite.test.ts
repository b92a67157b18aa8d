import { expect, test } from 'vitest';
import { apiVersions } from '../../traffic/operation.ts';
import { requirement } from '../../specs/requirements/index.ts';
import { runAgainst } from '../../test/run-against.ts';
import { suiteNames, suiteOf } from './suite.ts';
import { oneIn } from '../../test/one-in.ts';

/** These two are judged on the traffic of all suites. */
const everywhere = ['protocol', 'shapes'];

const alone = suiteNames.filter((name) => !everywhere.includes(name));

test.each(
  oneIn(
    6,
    alone.flatMap((name) => apiVersions.map((version) => [name, version] as const)),
  ),
)('--suite %s alone exercises every requirement of its own (%s)', async (name, apiVersion) => {
  const { end } = await runAgainst(undefined, { suites: new Set([name]), numRuns: 4 }, { apiVersion });
  const own = end.verdicts.filter(({ requirement: id }) => {
    const { binds, untestable } = requirement(id);
    return suiteOf(id) === name && binds === 'server' && untestable === undefined;
  });
  expect(own.length).toBeGreaterThan(1);
  const idle = own.filter(({ kind }) => kind !== 'passed' && kind !== 'observed');
  expect(idle.map(({ requirement: id, kind }) => `${id} ${kind}`)).toEqual([]);
});
