import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { packedText } from '../cli/packed-text.ts';
import type { checkCapture } from '../engine/captured/check-capture.ts';
import type { Capture } from '../targets/captures/capture.ts';
import type { readCaptureFile } from '../targets/captures/read-capture-file.ts';
import type { readCapture } from '../targets/captures/read-capture.ts';

/**
 * A process of its own that judges one capture with the build in a folder, and prints what that took: the processor time of
 * another capture, or the memory of another build, would be in no figure of a process that judges several.
 */
const [folder = '', file = ''] = process.argv.slice(2);
const root = pathToFileURL(`${folder}/dist/`);

interface Readers {
  readonly readCapture: typeof readCapture;
  readonly readCaptureFile: typeof readCaptureFile;
}

async function read({ readCapture: whole }: Pick<Readers, 'readCapture'>): Promise<Capture> {
  try {
    const pieces = (await import(new URL('targets/captures/read-capture-file.js', root).href)) as Readers;
    return await pieces.readCaptureFile(packedText(file, () => undefined));
  } catch (error) {
    // An older build reads a file as a whole.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    return whole(readFileSync(file, 'utf8'));
  }
}

const reader = (await import(new URL('targets/captures/read-capture.js', root).href)) as Readers;
const judge = (await import(new URL('engine/captured/check-capture.js', root).href)) as {
  readonly checkCapture: typeof checkCapture;
};
const idle = process.memoryUsage().rss;
const start = process.cpuUsage();
judge.checkCapture(await read(reader), { file });
const { user, system } = process.cpuUsage(start);
const memory = process.resourceUsage().maxRSS * 1024 - idle;
process.stdout.write(JSON.stringify({ seconds: (user + system) / 1e6, memory }));
