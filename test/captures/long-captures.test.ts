import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { captureOf, type CaptureForm } from '../../bench/captures-of-run.ts';
import { checkCapture, type CheckedCapture } from '../../engine/captured/check-capture.ts';
import { readCaptureFile } from '../../targets/captures/read-capture-file.ts';
import { readCapture } from '../../targets/captures/read-capture.ts';
import type { Exchange } from '../../traffic/exchange.ts';

const length = 600;
let exchanges: readonly Exchange[] = [];

beforeAll(() => {
  const recording = readFileSync(new URL('../../recordings/reference-v1.0.json', import.meta.url), 'utf8');
  exchanges = readCapture(recording)
    .exchanges.slice(0, 250)
    .map(({ exchange }) => exchange);
});

async function judged(form: CaptureForm): Promise<CheckedCapture> {
  const written = await text(Readable.from(captureOf(exchanges, length, form)));
  // In pieces that end anywhere.
  const capture = await readCaptureFile(() => Readable.from(written.match(/[^]{1,997}/g) ?? []));
  const found = checkCapture(capture, { file: form });
  if (!('verdicts' in found)) throw new Error('there is no request for time cards');
  return found;
}

// The small form of `npm run bench -- check`: speed belongs there, and what is measured must be all of the file.
test('a run again and again is judged as a whole, and alike in either form', async () => {
  const [har, lines] = [await judged('har'), await judged('ndjson')];
  for (const { summary } of [har, lines]) {
    expect(summary).toMatchObject({ entries: length, faulty: 0 });
    expect(summary.judged + summary.ignored.otherApis).toBe(length);
  }
  expect(lines.verdicts).toEqual(har.verdicts);
  expect(har.verdicts.filter(({ kind }) => kind === 'passed').length).toBeGreaterThan(30);
});
