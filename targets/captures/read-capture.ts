import { withoutByteOrderMark } from '../../specs/byte-order-mark.ts';
import { NoCapture, type Capture } from './capture.ts';
import { readExchangeLines } from './exchange-lines.ts';
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
  if (lines.length > 1 && lines.every((line) => membersOf(line) !== undefined))
    throw new NoCapture(`is NDJSON whose lines are no exchanges, which have a request and an outcome: ${whatIsRead}`);
  throw new NoCapture(brokenAs(text, whole.reason));
}

const ofResults =
  'holds the results of a run and not its traffic: "timecard-conformance report" shows them, and "timecard-conformance record" keeps the traffic of a run';
const whatIsRead = 'HAR files, recordings of this suite and NDJSON of exchanges can be judged';

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
  const list = listOf(value);
  if (list !== undefined) return readRecordedExchanges(list);
  throw new NoCapture(`is JSON, and no traffic in a form that is known here: ${whatIsRead}`);
}

/** Who asked, where the file is a trace of this suite: the tokens in it are names only, and do not tell. */
function peopleIn(value: unknown): Pick<Capture, 'callerId' | 'onBehalfOfUserId'> {
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
  return `is no JSON (${reason}): ${whatIsRead}`;
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
