import { validateHeaderName, validateHeaderValue } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { Answering, largestBody, type AnsweringOptions } from '../reference/answering.ts';
import { receivedAnswer, tooLarge } from '../targets/received-answer.ts';
import type { TargetSettings } from '../targets/settings.ts';
import { pathAsWritten } from '../targets/transmission.ts';
import type { Wire, WireOutcome, WireRequest } from '../targets/wire.ts';

/** Where the server would be, were it one. */
const origin = 'http://127.0.0.1:8080';

export interface InProcessServer {
  /** Without the API version. */
  readonly url: string;
  readonly wire: Wire;
}

/**
 * A time clock whose requests and answers are the same as over HTTP, without a connection: that takes half of the time of a
 * run. in-process-wire.test.ts holds it against HTTP; what shows only on a connection is for those who open one.
 */
export function inProcessServer(
  options: AnsweringOptions,
  limits: Pick<TargetSettings, 'maxResponseSize'>,
): InProcessServer {
  const answering = new Answering(options);
  return {
    url: `${origin}${answering.basePath}`,
    wire: { send: (request) => sent(request, answering, limits), hurry: () => undefined, close: () => undefined },
  };
}

async function sent(
  { method, url, headers, text }: WireRequest,
  answering: Answering,
  { maxResponseSize }: Pick<TargetSettings, 'maxResponseSize'>,
): Promise<WireOutcome> {
  for (const [name, value] of headers) {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  }
  const whole = Buffer.from(text ?? '');
  // What is sent together is in together, as it would be over connections.
  await setImmediate();
  const answer = answering.answer({
    method,
    target: pathAsWritten(url),
    headers: { host: new URL(origin).host, ...byName(headers) },
    body: whole.length > largestBody ? 'tooLarge' : whole,
    origin,
  });
  const { written } = await answer;
  const { status, body } = written;
  const names = Object.entries(written.headers);
  if (body.kind === 'none') return receivedAnswer(status, names, '');
  return body.bytes.length > maxResponseSize
    ? tooLarge(maxResponseSize)
    : receivedAnswer(status, names, status === 204 ? '' : body.text);
}

function byName(headers: WireRequest['headers']): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    all[key] = key in all ? `${all[key]}, ${value}` : value;
  }
  return all;
}
