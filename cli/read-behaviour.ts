import { checkCapture } from '../engine/captured/check-capture.ts';
import { streamOfJsonReport } from '../results/json-report.ts';
import { readResultLines } from '../results/read.ts';
import type { RunReport } from '../results/report.ts';
import { serialise } from '../results/serialise.ts';
import { ResultStreamError } from '../results/stream-error.ts';
import { NoCapture, type Capture } from '../targets/captures/capture.ts';
import { readCapture } from '../targets/captures/read-capture.ts';
import { credentialsIn, namesOfCredentials } from '../targets/captures/without-secrets.ts';
import { CaptureResults } from './capture-results.ts';
import { CommandError } from './command-error.ts';
import { readText } from './read-report.ts';
import { redactionOf } from './without-secrets.ts';

/** What a file says of a behaviour: the results of a run, or traffic (a HAR file, a recording, exchanges), judged on the spot. */
export function readBehaviour(file: string): RunReport {
  const text = readText(file);
  try {
    return redactionOf(process.env).value(readResultLines(streamOfJsonReport(text) ?? text, { allowCutOff: true }));
  } catch (error) {
    if (!(error instanceof ResultStreamError)) throw error;
    const capture = captureIn(text);
    if (capture === undefined) throw new CommandError(`${file}: ${error.message}`);
    return judged(file, capture);
  }
}

function captureIn(text: string): Capture | undefined {
  try {
    return readCapture(text);
  } catch (error) {
    if (error instanceof NoCapture) return undefined;
    throw error;
  }
}

function judged(file: string, capture: Capture): RunReport {
  const checked = checkCapture(capture, { file });
  if (!('verdicts' in checked))
    throw new CommandError(`${file} holds no request for time cards; "check" says more of it.`);
  const redaction = redactionOf(process.env, namesOfCredentials(credentialsIn(capture.exchanges)));
  const lines: string[] = [];
  const results = new CaptureResults('', { strict: false, requirements: [], redaction });
  results.tell(checked, { write: (line) => lines.push(serialise(line)) });
  return readResultLines(lines.join('\n'), { isOwn: true });
}
