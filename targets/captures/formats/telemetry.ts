import type { Headers } from '../../../traffic/exchange.ts';
import { listOf, membersOf, numberOf, textOf, type Members } from '../members.ts';
import type { KeptBody, KeptExchange } from './as-har-entry.ts';

/**
 * The client spans of HTTP in an export of OpenTelemetry (OTLP as JSON); undefined for anything else. The conventions know no
 * attribute for bodies: some agents write them as `http.request.body` and `http.response.body`, the others leave them out.
 *
 * Source: open-telemetry/opentelemetry-proto 1, examples/trace.json; semantic conventions 1.23 and later, "HTTP client span",
 * and the names before (`http.method`, `http.url`, `http.status_code`)
 */
export function telemetryExchanges(file: Members): readonly KeptExchange[] | undefined {
  const resources = listOf(file['resourceSpans']);
  return resources
    ?.flatMap((one) => listOf(membersOf(one)?.['scopeSpans']) ?? [])
    .flatMap((one) => listOf(membersOf(one)?.['spans']) ?? [])
    .flatMap((one) => exchangeOf(membersOf(one) ?? {}));
}

function exchangeOf(span: Members): readonly KeptExchange[] {
  const attributes = attributesOf(span['attributes']);
  const any = (...names: readonly string[]) =>
    names.map((name) => attributes.get(name)).find((one) => one !== undefined);
  const [method, url] = [any('http.request.method', 'http.method'), any('url.full', 'http.url')];
  const isClient = span['kind'] === 3 || span['kind'] === 'SPAN_KIND_CLIENT';
  if (!isClient || method === undefined || url === undefined) return [];
  const [startedAt, endedAt] = [millisecondsOf(span['startTimeUnixNano']), millisecondsOf(span['endTimeUnixNano'])];
  const status = any('http.response.status_code', 'http.status_code');
  const size = any('http.request.body.size', 'http.request_content_length');
  const mayHaveBody = !['GET', 'HEAD', 'DELETE'].includes(String(method)) && size !== 0 && size !== '0';
  return [
    {
      method,
      url,
      requestHeaders: headersIn(attributes, 'http.request.header.'),
      sent: bodyOf(attributes.get('http.request.body'), mayHaveBody ? 'notKept' : 'none'),
      status: numberOf(Number(status)),
      responseHeaders: headersIn(attributes, 'http.response.header.'),
      came: bodyOf(attributes.get('http.response.body'), 'notKept'),
      startedAt,
      duration: startedAt === undefined || endedAt === undefined ? 0 : Math.max(endedAt - startedAt, 0),
      ...(status === undefined ? { failure: String(any('error.type') ?? 'there was no answer') } : {}),
    },
  ];
}

type Value = string | number | readonly string[];

function attributesOf(list: unknown): ReadonlyMap<string, Value> {
  return new Map(
    (listOf(list) ?? []).flatMap((one) => {
      const attribute = membersOf(one);
      const [key, value] = [textOf(attribute?.['key']), valueOf(membersOf(attribute?.['value']) ?? {})];
      return key === undefined || value === undefined ? [] : [[key, value] as const];
    }),
  );
}

function valueOf({ stringValue, intValue, arrayValue }: Members): Value | undefined {
  if (typeof stringValue === 'string') return stringValue;
  if (typeof intValue === 'string' || typeof intValue === 'number') return Number(intValue);
  return listOf(membersOf(arrayValue)?.['values'])?.flatMap((one) => textOf(membersOf(one)?.['stringValue']) ?? []);
}

function headersIn(attributes: ReadonlyMap<string, Value>, prefix: string): Headers {
  return [...attributes].flatMap(([key, value]) =>
    key.startsWith(prefix)
      ? (Array.isArray(value) ? (value as readonly string[]) : [String(value)]).map(
          (one) => [key.slice(prefix.length), one] as const,
        )
      : [],
  );
}

function bodyOf(value: Value | undefined, absent: 'none' | 'notKept'): KeptBody {
  return typeof value === 'string' ? { kind: 'text', text: value } : { kind: absent };
}

/** A count of nanoseconds, which JSON has as text. */
function millisecondsOf(nanoseconds: unknown): number | undefined {
  const count = Number(nanoseconds);
  return nanoseconds === undefined || Number.isNaN(count) ? undefined : count / 1e6;
}
