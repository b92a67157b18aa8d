import { describe, expect, test } from 'vitest';
import { renderJson } from '../reporters/json.ts';
import { linesOf, sampleReport } from '../test/sample-report.ts';
import { streamOfJsonReport } from './json-report.ts';
import { readResultLines } from './read.ts';
import { serialise } from './serialise.ts';

const report = sampleReport({
  unseen: [{ id: 'TC-GEN-040/success-of-create', requirement: 'TC-GEN-040', subject: 'success of create', tried: 3 }],
});
const stream = linesOf(report)
  .map((line) => `${serialise(line)}\n`)
  .join('');

describe('a report in JSON', () => {
  test('reads like the stream that it was made of', () => {
    const read = readResultLines(stream);
    expect(readResultLines(streamOfJsonReport(renderJson(read)) ?? '')).toEqual(read);
  });

  test('of a run that was cut off is cut off', () => {
    const read = readResultLines(stream.slice(0, stream.trimEnd().lastIndexOf('\n')), { allowCutOff: true });
    expect(readResultLines(streamOfJsonReport(renderJson(read)) ?? '', { allowCutOff: true })).toEqual(read);
  });

  test('with a wrong value is refused like a stream with one', () => {
    const wrong = renderJson(readResultLines(stream)).replace('"strict": false', '"strict": 7');
    expect(() => readResultLines(streamOfJsonReport(wrong) ?? '')).toThrow(/it has a fault at \/strict/);
  });

  test('is told from a stream, and from what is neither', () => {
    for (const text of ['', 'x', '[]', '{}', '{"header":{}}', stream]) expect(streamOfJsonReport(text)).toBeUndefined();
  });
});
