import { headerValue } from '../../traffic/headers.ts';
import type { Body, Headers, Outcome } from '../../traffic/exchange.ts';
import { readBody } from '../body.ts';
import type { CapturedExchange } from './capture.ts';
import { listOf, membersOf, numberOf, textOf, type Members } from './members.ts';
import { withoutRepeated } from './repeated.ts';

/**
 * The exchanges with those within each `$batch` in its place. What travels in it are requests of their own, each with its
 * status and its body; their headers do not tell what the service would have said to them alone, and are left out.
 *
 * Source: concepts/json-batching
 */
export function withoutBatches(exchanges: readonly CapturedExchange[]): readonly CapturedExchange[] {
  const batches = exchanges.filter(isBatch);
  if (batches.length === 0) return exchanges;
  const once = new Set(withoutRepeated(batches));
  return exchanges.flatMap((captured) => {
    if (!isBatch(captured)) return [captured];
    return once.has(captured) ? (requestsIn(captured) ?? [captured]) : [];
  });
}

function isBatch({ exchange: { request } }: CapturedExchange): boolean {
  return request.method === 'POST' && /\/(?:\$|%24)batch\/?(?:\?|$)/i.test(request.url);
}

function requestsIn(batch: CapturedExchange): readonly CapturedExchange[] | undefined {
  const { request, outcome, startedAt, endedAt } = batch.exchange;
  const asked = request.body.kind === 'json' ? listOf(membersOf(request.body.value)?.['requests']) : undefined;
  if (asked === undefined || asked.length === 0) return undefined;
  const members = eachMembers(asked);
  const answers = answersIn(outcome);
  const base = request.url.replace(/\/(?:\$|%24)batch.*$/i, '');
  const slices = areInTurn(members) ? members.length : 1;
  const step = (endedAt - startedAt) / slices;
  return members.flatMap((one, index): readonly CapturedExchange[] => {
    const [id, method, url] = [idOf(one), textOf(one['method']), textOf(one['url'])];
    if (id === undefined || method === undefined || url === undefined) return [];
    const whole = /^https?:/i.test(url) ? url : `${base}/${url.replace(/^\/+/, '')}`;
    if (!URL.canParse(whole)) return [];
    const from = slices === 1 ? startedAt : startedAt + index * step;
    const answer = answers?.get(id);
    return [
      {
        ...batch,
        part: id,
        exchange: {
          ...batch.exchange,
          request: { method: method.toUpperCase(), url: whole, ...contentOf(one, request.headers) },
          outcome: answer === undefined ? withoutAnswer(outcome) : outcomeOf(answer),
          startedAt: from,
          endedAt: slices === 1 ? endedAt : from + step,
        },
      },
    ];
  });
}

/** One after the other, each waiting for the one before it; without that, nobody knows in which order they are done. */
function areInTurn(requests: readonly Members[]): boolean {
  return requests.every((one, index) => {
    const before = requests[index - 1];
    return before === undefined || listOf(one['dependsOn'])?.includes(idOf(before)) === true;
  });
}

function idOf({ id }: Members): string | undefined {
  return typeof id === 'number' ? String(id) : textOf(id);
}

/** Who asks is told by the token of the whole. */
function contentOf(request: Members, outer: Headers): { readonly headers: Headers; readonly body: Body } {
  const own = Object.entries(membersOf(request['headers']) ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  const headers = [...outer.filter(([name]) => /^authorization$/i.test(name)), ...own];
  return { headers, body: bodyOf(request['body'], headerValue(own, 'content-type')) };
}

function bodyOf(value: unknown, contentType: string | undefined): Body {
  if (value === undefined || value === null) return { kind: 'empty' };
  return typeof value === 'string' ? readBody(value, contentType) : readBody(JSON.stringify(value), 'application/json');
}

function answersIn(outcome: Outcome): ReadonlyMap<string, Members> | undefined {
  if (outcome.kind === 'transport' || outcome.body.kind !== 'json') return undefined;
  const answers = listOf(membersOf(outcome.body.value)?.['responses']) ?? [];
  return new Map(eachMembers(answers).map((one) => [idOf(one) ?? '', one]));
}

function eachMembers(list: readonly unknown[]): readonly Members[] {
  return list.map(membersOf).filter((one) => one !== undefined);
}

function outcomeOf(answer: Members): Outcome {
  const status = numberOf(answer['status']) ?? 0;
  if (status < 100 || status > 599) return { kind: 'transport', fault: 'reset', detail: 'there was no answer' };
  return { kind: 'response', status, headers: [], body: bodyOf(answer['body'], 'application/json') };
}

function withoutAnswer(outcome: Outcome): Outcome {
  if (outcome.kind === 'transport') return outcome;
  return { kind: 'transport', fault: 'truncated', detail: 'the answer of the $batch says nothing of this request' };
}
