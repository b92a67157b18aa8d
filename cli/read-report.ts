import { readFileSync } from 'node:fs';
import { streamOfJsonReport } from '../results/json-report.ts';
import { readResultLines } from '../results/read.ts';
import type { RunReport } from '../results/report.ts';
import { ResultStreamError } from '../results/stream-error.ts';
import { CommandError } from './command-error.ts';
import { otherKind } from './other-kind.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** The report in a `results.ndjson` or `results.json`. One that was cut off is worth reading, and says that it was. */
export function readReport(file: string): RunReport {
  const text = readResultText(file);
  try {
    return readResultLines(streamOfJsonReport(text) ?? text, { allowCutOff: true });
  } catch (error) {
    if (error instanceof ResultStreamError) throw new CommandError(refusal(file, text, error));
    throw error;
  }
}

function refusal(file: string, text: string, { message, fault }: ResultStreamError): string {
  const other = otherKind(text, 'results');
  if (other !== undefined) return `${file} does not hold the results of a run: ${other}.`;
  const isNone = fault === 'empty' || fault === 'noHeader' || message.startsWith('Line 1 ');
  return `${file}: ${message}${isNone ? ' Give the results.ndjson of a run, or its results.json.' : ''}`;
}

/** @throws CommandError where there is none, or it cannot be read */
export function readResultText(file: string, wanted = 'the results.ndjson'): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${whyUnreadable(error, wanted)}.`);
  }
}
