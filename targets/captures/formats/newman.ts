import { headersOf, listOf, membersOf, numberOf, textOf, type Members } from '../members.ts';
import type { KeptBody, KeptExchange } from './as-har-entry.ts';
import { oneAfterTheOther } from './one-after-the-other.ts';

/**
 * What `newman run … --reporters json` writes; undefined for anything else. It does one request after the other and keeps how
 * long each took, but not when it was sent.
 *
 * Source: postmanlabs/newman 6, lib/reporters/json and README, "JSON reporter"; postman-collection, Request, Url, Response
 */
export function newmanExchanges(file: Members): readonly KeptExchange[] | undefined {
  const run = membersOf(file['run']);
  const executions = listOf(run?.['executions']);
  if (executions === undefined) return undefined;
  const started = numberOf(membersOf(run?.['timings'])?.['started']);
  return oneAfterTheOther(
    executions.map((one) => exchangeOf(membersOf(one) ?? {})),
    started,
  );
}

function exchangeOf(execution: Members): KeptExchange {
  const [request, response] = [membersOf(execution['request']) ?? {}, membersOf(execution['response'])];
  const error = membersOf(execution['requestError']);
  const failure = error === undefined ? undefined : (textOf(error['code']) ?? textOf(error['message']) ?? 'no answer');
  return {
    method: request['method'],
    url: urlOf(request['url']),
    requestHeaders: keyed(request['header']),
    sent: sentBody(membersOf(request['body'])),
    status: response?.['code'] ?? (failure === undefined ? undefined : 0),
    responseHeaders: keyed(response?.['header']),
    came: bodyIn(response ?? {}),
    startedAt: undefined,
    duration: numberOf(response?.['responseTime']) ?? 0,
    ...(response === undefined ? { failure: failure ?? 'there was no answer' } : {}),
  };
}

/** Headers of Postman have a key in the place of a name; those that are disabled are not sent. */
function keyed(headers: unknown): KeptExchange['requestHeaders'] {
  const pairs = (listOf(headers) ?? []).flatMap((one) => {
    const { key, value, disabled } = membersOf(one) ?? {};
    return disabled === true ? [] : [{ name: key, value }];
  });
  return headersOf(pairs);
}

function urlOf(value: unknown): unknown {
  const url = membersOf(value);
  if (url === undefined) return value;
  const joined = (part: unknown, by: string) => listOf(part)?.map(String).join(by) ?? textOf(part) ?? '';
  const query = (listOf(url['query']) ?? [])
    .map((one) => membersOf(one) ?? {})
    .filter(({ disabled }) => disabled !== true)
    .map(({ key, value: content }) =>
      content === undefined || content === null ? String(key) : `${String(key)}=${String(content)}`,
    );
  const port = textOf(url['port']);
  return [
    `${textOf(url['protocol']) ?? 'http'}://${joined(url['host'], '.')}`,
    port === undefined || port === '' ? '' : `:${port}`,
    `/${joined(url['path'], '/')}`,
    query.length === 0 ? '' : `?${query.join('&')}`,
  ].join('');
}

function sentBody(body: Members | undefined): KeptBody {
  const raw = textOf(body?.['raw']);
  if (raw !== undefined) return { kind: 'text', text: raw };
  return body?.['mode'] === undefined || body['mode'] === 'raw' ? { kind: 'none' } : { kind: 'notKept' };
}

/** A Buffer of Node, as JSON.stringify writes it. */
function bodyIn(response: Members): KeptBody {
  const bytes = listOf(membersOf(response['stream'])?.['data']);
  if (bytes !== undefined) return { kind: 'base64', text: Buffer.from(bytes.map(Number)).toString('base64') };
  const text = textOf(response['body']);
  return text === undefined ? { kind: 'notKept' } : { kind: 'text', text };
}
