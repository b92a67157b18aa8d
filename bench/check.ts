import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Scale } from './scale.ts';
import { captureOf, type CaptureForm } from './captures-of-run.ts';
import { trafficOfRun } from './traffic-of-run.ts';

/** Exchanges in the captures that are judged. */
const lengths = [1_000, 6_900, 10_000, 100_000];
/** A build whose work grows with the square of the length may need hours; seconds. */
const longestBefore = 600;
const ownFolder = fileURLToPath(new URL('../..', import.meta.url));

/**
 * How fast captures of any length are judged, in seconds of processor time, and how much memory that takes beside what the
 * program takes anyway. Each is judged in a process of its own, so that a short one pays for all that V8 compiles; what each
 * further exchange takes is told at the end.
 *
 * @param before a folder with another build of this project, which is measured beside this one
 */
export async function measureCheck(scale: Scale, before?: string): Promise<readonly string[]> {
  const { exchanges } = await trafficOfRun(3, scale);
  const folder = mkdtempSync(join(tmpdir(), 'bench-check-'));
  const lines = [
    'judging captures: exchanges, exchanges a second of processor time, memory (goal: 4000/s, HAR 3 times the file)',
  ];
  try {
    for (const form of ['har', 'ndjson'] as const) {
      const [own, others]: [Took[], Took[]] = [[], []];
      for (const length of scale === 'whole' ? lengths : [500]) {
        const file = join(folder, `${length}.${form}`);
        await pipeline(Readable.from(captureOf(exchanges, length, form)), createWriteStream(file));
        const now = await judgedBy(ownFolder, file, length);
        own.push(now);
        lines.push(`  ${form} ${length} (${inMegabytes(now.size)})  ${told(now)}`);
        if (before !== undefined && mayBeJudged(others.at(-1), length)) {
          const earlier = await judgedBy(before, file, length);
          others.push(earlier);
          lines.push(`    before: ${told(earlier)}; now ${(earlier.seconds / now.seconds).toFixed(1)} times as fast`);
        } else if (before !== undefined) lines.push('    before: not measured, it may take hours');
        rmSync(file);
      }
      lines.push(...growth(form, own, ''), ...growth(form, others, 'before: '));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return lines;
}

interface Took {
  readonly length: number;
  /** Of the file, in bytes. */
  readonly size: number;
  /** Of processor time. */
  readonly seconds: number;
  /** In bytes. */
  readonly memory: number;
}

function mayBeJudged(last: Took | undefined, length: number): boolean {
  return last === undefined || last.seconds * (length / last.length) ** 2 < longestBefore;
}

async function judgedBy(folder: string, file: string, length: number): Promise<Took> {
  const script = fileURLToPath(new URL('check-once.js', import.meta.url));
  const child = spawn(process.execPath, [script, folder, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const took = JSON.parse(await text(child.stdout)) as Pick<Took, 'seconds' | 'memory'>;
  return { ...took, length, size: statSync(file).size };
}

function told({ length, seconds, memory, size }: Took): string {
  return `${(length / seconds).toFixed(0)}/s  ${inMegabytes(memory)}, ${(memory / size).toFixed(1)} times the file`;
}

/** Between the longest capture and the one before it: what a program takes anyway counts in neither. */
function growth(form: CaptureForm, took: readonly Took[], whose: string): readonly string[] {
  const [shorter, longer] = took.slice(-2);
  if (shorter === undefined || longer === undefined) return [];
  const rate = (longer.length - shorter.length) / (longer.seconds - shorter.seconds);
  const memory = (longer.memory - shorter.memory) / (longer.size - shorter.size);
  return [
    `  ${whose}${form} from ${shorter.length} to ${longer.length}: ${rate.toFixed(0)}/s, and memory grows by ${memory.toFixed(1)} times the file`,
  ];
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
