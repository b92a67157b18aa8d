import { readFileSync } from 'node:fs';
import type { Performance } from '../clients/scene.ts';
import { NoTranscript, readTranscript } from '../clients/transcripts/read-transcript.ts';
import type { ClientSettings } from './client-settings.ts';
import { reportPerformance } from './client-report.ts';
import { CommandError } from './command-error.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** Judges a transcript; neither a driver nor a socket is needed. Gives the exit code. */
export function replayTranscript(file: string, told: ClientSettings): Promise<number> {
  const startedAt = Date.now();
  return Promise.resolve(reportPerformance(readFile(file), told, { startedAt }));
}

function readFile(file: string): Performance {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${whyUnreadable(error, 'a transcript')}.`);
  }
  return transcriptIn(file, text);
}

/** @throws CommandError for a text that is not a transcript */
export function transcriptIn(file: string, text: string): Performance {
  try {
    return readTranscript(text);
  } catch (error) {
    if (error instanceof NoTranscript) throw new CommandError(`${file} ${error.message}.`);
    throw error;
  }
}
