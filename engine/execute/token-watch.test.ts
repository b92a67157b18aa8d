import { describe, expect, test } from 'vitest';
import type { Fault, FaultHooks } from '../../reference/fault.ts';
import { oneIn } from '../../test/one-in.ts';
import { runAgainst } from '../../test/run-against.ts';

function server(start: () => FaultHooks): Fault {
  return { id: 'of-this-test', start };
}

/** From this request on the server knows no token any more. */
function endsAfter(requests: number): Fault {
  return server(() => {
    let asked = 0;
    return { identify: (principal) => ((asked += 1) > requests ? undefined : principal) };
  });
}

const brief = { numRuns: 1, expectsLag: false } as const;

describe('a token that ends in the middle of a run', () => {
  // At every place of a case: behind a read, behind a write, behind a refusal, between two cases.
  test.each(oneIn(3, [...Array.from({ length: 12 }, (_, index) => 20 + 2 * index), 91, 250, 251, 252]))(
    'after %i requests accuses nobody',
    async (requests) => {
      const { end, violated, exchanges } = await runAgainst(endsAfter(requests), brief, { maxRequests: 330 });
      expect(end.stopped).toMatch(
        /^the token in TIMECARD_\w+ has expired: since request \d+ the server answers 401 to what it accepted before; get a new one$/,
      );
      expect(violated).toEqual([]);
      expect(exchanges.length).toBeLessThan(requests + 40);
    },
  );
});

test('an operation that is refused with 401 after it was accepted is the server’s doing', async () => {
  const fault = server(() => {
    let asked = 0;
    return {
      reply: (reply, { operation }) => {
        if (operation !== 'startBreak' || (asked += 1) < 3) return reply;
        return { ...reply, status: 401, content: { kind: 'none' } };
      },
    };
  });
  const { end, violated } = await runAgainst(fault, brief, { maxRequests: 300 });
  expect(end.stopped ?? '').not.toContain('token');
  // 401 may say that a valid token is not valid for the resource, so that the status is left open, but not a body that is missing.
  expect(violated).toContain('TC-GEN-003');
});

test.each(oneIn(4, [6, 2, 11, 13]))(
  'the token of an application is looked into by itself, after %i requests',
  async (requests) => {
    const fault = server(() => {
      let asked = 0;
      return {
        identify: (principal) => (principal?.kind === 'application' && (asked += 1) > requests ? undefined : principal),
      };
    });
    const { end, violated } = await runAgainst(fault, brief, { maxRequests: 700 });
    expect(end.stopped).toMatch(/^the token in TIMECARD_APP_TOKEN has expired/);
    expect(violated).toEqual([]);
  },
);
