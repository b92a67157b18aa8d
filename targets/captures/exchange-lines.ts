import { actors } from '../../traffic/actor.ts';
import type { Body, Headers, Outcome, TransportFault } from '../../traffic/exchange.ts';
import { headerValue } from '../../traffic/headers.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import { readBody } from '../body.ts';
import type { Capture, CapturedExchange } from './capture.ts';
import { readEach } from './entry-reader.ts';
import { headersOf, membersOf, numberOf, textOf, type Members } from './members.ts';
import { credentialIn } from './without-secrets.ts';

/** Reads NDJSON: one exchange a line, in the form in which the suite's own results hold them. */
export function readExchangeLines(text: string): Capture {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return { format: 'ndjson', entries: lines.length, ...readEach(lines, readLine) };
}

/** One line, or what is wrong with it. */
export function readLine(line: unknown, entry: number): CapturedExchange | string {
  const value = parsed(String(line));
  return value === undefined ? 'is not JSON' : readExchange(value, entry);
}

/** An exchange as it is written in JSON, or what is wrong with it. What we sent it for, if we did, counts for nothing here. */
function readExchange(value: unknown, entry: number): CapturedExchange | string {
  const members = membersOf(value);
  const [request, outcome] = [membersOf(members?.['request']), membersOf(members?.['outcome'])];
  if (members === undefined || request === undefined) return 'has no request';
  const [method, url] = [textOf(request['method']), textOf(request['url'])];
  if (method === undefined || !/^[A-Za-z]+$/.test(method)) return 'has no request.method';
  if (url === undefined || !URL.canParse(url)) return 'has no request.url that is a whole URL';
  const startedAt = numberOf(members['startedAt']);
  if (startedAt === undefined) return 'has no startedAt, in milliseconds since the epoch';
  const endedAt = Math.max(numberOf(members['endedAt']) ?? startedAt, startedAt);
  const came = outcome === undefined ? undefined : outcomeOf(outcome);
  if (came === undefined) return 'has no outcome of the kind response or transport';
  const headers = headersOf(request['headers']);
  const body = bodyOf(request['body'], headers);
  const credential = credentialIn(headers);
  return {
    exchange: {
      sequence: entry,
      entry,
      operation: 'unknown',
      actor: actors.find((actor) => actor === members['actor']) ?? 'unknown',
      request: { method: method.toUpperCase(), url, headers, body: body ?? { kind: 'empty' } },
      outcome: came,
      startedAt,
      endedAt,
      throttledAttempts: 0,
    },
    ...(credential === undefined ? {} : { credential }),
    ...(body === undefined ? { bodyUnknown: true } : {}),
  };
}

const transportFaults: readonly TransportFault[] = ['refused', 'reset', 'timeout', 'truncated', 'tooLarge'];

function outcomeOf(outcome: Members): Outcome | undefined {
  if (outcome['kind'] === 'transport') {
    const fault = transportFaults.find((known) => known === outcome['fault']) ?? 'reset';
    return { kind: 'transport', fault, detail: textOf(outcome['detail']) ?? 'there was no answer' };
  }
  const status = numberOf(outcome['status']);
  if (outcome['kind'] !== 'response' || status === undefined || status < 100 || status > 599) return undefined;
  const headers = headersOf(outcome['headers']);
  const body = bodyOf(outcome['body'], headers);
  return body === undefined
    ? { kind: 'transport', fault: 'truncated', detail: `the file does not hold the body of the answer ${status}` }
    : { kind: 'response', status, headers, body };
}

/** A body by its text, which says more than the value; absent is empty, and anything else that is none is unknown. */
function bodyOf(value: unknown, headers: Headers): Body | undefined {
  if (value === undefined) return { kind: 'empty' };
  const body = membersOf(value);
  if (body?.['kind'] === 'empty') return { kind: 'empty' };
  const text = textOf(body?.['text']);
  if (text !== undefined) return readBody(text, headerValue(headers, 'content-type'));
  const member = body?.['value'] as Json | undefined;
  if (body?.['kind'] !== 'json' || member === undefined) return undefined;
  return isJsonObject(member) || Array.isArray(member) ? written(member, headers) : undefined;
}

function written(value: Json, headers: Headers): Body | undefined {
  try {
    return readBody(JSON.stringify(value), headerValue(headers, 'content-type'));
  } catch {
    // Too deep to be written again.
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
