import type { CheckedCapture } from '../engine/captured/check-capture.ts';
import { count } from '../reporters/view/amounts.ts';
import { NoCapture, type Capture } from '../targets/captures/capture.ts';
import type { NoTimeClock } from '../targets/captures/one-time-clock.ts';
import { readCapture } from '../targets/captures/read-capture.ts';
import { CommandError } from './command-error.ts';
import { packedText } from './packed-text.ts';
import { whyUnreadable } from './why-unreadable.ts';

/**
 * The text of a file of traffic or results, in whatever coding.
 *
 * @param wanted what is to be named where the file is a directory
 * @throws CommandError where it cannot be read
 */
export async function readCapturedText(file: string, wanted: string): Promise<string> {
  try {
    let text = '';
    for await (const piece of packedText(file, () => undefined)()) text += piece;
    return text;
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${whyUnreadable(error, wanted)}.`);
  }
}

/** @throws CommandError for a file that holds no traffic */
export function captureIn(file: string, text: string): Capture {
  try {
    return readCapture(text);
  } catch (error) {
    if (error instanceof NoCapture) throw new CommandError(`${file} ${error.message}.`);
    throw error;
  }
}

/** Why a file that could be read has nothing for us in it. */
export function nothingToJudge(
  file: string,
  { entries, faults, exchanges }: Capture,
  { others }: NoTimeClock,
  wanted = '',
): string {
  if (entries === 0) return `${file} has no requests; capture the traffic of a time clock.`;
  const [first] = faults;
  const malformed =
    first === undefined ? '' : `; unreadable: ${faults.length}, first entry ${first.entry}, which ${first.fault}`;
  if (exchanges.length === 0)
    return `${file} holds ${count(entries, 'entry', 'entries')} but no readable request${malformed}.`;
  const instead = others.map(([address, requests]) => `${requests} for ${address}`).join(', ');
  const why = others.length > 0 ? `it holds ${instead}` : 'none go to …/teams/{id}/schedule/timeCards';
  return `${file} has no requests for time cards${wanted} among its ${entries}: ${why}${malformed}.`;
}

/** One time clock is judged at a time; the others are named, each with its number of requests. */
export function othersIn({ others }: Pick<CheckedCapture, 'others'>): readonly string[] {
  return others.map(
    ([address, requests]) => `not judged: ${count(requests, 'more request')} for time cards at ${address}`,
  );
}
