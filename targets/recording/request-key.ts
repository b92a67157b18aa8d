import type { Headers } from '../../traffic/exchange.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import type { Interaction } from './format.ts';

type Request = Interaction['request'];

/** The same for requests that are the same to the last byte, however their headers are ordered and capitalised. */
export function requestKey({ method, url, headers, text }: Request): string {
  return `${method} ${url}\n${headersOf(headers).join('\n')}\n${text === undefined ? '' : `=${text}`}`;
}

/** The same for requests whose JSON says the same, in whatever order a formatter has put the names of its members. */
export function meaningOf(request: Request): string {
  const { text } = request;
  return requestKey({ ...request, text: text === undefined ? undefined : inOrder(text) });
}

function inOrder(text: string): string {
  try {
    return /^\s*[[{]/.test(text) ? JSON.stringify(sorted(JSON.parse(text) as Json)) : text;
  } catch {
    return text;
  }
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sorted);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

function headersOf(headers: Headers): readonly string[] {
  return headers.map(([name, value]) => `${name.toLowerCase()}: ${value}`).toSorted();
}

/** The first thing in which a request is another than the recorded one, as the end of a sentence. */
export function differenceBetween(asked: Request, recorded: Request): string {
  const was = `${recorded.method} ${recorded.url}`;
  if (`${asked.method} ${asked.url}` !== was) return `that was ${was}`;
  const [askedHeaders, recordedHeaders] = [headersOf(asked.headers), headersOf(recorded.headers)];
  const added = askedHeaders.find((header) => !recordedHeaders.includes(header));
  const missing = recordedHeaders.find((header) => !askedHeaders.includes(header));
  if (added !== undefined || missing !== undefined)
    return `its header is ${added ?? 'absent'}, and was ${missing ?? 'absent'}`;
  return `its body is ${excerpt(asked.text, recorded.text)}, and was ${excerpt(recorded.text, asked.text)}`;
}

/** What is shown of a text on both sides of the first place in which it is another. */
const [shownBefore, shownAfter] = [20, 60];

function excerpt(text: string | undefined, other: string | undefined): string {
  if (text === undefined) return 'absent';
  let place = 0;
  while (place < text.length && text[place] === other?.[place]) place += 1;
  const from = Math.max(place - shownBefore, 0);
  const part = text.slice(from, place + shownAfter);
  return `${from > 0 ? '…' : ''}${part}${place + shownAfter < text.length ? '…' : ''}` || 'empty';
}
