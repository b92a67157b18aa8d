import { Run } from '../engine/run.ts';
import type { Exchange, SentRequest } from '../traffic/exchange.ts';
import { at } from '../traffic/pointer.ts';
import { openTarget } from '../targets/open-target.ts';
import { median } from './median.ts';
import { suitesOf, type Scale } from './scale.ts';
import { startReferenceProcess, type ReferenceProcess } from './reference-process.ts';

/** What one side of the comparison took, from its first request to its last. */
interface Timing {
  readonly requests: number;
  readonly milliseconds: number;
}

/** A whole run of the engine, and the requests that it sent. */
async function ourRun(seed: number, scale: Scale): Promise<Timing & { readonly exchanges: readonly Exchange[] }> {
  const server = await startReferenceProcess();
  const target = await openTarget(
    { apiVersion: 'v1.0', baseUrl: server.baseUrl, requestTimeout: 10_000, maxResponseSize: 5_000_000 },
    server.environment,
  );
  const exchanges: Exchange[] = [];
  const send = target.send.bind(target);
  target.send = async (call) => {
    const exchange = await send(call);
    exchanges.push(exchange);
    return exchange;
  };
  await new Run(
    target,
    { seed, numRuns: scale === 'whole' ? 400 : 1, suites: suitesOf(scale) },
    () => undefined,
  ).perform();
  await target.close();
  server.stop();
  const [first, last] = [exchanges[0], exchanges.at(-1)];
  return { requests: exchanges.length, milliseconds: (last?.endedAt ?? 0) - (first?.startedAt ?? 0), exchanges };
}

/** The same requests to a fresh server by a plain fetch loop that reads each answer and does nothing else with it. */
async function bareLoop(exchanges: readonly Exchange[]): Promise<Timing> {
  const server = await startReferenceProcess();
  try {
    return await sentAgain(exchanges, server);
  } finally {
    server.stop();
  }
}

async function sentAgain(exchanges: readonly Exchange[], server: ReferenceProcess): Promise<Timing> {
  const renamed = new Map<string, string>();
  const startedAt = performance.now();
  for (const { request, outcome } of exchanges) {
    const response = await fetch(renamedUrl(request, server.baseUrl, renamed), {
      method: request.method,
      headers: headersOf(request, server.environment),
      ...(request.body.kind === 'empty' ? {} : { body: request.body.text }),
    });
    const text = await response.text();
    // The server's ids differ from those of the recorded run; only an answer that made a card is looked into.
    if (response.status === 201 && outcome.kind === 'response' && outcome.body.kind === 'json') {
      const old = at(outcome.body.value, '/id');
      if (typeof old === 'string') renamed.set(old, (JSON.parse(text) as { readonly id: string }).id);
    }
  }
  return { requests: exchanges.length, milliseconds: performance.now() - startedAt };
}

function renamedUrl({ url }: SentRequest, baseUrl: string, renamed: ReadonlyMap<string, string>): string {
  const path = url.slice(new URL(url).origin.length);
  return baseUrl + path.replace(/TCK_[0-9a-f-]+/i, (id) => renamed.get(id) ?? id);
}

function headersOf({ headers }: SentRequest, environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    // How the body goes out is for fetch to say.
    headers
      .filter(([name]) => !/^(transfer-encoding|content-length|connection|host)$/i.test(name))
      .map(([name, value]) => [
        name,
        value.replace(/\$(TIMECARD_\w+)/, (_, variable: string) => environment[variable] ?? ''),
      ]),
  );
}

/** Ratio of our time to the bare loop's over the same requests, three pairs side by side. */
export async function measureThroughput(scale: Scale): Promise<readonly string[]> {
  const lines: string[] = [];
  const ratios: number[] = [];
  for (const seed of scale === 'whole' ? [1, 2, 3] : [1]) {
    const { exchanges, ...ours } = await ourRun(seed, scale);
    const bare = await bareLoop(exchanges);
    ratios.push(ours.milliseconds / bare.milliseconds);
    lines.push(
      `  ${ours.requests} requests: run ${rate(ours)}/s, bare fetch loop ${rate(bare)}/s, ratio of times ${ratios.at(-1)?.toFixed(2)}`,
    );
  }
  return [
    'throughput, run against bare fetch loop (goal: at most 1.3)',
    ...lines,
    `  median ratio ${median(ratios).toFixed(2)}`,
  ];
}

function rate({ requests, milliseconds }: Timing): string {
  return ((requests / milliseconds) * 1000).toFixed(0);
}
