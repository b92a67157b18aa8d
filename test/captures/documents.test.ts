import { describe, expect, test } from 'vitest';
import { checkCapture } from '../../engine/captured/check-capture.ts';
import { examples } from '../../specs/examples/index.ts';
import { routes } from '../../traffic/operation.ts';
import { at } from '../../traffic/pointer.ts';
import { readCapture } from '../../targets/captures/read-capture.ts';
import { accused } from './captured.ts';

/** Every documented answer that can be taken at its word as a line of NDJSON, with the request that is printed before it. */
function linesOf(version: string): string {
  const lines = examples.flatMap((answer, index) => {
    const { operation, path = '', status = 200, body } = answer;
    if (answer.version !== version || answer.kind !== 'response' || answer.broken !== undefined) return [];
    if (operation === undefined) return [];
    const asked = examples.slice(0, index).findLast((one) => one.kind === 'request' && one.operation === operation);
    const shown = at(body, '/createdDateTime');
    const startedAt = typeof shown === 'string' ? Date.parse(shown) : Date.UTC(2025, 0, 8, 0, index);
    const json = (value: unknown) => (value === undefined ? { kind: 'empty' } : { kind: 'json', value });
    // No page prints the headers of an answer.
    const outcome = { kind: 'response', status, headers: [], body: json(body) };
    const request = { method: routes[operation].method, url: `https://graph.microsoft.com${path}`, headers: [] };
    return [
      JSON.stringify({ request: { ...request, body: json(asked?.body) }, outcome, startedAt, endedAt: startedAt + 80 }),
    ];
  });
  return lines.join('\n');
}

describe.each(['v1.0', 'beta'] as const)('the documented examples of %s as NDJSON', (apiVersion) => {
  test('accuse nobody', () => {
    const capture = readCapture(linesOf(apiVersion));
    expect(capture).toMatchObject({ format: 'ndjson', faults: [] });
    const found = checkCapture(capture, { file: 'documents.ndjson', apiVersion });
    if (!('verdicts' in found)) throw new Error('the examples are of time cards');
    expect(accused(found)).toEqual([]);
    expect(found.verdicts.filter(({ kind }) => kind === 'passed').length).toBeGreaterThan(25);
  });
});
