import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Interaction, RecordingHeader } from './format.ts';
import { readRecording } from './read-recording.ts';
import { dropRecording, keepRecording, partOf, RecordingWriter } from './write-recording.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'write-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const header: RecordingHeader = {
  kind: 'header',
  format: 1,
  suiteVersion: '0.1.0',
  provenance: 'reference',
  baseUrl: 'http://host1.example',
  apiVersion: 'beta',
  startedAt: '2026-11-26T12:00:00.000Z',
  redaction: 1,
  people: { teamId: 't', callerId: 'c' },
  actors: ['caller'],
  capabilities: [],
  settings: { seed: 1, numRuns: 1, suites: [], bail: false, strict: false, requestTimeout: 1, maxResponseSize: 1 },
};

function interaction(number: number): Interaction {
  return {
    number,
    request: { method: 'GET', url: `http://host1.example/${number}`, headers: [], text: undefined },
    outcome: { kind: 'response', status: 204, headers: [], text: '' },
    startedAt: Date.parse(header.startedAt) + number,
    endedAt: Date.parse(header.startedAt) + 10 - number,
  };
}

test('answers may come in any order; they stand in that of their requests', () => {
  const path = join(folder, 'run.json');
  const writer = new RecordingWriter(path, header);
  for (const number of [2, 3, 1, 4]) writer.write(interaction(number));
  writer.close({ timeOver: { afterRequests: 4, question: 2 } });
  writer.close();
  const { interactions, end } = readRecording(readFileSync(path, 'utf8'));
  expect(interactions).toEqual([1, 2, 3, 4].map(interaction));
  expect(end).toEqual({ kind: 'end', interactions: 4, timeOver: { afterRequests: 4, question: 2 } });
});

test('until it is closed it is no recording', () => {
  const path = join(folder, 'run.json');
  const writer = new RecordingWriter(path, header);
  writer.write(interaction(1));
  expect(() => readRecording(readFileSync(path, 'utf8'))).toThrow('was cut off');
  writer.close();
  readRecording(readFileSync(path, 'utf8'));
});

test('it takes the place of an earlier one in one step, or leaves it', () => {
  const file = join(folder, 'run.json');
  writeFileSync(file, 'earlier');
  writeFileSync(partOf(file), 'given up');
  dropRecording(file);
  dropRecording(file);
  expect(readFileSync(file, 'utf8')).toBe('earlier');
  writeFileSync(partOf(file), 'later');
  keepRecording(file);
  expect(readFileSync(file, 'utf8')).toBe('later');
  expect(readdirSync(folder)).toEqual(['run.json']);
});

test.skipIf(!existsSync('/dev/full'))('a full disk is named as such', () => {
  expect(() => new RecordingWriter('/dev/full', header)).toThrow(
    /^The recording cannot be written \(ENOSPC: no space left on device\); make room and record again$/,
  );
});
