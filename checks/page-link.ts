import type { Json } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';

/** The link to the next page in an answer, if there is one. */
export function linkIn(answer: Json | undefined): string | undefined {
  const link = at(answer, '/@odata.nextLink');
  return typeof link === 'string' ? link : undefined;
}

/** A URL as it can be compared: a client may write a link a little differently, for example with %24 for $. */
export function comparableUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const { href } = new URL(url);
  return href.replaceAll('%24', '$').replaceAll('%20', '+');
}
