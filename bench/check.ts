import { pathToFileURL } from 'node:url';
import type { checkCapture } from '../engine/captured/check-capture.ts';
import type { Exchange } from '../specs/exchange.ts';
import type { readCapture } from '../targets/captures/read-capture.ts';
import { trafficOfRun } from './traffic-of-run.ts';

/** Exchanges in the captures that are judged. The build before is only asked for the first ones: it needs hours for the last. */
const lengths = [1_000, 6_900, 10_000, 50_000, 100_000];
const mostBefore = 10_000;

/**
 * How fast captures of any length are judged, in seconds of processor time, and how much memory that takes. A folder with
 * another build of this project in TIMECARD_BENCH_BEFORE is measured beside this one.
 */
export async function measureCheck(): Promise<readonly string[]> {
  const before = process.env['TIMECARD_BENCH_BEFORE'];
  const entries = await entriesOfRun();
  const [now, earlier] = [await builtIn(undefined), before === undefined ? undefined : await builtIn(before)];
  const lines = ['judging captures: exchanges, MB, seconds of processor time, exchanges/s, memory in MB'];
  for (const length of lengths) {
    const text = captureOf(entries, length);
    const size = `${(text.length / 1e6).toFixed(1)} MB`;
    lines.push(`  ${length}  ${size}  ${judgedBy(now, text, length)}`);
    if (earlier !== undefined && length <= mostBefore) lines.push(`    before: ${judgedBy(earlier, text, length)}`);
  }
  return lines;
}

interface Build {
  readonly readCapture: typeof readCapture;
  readonly checkCapture: typeof checkCapture;
}

async function builtIn(folder: string | undefined): Promise<Build> {
  const root = folder === undefined ? new URL('..', import.meta.url) : pathToFileURL(`${folder}/dist/`);
  const read = (await import(new URL('targets/captures/read-capture.js', root).href)) as Build;
  const check = (await import(new URL('engine/captured/check-capture.js', root).href)) as Build;
  return { readCapture: read.readCapture, checkCapture: check.checkCapture };
}

function judgedBy(build: Build, text: string, length: number): string {
  globalThis.gc?.();
  const start = process.cpuUsage();
  build.checkCapture(build.readCapture(text), { file: 'bench.har' });
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  const memory = process.memoryUsage().rss / 1e6;
  return `${seconds.toFixed(2)} s  ${(length / seconds).toFixed(0)}/s  ${memory.toFixed(0)} MB`;
}

/** A short run against the reference server, as a proxy would have kept it: with life cycles, lists by pages and refusals. */
async function entriesOfRun(): Promise<readonly string[]> {
  const { exchanges } = await trafficOfRun(3);
  return exchanges.map((exchange) => JSON.stringify(entryOf(exchange)));
}

function entryOf({ request, outcome, startedAt, endedAt }: Exchange): object {
  const named = (headers: readonly (readonly [string, string])[]) => headers.map(([name, value]) => ({ name, value }));
  const { body } = request;
  return {
    startedDateTime: new Date(startedAt).toISOString(),
    time: endedAt - startedAt,
    request: {
      method: request.method,
      url: request.url,
      headers: named(request.headers),
      ...(body.kind === 'empty' ? {} : { postData: { mimeType: 'application/json', text: body.text } }),
    },
    response:
      outcome.kind === 'transport'
        ? { status: 0, headers: [], content: {} }
        : {
            status: outcome.status,
            headers: named(outcome.headers),
            content: outcome.body.kind === 'empty' ? { size: 0 } : { text: outcome.body.text },
          },
  };
}

/** The same run again and again, an hour apart and with ids of its own each time. */
function captureOf(entries: readonly string[], length: number): string {
  const written: string[] = [];
  for (let index = 0; index < length; index += 1) {
    const round = Math.floor(index / entries.length);
    const entry = entries[index % entries.length] ?? '';
    const mark = round.toString(16).padStart(8, '0');
    const shifted = entry.replace(/(?<="startedDateTime":")[^"]+/, (time) =>
      new Date(Date.parse(time) + round * 3_600_000).toISOString(),
    );
    written.push(
      shifted.replaceAll(/(?<=TCK_)[\da-f]{8}/g, mark).replaceAll(/(?<=request-id","value":")[\da-f]{8}/g, mark),
    );
  }
  return `{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":[${written.join(',')}]}}`;
}
