import { expect, test } from 'vitest';
import { performInProcess } from '../../test/clients/in-process.ts';
import { hosts } from '../scene.ts';
import { judgeClient } from '../client-outcome.ts';

test.each(hosts)('the reference client keeps every requirement that binds a client (%s)', async (host) => {
  const judged = judgeClient(await performInProcess({ seed: 1, host }));
  const bad = judged.verdicts.filter(({ kind }) => kind !== 'passed' && kind !== 'observed');
  expect(bad.map(({ requirement, kind }) => `${requirement} ${kind}`)).toEqual(['TC-CLIENT-019 notExpressible']);
  expect(judged.findings).toEqual([]);
});
