import { isValid } from '../../schemas/validators.ts';
import type { Exchange, Intent } from '../../traffic/exchange.ts';
import { headerValue } from '../../traffic/headers.ts';
import { locate } from '../../traffic/location.ts';
import type { ApiVersion } from '../../traffic/operation.ts';
import type { CapturedExchange } from '../../targets/captures/capture.ts';
import { requestSchema } from '../request-schema.ts';
import { hasNamesInOtherCase } from './letter-case.ts';
import { ticksOverlap, type Ticks } from './ticks.ts';

/**
 * The exchanges with what their times and their form show of why they are hard to judge: that one overlapped a write, so
 * that nobody knows which came first, or that it is not as the documents have it, so that they say nothing of its answer.
 */
export function withAssumedIntents(
  captured: readonly CapturedExchange[],
  version: ApiVersion,
  ticks: Ticks,
): readonly Exchange[] {
  const partners = partnersOf(
    captured.map(({ exchange }) => exchange),
    ticks,
  );
  return captured.map(({ exchange, bodyUnknown }) => {
    const partner = partners.get(exchange.sequence);
    const defect = bodyUnknown === true ? 'unknown' : defectOf(exchange, version);
    if (partner === undefined && defect === undefined) return exchange;
    const intent: Intent = {
      phase: defect === undefined ? 'races' : 'refusals',
      case: 'captured',
      step: stepOf(exchange),
      ...(defect === undefined ? {} : { mutation: { pointer: '', keyword: defect, controlOf: '' } }),
      ...(partner === undefined ? {} : { overlaps: stepOf(partner) }),
    };
    return { ...exchange, intent };
  });
}

function stepOf({ entry, sequence }: Exchange): string {
  return `entry ${entry ?? sequence}`;
}

/** For each exchange that was under way together with another, where one of both may write, that other one. */
function partnersOf(exchanges: readonly Exchange[], ticks: Ticks): ReadonlyMap<number, Exchange> {
  const partners = new Map<number, Exchange>();
  let open: Exchange[] = [];
  for (const exchange of exchanges) {
    open = open.filter((earlier) => ticksOverlap(earlier, exchange, ticks));
    for (const earlier of open) {
      if (isRead(earlier) && isRead(exchange)) continue;
      if (!partners.has(earlier.sequence)) partners.set(earlier.sequence, exchange);
      if (!partners.has(exchange.sequence)) partners.set(exchange.sequence, earlier);
    }
    open.push(exchange);
  }
  return partners;
}

function isRead({ request: { method } }: Exchange): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

/** What is not as documented about a request, by the keyword that a deliberate defect of the kind has. */
function defectOf({ request: { method, url, headers, body } }: Exchange, version: ApiVersion): string | undefined {
  const operation = locate(method, url)?.operation;
  const schema = operation === undefined || operation === 'unknown' ? undefined : requestSchema(operation);
  if (body.kind === 'empty' || schema === undefined) return undefined;
  const type = headerValue(headers, 'content-type');
  if (type !== undefined && !/[/+]json\b/i.test(type)) return 'unsupported';
  if (body.kind !== 'json') return 'malformed';
  if (schema === 'confirmForUserRequest' && version !== 'beta') return undefined;
  if (hasNamesInOtherCase(body.value, version, schema)) return 'letterCase';
  return isValid(version, schema, body.value) ? undefined : 'type';
}
