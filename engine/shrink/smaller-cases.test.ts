import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockInRequest, clockOutRequest, createRequest } from '../../arbitraries/requests.ts';
import type { JsonObject } from '../../traffic/json.ts';
import type { Case } from '../cases/case.ts';
import { clockLife, createLife } from '../cases/life-cycles/card-life.ts';
import { smallerCases } from './smaller-cases.ts';

const life = clockLife('a life', 'random', {
  clockIn: { isAtApprovedLocation: true, notes: { content: 'Started late', contentType: 'text' } },
  clockOut: { notes: { content: 'Ended', contentType: 'text' } },
});

/** Shrinks as fast-check does: goes on with the first smaller case that still fails. */
function smallest(
  testCase: Case,
  fails: (candidate: Case) => boolean,
): { readonly result: Case; readonly tried: number } {
  let result = testCase;
  let tried = 0;
  for (;;) {
    let next: Case | undefined;
    for (const candidate of smallerCases(result, 'v1.0')) {
      tried += 1;
      if (fails(candidate)) {
        next = candidate;
        break;
      }
    }
    if (next === undefined) return { result, tried };
    result = next;
  }
}

const names = ({ steps }: Case): readonly string[] => steps.map(({ name }) => name);

describe('smaller cases', () => {
  it('come down to the one step that matters, and what makes its card', () => {
    const fails = (candidate: Case): boolean => names(candidate).includes('read again');
    expect(names(smallest(life, fails).result)).toEqual(['clock in', 'read again']);
  });

  it('keep the write that a read is about', () => {
    const fails = (candidate: Case): boolean =>
      names(candidate).includes('read again') && names(candidate).includes('clock out');
    const { result, tried } = smallest(life, fails);
    expect(names(result)).toEqual(['clock in', 'clock out', 'read again']);
    expect(result.steps.map(({ body }) => body)).toEqual([{}, {}, undefined]);
    expect(tried).toBeLessThan(40);
  });

  it('keep the control of a defective request, and a place for its defect', () => {
    const testCase: Case = {
      name: 'defective',
      phase: 'refusals',
      suites: ['clockIn'],
      steps: [
        {
          name: 'valid',
          operation: 'clockIn',
          makes: 'card',
          body: { isAtApprovedLocation: true, notes: { content: 'a', contentType: 'text' } },
        },
        {
          name: 'other',
          operation: 'clockIn',
          change: { pointer: '/isAtApprovedLocation', value: 'x' },
          mutation: { pointer: '/isAtApprovedLocation', keyword: 'type', controlOf: 'valid' },
        },
        {
          name: 'wrong',
          operation: 'clockIn',
          change: { pointer: '/notes/contentType', value: 'xml' },
          mutation: { pointer: '/notes/contentType', keyword: 'enum', controlOf: 'valid' },
        },
      ],
    };
    const { result } = smallest(testCase, (candidate) => names(candidate).includes('wrong'));
    expect(names(result)).toEqual(['valid', 'wrong']);
    expect(result.steps[0]?.body).toHaveProperty('notes');
    expect(result.steps[0]?.body).not.toHaveProperty('isAtApprovedLocation');
  });

  it('wear no more than they have to', () => {
    const [first, ...others] = life.steps;
    if (first === undefined) throw new Error('a life has steps');
    const dressed: Case = { ...life, steps: [{ ...first, clothes: ['spaced', 'chunked', 'reversed'] }, ...others] };
    const chunked = smallest(dressed, ({ steps }) => steps[0]?.clothes?.includes('chunked') === true).result;
    expect(chunked.steps.map(({ clothes }) => clothes)).toEqual([['chunked']]);
    const plain = smallest(dressed, (candidate) => names(candidate).includes('clock in')).result;
    expect(plain.steps.map(({ clothes }) => clothes)).toEqual([undefined]);
  });

  it('never ask for another user', () => {
    const create = createLife('a create', 'random', {
      userId: 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2',
      clockInEvent: { dateTime: '2024-05-05T05:05:05Z' },
    });
    for (const { steps } of smallerCases(create, 'v1.0')) {
      const userId = (steps[0]?.body as JsonObject | undefined)?.['userId'];
      expect([undefined, 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2']).toContain(userId);
    }
  });

  it('end, whatever fails', () => {
    const cases = fc.oneof(
      fc
        .tuple(clockInRequest(), clockOutRequest())
        .map(([clockIn, clockOut]) => clockLife('a life', 'random', { clockIn, clockOut })),
      createRequest({ userId: 'someone' }).map((body) => createLife('a create', 'random', body)),
    );
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.boolean()), (testCase, coins) => {
        const { tried } = smallest(testCase, () => coins.next().value === true);
        expect(tried).toBeLessThan(5000);
      }),
      { numRuns: 50 },
    );
  });
});
