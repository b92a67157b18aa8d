import * as fc from 'fast-check';
import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import { renderProgress, type Progress } from './progress.ts';

const progress: Progress = {
  stage: 'lifeCycle',
  done: 12,
  total: 60,
  requests: 214,
  failures: 2,
  elapsedMs: 8_430,
};

describe('renderProgress', () => {
  it.each([
    [80, 'life cycle  12/60  214 requests  2 failures  8.4 s'],
    [48, 'life cycle  12/60  214 requests  2 failures'],
    [40, 'life cycle  12/60  2 failures'],
    [24, 'life cycle  2 failures'],
    [12, 'life cycle'],
    [6, 'life …'],
  ])('in %i columns', (width, line) => {
    expect(renderProgress(progress, width)).toBe(line);
  });

  it('says nothing of failures while there are none, and counts where no total is known', () => {
    const { total: _, ...unknown } = progress;
    expect(renderProgress({ ...unknown, stage: 'shrinking', failures: 0, done: 1 }, 80)).toBe(
      'shrinking  1 case  214 requests  8.4 s',
    );
  });

  it('never takes more columns than there are, painted or not', () => {
    const numbers = fc.nat();
    fc.assert(
      fc.property(fc.nat(120), numbers, numbers, numbers, numbers, (width, done, requests, failures, elapsedMs) => {
        const state = { ...progress, done, requests, failures, elapsedMs };
        const line = renderProgress(state, width);
        expect([...line].length).toBeLessThanOrEqual(width);
        // oxlint-disable-next-line no-control-regex
        expect(renderProgress(state, width, createColors(true)).replaceAll(/\u001B\[\d+m/g, '')).toBe(line);
      }),
    );
  });
});
