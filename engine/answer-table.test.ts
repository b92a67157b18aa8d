import { expect, test } from 'vitest';
import { sampleExchange } from '../test/sample-report.ts';
import { AnswerTable } from './answer-table.ts';

const get = (sequence: number, status: number, changes = {}) =>
  sampleExchange(sequence, { operation: 'get', path: '/TCK_1', status, changes });
const intent = { phase: 'refusals', case: 'get', step: '1' } as const;

test('counts statuses by operation, actor and intent, in one order, without the clean-up', () => {
  const table = new AnswerTable();
  const mutation = { pointer: 'url:card', keyword: 'unknown', controlOf: 'c' };
  table.add([
    get(1, 404, { intent: { ...intent, mutation } }),
    get(2, 409),
    get(3, 200),
    get(4, 200, { actor: 'secondUser' }),
    get(5, 204, { intent: { ...intent, step: 'discard 1' } }),
    get(6, 0, { outcome: { kind: 'transport', fault: 'reset' } }),
    get(7, 200),
  ]);
  expect(table.rows()).toEqual([
    { operation: 'get', actor: 'caller', intent: 'plain', answers: { '200': 2, '409': 1, none: 1 } },
    { operation: 'get', actor: 'caller', intent: 'url:card unknown', answers: { '404': 1 } },
    { operation: 'get', actor: 'secondUser', intent: 'plain', answers: { '200': 1 } },
  ]);
});
