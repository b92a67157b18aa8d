import { Run } from '../engine/run.ts';
import { suiteNames } from '../engine/cases/suite.ts';
import { openTarget } from '../targets/open-target.ts';
import { startReferenceProcess } from './reference-process.ts';

/** Heap after collection, every 20,000 requests of one run of 100,000: it must not grow with the run. */
export async function measureMemory(): Promise<readonly string[]> {
  const collect = globalThis.gc;
  if (collect === undefined) return ['memory: start node with --expose-gc'];
  const server = await startReferenceProcess();
  const target = await openTarget(
    {
      apiVersion: 'v1.0',
      baseUrl: server.baseUrl,
      requestTimeout: 10_000,
      maxResponseSize: 5_000_000,
      maxRequests: 100_000,
    },
    server.environment,
  );
  const samples: number[] = [];
  await new Run(target, { seed: 1, numRuns: 50_000, suites: new Set(suiteNames) }, (event) => {
    if (event.kind !== 'case' || event.requests < (samples.length + 1) * 20_000) return;
    collect();
    samples.push(process.memoryUsage().heapUsed / 1e6);
  }).perform();
  const { sent } = target.counts();
  await target.close();
  server.stop();
  return [
    `memory over ${sent} requests (goal: flat)`,
    `  heap after every 20,000: ${samples.map((size) => `${size.toFixed(1)} MB`).join(', ')}`,
  ];
}
