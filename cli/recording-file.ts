import { readFileSync } from 'node:fs';
import type { Recording } from '../targets/recording/format.ts';
import { readRecording } from '../targets/recording/read-recording.ts';
import { RecordingError } from '../targets/recording/recording-error.ts';
import { CommandError } from './command-error.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** Reads a recording that the user named. */
export function readRecordingFile(file: string): Recording {
  try {
    return readRecording(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof RecordingError) throw new CommandError(`${file} cannot be replayed: ${error.message}.`);
    throw new CommandError(`${file} cannot be read: ${whyUnreadable(error, 'a recording')}.`);
  }
}
