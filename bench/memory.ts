import { Run } from '../engine/run.ts';
import { openTarget } from '../targets/open-target.ts';
import { suitesOf, type Scale } from './scale.ts';
import { startReferenceProcess } from './reference-process.ts';

/** Heap after collection, five times in one run of 100,000 requests: it must not grow with the run. */
export async function measureMemory(scale: Scale): Promise<readonly string[]> {
  const collect = globalThis.gc;
  if (collect === undefined) return ['memory: start node with --expose-gc'];
  const maxRequests = scale === 'whole' ? 100_000 : 200;
  const server = await startReferenceProcess();
  const target = await openTarget(
    {
      apiVersion: 'v1.0',
      baseUrl: server.baseUrl,
      requestTimeout: 10_000,
      maxResponseSize: 5_000_000,
      maxRequests,
    },
    server.environment,
  );
  const samples: number[] = [];
  await new Run(target, { seed: 1, numRuns: scale === 'whole' ? 50_000 : 1, suites: suitesOf('whole') }, (event) => {
    if (event.kind !== 'case' || event.requests < ((samples.length + 1) * maxRequests) / 5) return;
    collect();
    samples.push(process.memoryUsage().heapUsed / 1e6);
  }).perform();
  const { sent } = target.counts();
  await target.close();
  server.stop();
  return [
    `memory over ${sent} requests (goal: flat)`,
    `  heap after every ${maxRequests / 5}: ${samples.map((size) => `${size.toFixed(1)} MB`).join(', ')}`,
  ];
}
