import type { Headers } from '../../traffic/exchange.ts';

/** A JSON object of which nothing is known yet. */
export type Members = Readonly<Record<string, unknown>>;

export function membersOf(value: unknown): Members | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/**
 * Headers as a list of objects or of pairs; what is none is left out, as are the pseudo-headers of HTTP/2, which no
 * server or client writes itself.
 */
export function headersOf(value: unknown): Headers {
  return (listOf(value) ?? []).flatMap((one) => {
    const [name, content] = Array.isArray(one)
      ? [textOf(one[0]), textOf(one[1])]
      : [textOf(membersOf(one)?.['name']), textOf(membersOf(one)?.['value'])];
    return name === undefined || name === '' || name.startsWith(':') || content === undefined
      ? []
      : [pairOf(name, content)];
  });
}

/** So many are held once, however often they come: most headers of one server are always the same. */
const mostPairs = 500;
const pairs = new Map<string, Headers[number]>();

function pairOf(name: string, value: string): Headers[number] {
  const key = `${name}\n${value}`;
  const known = pairs.get(key);
  if (known !== undefined) return known;
  const pair = [name, value] as const;
  const [oldest] = pairs.keys();
  if (pairs.size >= mostPairs && oldest !== undefined) pairs.delete(oldest);
  pairs.set(key, pair);
  return pair;
}
