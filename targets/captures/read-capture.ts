import { withoutByteOrderMark } from '../../traffic/byte-order-mark.ts';
import { NoCapture, type Capture } from './capture.ts';
import { readExchangeLines } from './exchange-lines.ts';
import { cassetteIn } from './formats/cassette.ts';
import { whatToExport, whatToExportInstead } from './formats/exports-without-traffic.ts';
import { readExport, readExportLines } from './formats/read-export.ts';
import { readHar } from './har.ts';
import { listOf, membersOf, textOf } from './members.ts';
import { readRecordedExchanges } from './recorded-exchanges.ts';
import { withoutSecrets } from './without-secrets.ts';

/**
 * Reads traffic of others from the text of a file, whatever its name: a HAR file, a recording, or NDJSON of exchanges.
 * Nothing that it gives back holds a credential.
 * @throws NoCapture for a file that is none of them
 */
export function readCapture(text: string): Capture {
  const capture = recognised(withoutByteOrderMark(text));
  return { ...capture, exchanges: withoutSecrets(capture.exchanges) };
}

function recognised(text: string): Capture {
  if (text.trim() === '') throw new NoCapture('is empty');
  const whole = parsed(text);
  if (whole.kind === 'json') return fromOne(whole.value, text);
  const lines = firstLines(text);
  if (lines.some(isExchange)) return readExchangeLines(text);
  if (lines.some(isResultLine)) throw new NoCapture(ofResults);
  const exported = exportIn(text, lines);
  if (exported !== undefined) return exported;
  if (lines.length > 1 && lines.every((line) => membersOf(line) !== undefined))
    throw new NoCapture(`is NDJSON whose lines are not exchanges with a request and an outcome: ${whatIsRead}`);
  throw new NoCapture(brokenAs(text, whole.reason));
}

const ofResults =
  'holds the results of a run and not its traffic: "timecard-conformance report" shows them, and "timecard-conformance record" keeps the traffic of a run';
/** The end of the sentence about a file that is nothing of it. */
export const whatIsRead =
  'HAR files, network logs of Playwright, recordings of this suite, NDJSON of exchanges, results of newman, cassettes of VCR, journals of WireMock and Hoverfly, and exports of OpenTelemetry can be judged';

/** What a tool wrote that is no single value of JSON. */
function exportIn(text: string, firstOnes: readonly unknown[]): Capture | undefined {
  const cassette = cassetteIn(text);
  if (cassette !== undefined) return readExport(cassette);
  const instead = whatToExportInstead(text);
  if (instead !== undefined) throw new NoCapture(instead);
  return readExportLines(firstOnes) === undefined ? undefined : readExportLines(allLines(text));
}

function allLines(text: string): readonly unknown[] {
  return text.split('\n').flatMap((line) => {
    const found = parsed(line);
    return found.kind === 'json' ? [found.value] : [];
  });
}

function fromOne(value: unknown, text: string): Capture {
  const members = membersOf(value);
  const log = membersOf(members?.['log']);
  if (log !== undefined) {
    const entries = listOf(log['entries']);
    if (entries === undefined) throw new NoCapture('is a HAR file without log.entries; export it again');
    return { ...readHar(entries), ...peopleIn(log['_timecard']) };
  }
  if (isExchange(value)) return readExchangeLines(text.replaceAll(/[\r\n]+/g, ' '));
  if (isResultLine(value) || (members?.['header'] !== undefined && members['verdicts'] !== undefined))
    throw new NoCapture(ofResults);
  if (members !== undefined) {
    const exported = readExport(members) ?? readExportLines([members]);
    if (exported !== undefined) return exported;
    const instead = whatToExport(members);
    if (instead !== undefined) throw new NoCapture(instead);
  }
  const list = listOf(value);
  if (list !== undefined) return readRecordedExchanges(list);
  throw new NoCapture(`is JSON, but not traffic in a known form: ${whatIsRead}`);
}

/** Who asked, where the file is a trace of this suite: the tokens in it are names only, and do not tell. */
export function peopleIn(value: unknown): Pick<Capture, 'callerId' | 'onBehalfOfUserId'> {
  const members = membersOf(value) ?? {};
  const [callerId, onBehalfOfUserId] = [textOf(members['callerId']), textOf(members['onBehalfOfUserId'])];
  return {
    ...(callerId === undefined ? {} : { callerId }),
    ...(onBehalfOfUserId === undefined ? {} : { onBehalfOfUserId }),
  };
}

/** Enough to tell what a file of lines is, though some of them may be broken. */
function firstLines(text: string): readonly unknown[] {
  const lines: unknown[] = [];
  for (let start = 0; start < text.length && lines.length < 50;) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end === -1 ? undefined : end);
    const found = parsed(line);
    if (line.trim() !== '') lines.push(found.kind === 'json' ? found.value : undefined);
    start = end === -1 ? text.length : end + 1;
  }
  return lines;
}

/** True for a line that is an exchange as the suite's own results hold them. */
export function isExchangeLine(line: string): boolean {
  const found = parsed(line);
  return found.kind === 'json' && isExchange(found.value);
}

function isExchange(value: unknown): boolean {
  const members = membersOf(value);
  return membersOf(members?.['request']) !== undefined && membersOf(members?.['outcome']) !== undefined;
}

function isResultLine(value: unknown): boolean {
  const members = membersOf(value);
  return members?.['kind'] === 'header' && members['suiteVersion'] !== undefined && members['recording'] === undefined;
}

function brokenAs(text: string, reason: string): string {
  const beginning = text.slice(0, 2000).trimStart();
  if (/^\{\s*"log"\s*:/.test(beginning)) return `is a HAR file that is cut off or damaged (${reason}); export it again`;
  if (/^\[\s*\{\s*"scope"\s*:/.test(beginning))
    return `is a recording that is cut off or damaged (${reason}); record it again`;
  return `is not JSON (${reason}): ${whatIsRead}`;
}

type Parsed = { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'broken'; readonly reason: string };

function parsed(text: string): Parsed {
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch (error) {
    // A message of the parser quotes the text, which may hold anything.
    const message = error instanceof Error ? error.message : '';
    const place = /position (\d+)/.exec(message)?.[1];
    if (/end of JSON|Unterminated/.test(message)) return { kind: 'broken', reason: 'it ends too early' };
    return { kind: 'broken', reason: place === undefined ? 'at its beginning' : `after ${place} characters` };
  }
}
