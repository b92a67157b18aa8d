import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Run } from '../engine/run.ts';
import { openTarget } from '../targets/open-target.ts';
import type { Recording } from '../targets/recording/format.ts';
import { openRecording, players, type Player } from '../targets/recording/open-recording.ts';
import { readRecording } from '../targets/recording/read-recording.ts';
import { suitesOf, type Scale } from './scale.ts';

const settings = { seed: 1, numRuns: 1 } as const;
const limits = { apiVersion: 'v1.0', requestTimeout: 10_000, maxResponseSize: 5_000_000 } as const;

/** A recording of a run: of some 2,000 requests where all is measured. */
async function recordedRun(today: number, scale: Scale): Promise<Recording> {
  const folder = mkdtempSync(join(tmpdir(), 'timecard-bench-'));
  const part = join(folder, 'run.json.part');
  const startedAt = new Date(today).toISOString();
  const shaping = { ...settings, suites: [...suitesOf(scale)], bail: false, strict: false, ...limits };
  const { apiVersion: _, ...recordedSettings } = shaping;
  const target = await openTarget(
    { ...limits, record: { part, suiteVersion: 'bench', startedAt, settings: recordedSettings } },
    {},
  );
  await new Run(target, { ...settings, suites: suitesOf(scale), today }, () => undefined).perform();
  await target.close();
  const recording = readRecording(readFileSync(part, 'utf8'));
  rmSync(folder, { recursive: true });
  return recording;
}

/** As many interactions as wanted, one after the other, each with a path of its own. */
function stretched({ header, interactions, end }: Recording, length: number): Recording {
  const zero = Date.parse(header.startedAt);
  const made = Array.from({ length }, (_, index) => {
    const one = interactions[index % interactions.length];
    if (one === undefined) throw new Error('there is nothing to stretch');
    const request = { ...one.request, url: `${header.baseUrl}/v1.0/x/${index}` };
    return { ...one, number: index + 1, request, startedAt: zero + index, endedAt: zero + index + 0.5 };
  });
  return { header, interactions: made, end: { ...end, interactions: length } };
}

/** Milliseconds for each request of a recording, the opening not counted. */
async function costOf(recording: Recording, player: Player): Promise<number> {
  const { wire } = await openRecording(recording, player);
  const startedAt = performance.now();
  for (const { request } of recording.interactions) await wire.send(request);
  const milliseconds = performance.now() - startedAt;
  wire.close();
  return milliseconds / recording.interactions.length;
}

/** Seconds for the whole run with its judgement. */
async function wholeRun(recording: Recording, player: Player, today: number, scale: Scale): Promise<number> {
  const startedAt = performance.now();
  const { target, finish } = await openRecording(recording, player);
  await new Run(target, { ...settings, suites: suitesOf(scale), today }, () => undefined).perform();
  finish();
  await target.close();
  return (performance.now() - startedAt) / 1000;
}

/** What a replayed request costs, by the size of the recording, through nock and without; and what a whole run takes. */
export async function measureReplay(scale: Scale): Promise<readonly string[]> {
  const today = Date.now();
  const recording = await recordedRun(today, scale);
  const lines = ['replay, ms per request by size of the recording (goal: flat)'];
  const first: Partial<Record<Player, number>> = {};
  for (const length of scale === 'whole' ? [100, 1000, 10_000] : [100]) {
    const costs = { nock: Number.NaN, direct: Number.NaN };
    for (const player of players) {
      costs[player] = await costOf(stretched(recording, length), player);
      first[player] ??= costs[player];
    }
    const growth = players.map((player) => `${player} ${(costs[player] / (first[player] ?? 1)).toFixed(2)}`).join(', ');
    lines.push(
      `  ${length} interactions: nock ${costs.nock.toFixed(2)}, direct ${costs.direct.toFixed(3)}, nock/direct ${(costs.nock / costs.direct).toFixed(0)}; against 100: ${growth}`,
    );
  }
  const [nock, direct] = [
    await wholeRun(recording, 'nock', today, scale),
    await wholeRun(recording, 'direct', today, scale),
  ];
  lines.push(
    `  a run of ${recording.interactions.length} requests with its judgement: nock ${nock.toFixed(1)} s (goal for 2,000: 10), direct ${direct.toFixed(2)} s (goal: 1)`,
  );
  return lines;
}
