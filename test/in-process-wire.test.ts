import { expect, test } from 'vitest';
import { fault } from '../faults/index.ts';
import { runAgainst } from './run-against.ts';

test.each([
  ['an honest server', undefined],
  ['a server with a defect', fault('clock-out-state-unchanged')],
])('%s is judged alike in this process and over HTTP', async (_, defect) => {
  const suites = new Set(['clockOut', 'reading'] as const);
  const told = async (overHttp: boolean) => {
    const { end, exchanges } = await runAgainst(defect, { effort: 'quick', suites }, { overHttp });
    return {
      verdicts: end.verdicts.map(({ requirement, kind }) => `${requirement} ${kind}`),
      statuses: exchanges.map(({ outcome }) => (outcome.kind === 'response' ? outcome.status : outcome.fault)),
    };
  };
  expect(await told(false)).toEqual(await told(true));
});
