import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../traffic/json.ts';
import { linesOf, sampleHeader, sampleReport } from '../test/sample-report.ts';
import { readResultLines } from './read.ts';
import { serialise, sorted } from './serialise.ts';
import { openResultStream } from './stream.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'result-stream-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('ResultStream', () => {
  it('makes the folder and has every line in the file as soon as it is written', () => {
    const path = join(folder, 'deep', 'report', 'results.ndjson');
    const stream = openResultStream(path);
    const written: string[] = [];
    for (const line of linesOf(sampleReport())) {
      stream.write(line);
      written.push(`${serialise(line)}\n`);
      expect(readFileSync(path, 'utf8')).toBe(written.join(''));
    }
    stream.close();
    expect(readResultLines(readFileSync(path, 'utf8')).header.seed).toBe(42);
  });

  it('replaces the stream of an earlier run', () => {
    const path = join(folder, 'results.ndjson');
    for (const seed of [1, 2]) {
      const stream = openResultStream(path);
      stream.write(sampleHeader({ seed }));
      stream.close();
    }
    expect(readFileSync(path, 'utf8')).toBe(`${serialise(sampleHeader({ seed: 2 }))}\n`);
  });

  it('can be closed twice and takes nothing afterwards', () => {
    const stream = openResultStream(join(folder, 'results.ndjson'));
    stream.close();
    stream.close();
    expect(() => stream.write(sampleHeader())).toThrow(/closed/);
  });
});

const observed = (value: Json) =>
  serialise({ kind: 'observation', requirement: 'TC-CLOCKIN-002', observation: { subject: 's', value }, count: 1 });

describe('serialise', () => {
  it('writes equal values alike, in whatever order their members were set', () => {
    expect(observed({ b: 1, a: [{ d: 1, c: 2 }] })).toBe(observed({ a: [{ c: 2, d: 1 }], b: 1 }));
    expect(serialise(sampleHeader())).toMatch(/^\{"kind":"header","actors":/);
  });

  it.each([
    { kind: 1, b: 2, a: 3 },
    { b: 2, kind: 1, a: 3 },
    { a: 3, b: 2, kind: 1 },
    { b: 2, a: 3, kind: 1 },
  ])('puts kind first, and the rest by name: %j', (value) => {
    expect(JSON.stringify(sorted(value))).toBe('{"kind":1,"a":3,"b":2}');
  });

  it('gives one line that reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const line = observed(value as Json);
        expect(line).not.toContain('\n');
        expect(JSON.parse(line)).toMatchObject({ observation: { value: JSON.parse(JSON.stringify(value)) } });
      }),
    );
  });

  it('keeps a member named __proto__ a member', () => {
    expect(observed(JSON.parse('{"__proto__":{"polluted":1}}') as Json)).toContain('"__proto__":{"polluted":1}');
  });
});
