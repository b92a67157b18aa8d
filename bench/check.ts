import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Exchange } from '../traffic/exchange.ts';
import type { Scale } from './scale.ts';
import { trafficOfRun } from './traffic-of-run.ts';

/** Exchanges in the captures that are judged. The build before is only asked for the first ones: it may need hours for the last. */
const lengths = [1_000, 10_000, 100_000];
const mostBefore = 10_000;

/**
 * How fast captures of any length are judged, in seconds of processor time, and how much memory that takes beside what the
 * program takes anyway. Each is judged in a process of its own.
 *
 * @param before a folder with another build of this project, which is measured beside this one
 */
export async function measureCheck(scale: Scale, before?: string): Promise<readonly string[]> {
  const entries = await entriesOfRun(scale);
  const folder = mkdtempSync(join(tmpdir(), 'bench-check-'));
  const lines = ['judging captures: exchanges, exchanges a second of processor time, memory'];
  try {
    for (const length of scale === 'whole' ? lengths : [500]) {
      const file = join(folder, `${length}.har`);
      await pipeline(Readable.from(captureOf(entries, length)), createWriteStream(file));
      const { size } = statSync(file);
      const now = await judgedBy(fileURLToPath(new URL('../..', import.meta.url)), file);
      lines.push(`  ${length} (${inMegabytes(size)})  ${told(now, length, size)}`);
      if (before === undefined || length > mostBefore) continue;
      const earlier = await judgedBy(before, file);
      lines.push(
        `    before: ${told(earlier, length, size)}; now ${(earlier.seconds / now.seconds).toFixed(1)} times as fast`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return lines;
}

interface Took {
  /** Of processor time. */
  readonly seconds: number;
  /** In bytes. */
  readonly memory: number;
}

async function judgedBy(folder: string, file: string): Promise<Took> {
  const script = fileURLToPath(new URL('check-once.js', import.meta.url));
  const child = spawn(process.execPath, [script, folder, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(await text(child.stdout)) as Took;
}

function told({ seconds, memory }: Took, length: number, size: number): string {
  return `${(length / seconds).toFixed(0)}/s  ${inMegabytes(memory)}, ${(memory / size).toFixed(1)} times the file`;
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

/** A short run against the reference server, as a proxy would have kept it: with life cycles, lists by pages and refusals. */
async function entriesOfRun(scale: Scale): Promise<readonly string[]> {
  const { exchanges } = await trafficOfRun(3, scale);
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
function* captureOf(entries: readonly string[], length: number): Generator<string> {
  yield '{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":[';
  for (let index = 0; index < length; index += 1) {
    const round = Math.floor(index / entries.length);
    const entry = entries[index % entries.length] ?? '';
    const mark = round.toString(16).padStart(8, '0');
    const shifted = entry.replace(/(?<="startedDateTime":")[^"]+/, (time) =>
      new Date(Date.parse(time) + round * 3_600_000).toISOString(),
    );
    const own = shifted
      .replaceAll(/(?<=TCK_)[\da-f]{8}/g, mark)
      .replaceAll(/(?<=request-id","value":")[\da-f]{8}/g, mark);
    yield index === 0 ? own : `,${own}`;
  }
  yield ']}}';
}
