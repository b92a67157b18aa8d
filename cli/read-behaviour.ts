import { checkCapture } from '../engine/captured/check-capture.ts';
import { captureNotes } from '../reporters/view/capture-view.ts';
import { comparableRun, type ComparableRun } from '../results/diff/comparable-run.ts';
import { clientResultLines } from '../results/client-results.ts';
import { streamOfJsonReport } from '../results/json-report.ts';
import { comparableLock } from '../results/lock.ts';
import { readResultLines } from '../results/read.ts';
import type { RunReport } from '../results/report.ts';
import { serialise } from '../results/serialise.ts';
import { ResultStreamError } from '../results/stream-error.ts';
import type { Capture } from '../targets/captures/capture.ts';
import { credentialsIn, namesOfCredentials } from '../targets/captures/without-secrets.ts';
import { whatIsRead } from '../targets/captures/read-capture.ts';
import { captureIn, nothingToJudge, othersIn, readCapturedText } from './capture-file.ts';
import { CaptureResults } from './capture-results.ts';
import { clientOutcome } from './client-report.ts';
import { CommandError } from './command-error.ts';
import { lockIn } from './read-lock.ts';
import { transcriptIn } from './replay-transcript.ts';
import { redactionOf } from './without-secrets.ts';

/**
 * What a file says about a behaviour: the results of a run, a lock, a transcript of a client library, or traffic (a HAR file, a
 * recording, exchanges). A transcript and traffic are judged on the spot.
 *
 * @throws CommandError for a file that is none of these
 */
export async function readBehaviour(file: string): Promise<ComparableRun> {
  const text = await readCapturedText(file, 'the results.ndjson');
  const results = streamOfJsonReport(text) ?? (beginsResults.test(text) ? text : undefined);
  if (results !== undefined) return comparableRun(readResults(file, results));
  if (beginsTranscript.test(text)) return comparableTranscript(file, text);
  const lock = lockIn(file, text);
  return lock === undefined ? judged(file, trafficIn(file, text)) : comparableLock(lock, file);
}

/** Our own writer puts the kind first; a stream that lost its header begins with another kind. */
const beginsResults =
  /^\uFEFF?\s*\{\s*"kind"\s*:\s*"(?:header|phase|violation|verdict|finding|observation|unseen|answers|footer)"/;

const beginsTranscript = /^\uFEFF?\s*\{\s*"kind"\s*:\s*"transcript"/;

const whatIsCompared =
  'the results.ndjson or results.json of a run, locks, transcripts, recordings, and traffic that "check" reads can be compared';

/** @throws CommandError for a file that is nothing that can be compared */
function trafficIn(file: string, text: string): Capture {
  try {
    return captureIn(file, text);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new CommandError(error.message.replace(whatIsRead, () => whatIsCompared));
  }
}

/** When a transcript was made it does not say, so that no date is told. */
function comparableTranscript(file: string, text: string): ComparableRun {
  const told = { chosen: undefined, excluded: undefined, strict: false, expected: new Map() };
  const lines = clientResultLines(clientOutcome(transcriptIn(file, text), told, 0)).map(serialise);
  const { side, ...run } = comparableRun(
    redactionOf(process.env).value(readResultLines(lines.join('\n'), { isOwn: true })),
  );
  const { startedAt: _, ...undated } = side;
  return { ...run, side: undated };
}

function readResults(file: string, stream: string): RunReport {
  try {
    return redactionOf(process.env).value(readResultLines(stream, { allowCutOff: true }));
  } catch (error) {
    if (error instanceof ResultStreamError) throw new CommandError(`${file}: ${error.message}`);
    throw error;
  }
}

function judged(file: string, capture: Capture): ComparableRun {
  const checked = checkCapture(capture, { file });
  if (!('verdicts' in checked)) throw new CommandError(nothingToJudge(file, capture, checked));
  const redaction = redactionOf(process.env, namesOfCredentials(credentialsIn(capture.exchanges)));
  const lines: string[] = [];
  const results = new CaptureResults('', { strict: false, requirements: [], redaction });
  results.tell(checked, { write: (line) => lines.push(serialise(line)) });
  const others = othersIn(checked).map((sentence) => `${sentence} ("check --base-url" judges them)`);
  return comparableRun(readResultLines(lines.join('\n'), { isOwn: true }), [
    ...captureNotes(checked.summary),
    ...others,
  ]);
}
