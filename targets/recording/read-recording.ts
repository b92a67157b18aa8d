import { withoutByteOrderMark } from '../../traffic/byte-order-mark.ts';
import { interactionOf } from './definition.ts';
import {
  inertScope,
  recordingFormat,
  type Definition,
  type InertEntry,
  type Interaction,
  type Recording,
} from './format.ts';
import { RecordingError } from './recording-error.ts';
import { entryFault } from './entry-shape.ts';

/** Reads a recording. Throws a RecordingError that says what is wrong, for anything but a whole recording of this format. */
export function readRecording(text: string): Recording {
  const entries = entriesIn(text);
  const [first, ...rest] = entries;
  if (!isInert(first) || first.recording?.kind !== 'header')
    throw new RecordingError('it does not begin with the header of a recording; make one with "record"');
  const format: number = first.recording.format;
  if (format !== recordingFormat)
    throw new RecordingError(
      `it is a recording of format ${format}, and this version reads format ${recordingFormat}; record again`,
    );
  for (const [index, entry] of entries.entries()) {
    const fault = entryFault(entry);
    if (fault !== undefined) throw new RecordingError(`entry ${index + 1} ${fault}`);
  }
  const last = rest.pop();
  if (!isInert(last) || last.recording?.kind !== 'end') throw new RecordingError('its end is missing; record again');
  const header = first.recording;
  const zero = Date.parse(header.startedAt);
  // Each entry has been compared with the schema.
  const interactions = (rest as readonly Definition[]).map((definition) => interactionOf(definition, zero));
  checkNumbers(interactions, last.recording.interactions);
  return { header, interactions, end: last.recording };
}

function entriesIn(text: string): readonly unknown[] {
  if (text.trim() === '') throw new RecordingError('it is empty');
  let value: unknown;
  try {
    value = JSON.parse(withoutByteOrderMark(text));
  } catch {
    const [line = ''] = text.split('\n', 1);
    throw new RecordingError(
      isLine(line)
        ? 'it is a stream of lines, as the results of a run are, not a recording; make one with "record"'
        : 'it is not JSON, or was cut off',
    );
  }
  if (!Array.isArray(value)) throw new RecordingError('it is not a list of nock definitions');
  return value;
}

/** True for a line that is a whole JSON object. */
function isLine(text: string): boolean {
  try {
    return typeof JSON.parse(withoutByteOrderMark(text)) === 'object';
  } catch {
    return false;
  }
}

function isInert(entry: unknown): entry is Partial<InertEntry> {
  return typeof entry === 'object' && entry !== null && 'scope' in entry && entry.scope === inertScope;
}

function checkNumbers(interactions: readonly Interaction[], promised: number): void {
  const wrong = interactions.find(({ number }, index) => number !== index + 1);
  if (wrong !== undefined)
    throw new RecordingError(`interaction ${wrong.number} is out of place: some were removed or added; record again`);
  if (interactions.length !== promised)
    throw new RecordingError(`it holds ${interactions.length} of ${promised} interactions; record again`);
}
