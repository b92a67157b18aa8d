import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkCapture, type CheckedCapture } from '../../engine/captured/check-capture.ts';
import { readCapture } from '../../targets/captures/read-capture.ts';
import { accused, verdictOn } from './captured.ts';

/** What Chromium's network panel exported while a page called `serve`: see chromium/write-har.mjs. */
function exported(name: string): CheckedCapture {
  const text = readFileSync(new URL(`chromium/${name}.har`, import.meta.url), 'utf8');
  const found = checkCapture(readCapture(text), { file: `${name}.har` });
  if (!('verdicts' in found)) throw new Error(`${name}.har holds requests for time cards`);
  return found;
}

function exercised({ verdicts }: CheckedCapture): number {
  return verdicts.filter(({ kind }) => kind === 'passed' || kind === 'failed' || kind === 'warned').length;
}

describe('a HAR file that Chromium wrote while a page called a time clock', () => {
  test('of an honest one accuses nobody of anything', () => {
    const found = exported('honest');
    expect(accused(found)).toEqual([]);
    expect(found.verdicts.filter(({ kind }) => kind === 'inconclusive' || kind === 'failed')).toEqual([]);
    expect(exercised(found)).toBeGreaterThan(100);
    // The page itself, its script, the schedule, and one look at beta.
    expect(found.summary).toMatchObject({
      judged: 29,
      faulty: 0,
      ignored: { otherHosts: 2, otherApis: 1, otherVersions: 1, cached: 0, repeated: 0 },
    });
    expect(found.context.callerId).toBe('d56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2');
  });

  test('without the credentials, as it is exported by default, judges all but who asked', () => {
    const found = exported('sanitised');
    expect(accused(found)).toEqual([]);
    expect(exercised(found)).toBeGreaterThan(95);
    expect(verdictOn('TC-CLOCKIN-018', found)).toMatch(/^skipped: needs --user-id/);
  });

  test('of one with three defects finds them', () => {
    const found = exported('three-defects');
    expect(accused(found)).toEqual(
      expect.arrayContaining(['TC-CLOCKIN-025', 'TC-CLOCKOUT-006', 'TC-CONFIRM-001', 'TC-CREATE-022']),
    );
    expect(verdictOn('TC-CLOCKOUT-003', found)).toBe('passed');
  });

  test('shows no token in what it came to', () => {
    for (const name of ['honest', 'three-defects']) expect(JSON.stringify(exported(name))).not.toContain('eyJ');
  });
});
