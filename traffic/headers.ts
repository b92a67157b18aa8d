import type { Headers } from './exchange.ts';

/** The value of a header, its name (given in lower case) matched without regard to case; the first of repeated ones. */
export function headerValue(headers: Headers, name: string): string | undefined {
  return headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1];
}
