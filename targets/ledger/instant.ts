import type { Json } from '../../traffic/json.ts';

const form = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * The instant that a server may have meant, in milliseconds since the epoch; undefined where none can be read. Wider than
 * any document, since it must tell a card from another one and not a right spelling from a wrong one: without an offset it
 * is UTC.
 */
export function meantInstant(value: Json | undefined): number | undefined {
  const match = typeof value === 'string' ? form.exec(value) : null;
  if (match === null) return undefined;
  const [, day, minutes, seconds = '00', fraction = '0', offset = 'Z'] = match;
  const instant = Date.parse(`${day}T${minutes}:${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}${spelled(offset)}`);
  return Number.isNaN(instant) ? undefined : instant;
}

/** Date.parse takes an offset with its colon only. */
function spelled(offset: string): string {
  return offset.toUpperCase().replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
}
