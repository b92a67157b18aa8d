import { describe, expect, test } from 'vitest';
import { versionOf } from '../../faults/defect.ts';
import { defectsBeyondExamples } from '../../faults/beyond-examples.ts';
import { fault } from '../../faults/index.ts';
import { oneIn } from '../../test/one-in.ts';
import { runAgainst } from '../../test/run-against.ts';

const plainTraffic = new Set(['examples', 'boundaries'] as const);

test('there are at least forty', () => {
  const all = Object.values(defectsBeyondExamples).flat();
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(40);
});

describe.each(Object.entries(defectsBeyondExamples))('by %s', (_, ids) => {
  test.each(oneIn(16, ids))('the examples and the boundaries miss %s', async (id) => {
    const defect = fault(id);
    if (defect === undefined) throw new Error(`there is no defect ${id}`);
    const found = new AbortController();
    const { violated, exchanges } = await runAgainst(
      defect,
      { seed: 1, effort: 'thorough', expectsLag: false, phases: plainTraffic, signal: found.signal },
      { apiVersion: versionOf(defect) },
      (event) => {
        if (event.kind === 'case' && event.failing > 0) found.abort();
      },
    );
    expect(violated).toEqual([]);
    expect(exchanges.length).toBeGreaterThan(400);
  });
});
