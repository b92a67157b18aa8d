import { describe, expect, test } from 'vitest';
import type { FaultHooks } from '../reference/fault.ts';
import { variant } from '../reference/variants/index.ts';
import type { Finding } from '../judgements/finding.ts';
import type { Exchange } from '../traffic/exchange.ts';
import { faults } from '../faults/index.ts';
import { runAgainst } from '../test/run-against.ts';

const lives = { numRuns: 1, expectsLag: false, phases: new Set(['lifeCycle'] as const) };

function isChunked({ request }: Exchange): boolean {
  return request.headers.some(([name]) => name === 'Transfer-Encoding');
}

/** In other words than JSON.stringify has for it. */
function isWrittenOtherwise({ request: { body } }: Exchange): boolean {
  return body.kind === 'json' && body.text !== JSON.stringify(body.value);
}

test('what is sent in other clothes reaches a server so', async () => {
  const paths: string[] = [];
  const bodies: string[] = [];
  const headers: string[] = [];
  const hooks: FaultHooks = {
    receive: (received) => {
      paths.push(received.path);
      bodies.push(received.body.toString('utf8'));
      headers.push(JSON.stringify(received.headers));
      return received;
    },
  };
  await runAgainst({ id: 'watching', start: () => hooks }, lives);
  expect(paths.some((path) => path.includes('/TCK%5F'))).toBe(true);
  expect(paths.some((path) => path.includes('/timecards/'))).toBe(true);
  for (const like of [/"\\u006eotes"/, /"notes" : /, /8\\\/5/, /^\r\n\{/, /^\{"notes".*"isAtApprovedLocation"/])
    expect(bodies.some((body) => like.test(body))).toBe(true);
  for (const like of ['"transfer-encoding":"chunked"', 'application/json; charset=utf-8', 'Application/JSON'])
    expect(headers.some((one) => one.includes(like))).toBe(true);
});

describe('a server that refuses other clothes', () => {
  const refusing = variant('chunks-refused');

  test('loses nothing by it: the same request comes again as usual, and soon in the first place', async () => {
    const hooks = refusing?.start?.() ?? {};
    const { exchanges, violated } = await runAgainst({ id: 'refusing', start: () => hooks }, lives);
    expect(violated).toEqual([]);
    const refused = exchanges.filter(isChunked);
    expect(refused).toHaveLength(4);
    for (const { sequence, intent, request } of refused) {
      const again = exchanges.find((one) => one.intent?.repeatOf === sequence);
      expect(again?.intent?.step).toBe(intent?.step);
      expect(again?.request.url).toBe(request.url);
      expect(again?.outcome).toMatchObject({ kind: 'response', status: expect.any(Number) });
      expect(again === undefined || isChunked(again)).toBe(false);
    }
    expect(exchanges.filter(({ operation }) => operation === 'clockIn').length).toBeGreaterThan(4);
  });
});

describe('a failure in other clothes', () => {
  async function findingOf(id: string, requirement: string): Promise<Finding | undefined> {
    const { findings } = await runAgainst(
      faults.find((one) => one.id === id),
      lives,
    );
    return findings.find((one) => one.requirement === requirement);
  }

  test('is shown with what it needs, and all else as usual', async () => {
    const finding = await findingOf('charset-loses-notes-of-end-break', 'TC-BREAK-009');
    expect(finding?.stability).toBe('reproduced');
    const types = finding?.reproduction.map(
      ({ request }) => request.headers.find(([name]) => name === 'Content-Type')?.[1],
    );
    expect(types?.filter((type) => type?.includes('charset'))).toHaveLength(1);
    expect(finding?.reproduction.filter(isWrittenOtherwise)).toEqual([]);
  });

  test('that has nothing to do with them is shown without any', async () => {
    const finding = await findingOf('clock-out-notes-lost', 'TC-CLOCKOUT-005');
    expect(finding?.reproduction.length).toBeGreaterThan(1);
    for (const { request } of finding?.reproduction ?? []) {
      expect(request.url).not.toMatch(/%|timecards/);
      expect(request.headers.map(([name]) => name)).not.toContain('Transfer-Encoding');
    }
    expect(finding?.reproduction.filter(isWrittenOtherwise)).toEqual([]);
  });
});
