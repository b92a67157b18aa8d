import { headerValue } from '../traffic/headers.ts';
import { isJsonObject, type Json } from '../traffic/json.ts';
import { isNeedlesslyEncoded } from '../traffic/needless-encoding.ts';
import { sameId } from './assertions/assertions.ts';
import type { JudgeContext } from './context.ts';
import type { Entry } from './trace/trace.ts';

/** The members of a body that say whom it is about. */
const people = ['userId', 'onBehalfOfUserId'] as const;

/**
 * What of a request HTTP, URIs or GUIDs leave to its sender, and no page shows, in words: a server may refuse it, though it
 * asks for the same. JSON is left out: what it leaves to its writer means nothing to any reader of JSON.
 */
export function unusualClothes(entry: Entry, context: JudgeContext): readonly string[] {
  const { request } = entry.exchange;
  const type = headerValue(request.headers, 'content-type') ?? '';
  const [path = '', query = ''] = request.url.replace(/^[a-z]+:\/\/[^/?#]*/i, '').split('?');
  const facts: readonly (readonly [string, boolean])[] = [
    ['a body in chunks', headerValue(request.headers, 'transfer-encoding') !== undefined],
    ['a media type with a parameter', /^application\/json\s*;/i.test(type)],
    ['a media type in another letter case', type !== type.toLowerCase() && /^application\/json\b/i.test(type)],
    ['a path that is percent-encoded without need', isNeedlesslyEncoded(path)],
    ['a query with %24 for $', /(?:^|&)%24/.test(query)],
    ['a query with + for a blank', query.includes('+')],
    ['parts with their @odata.type', hasTypedPart(entry.sent ?? null)],
    ['the id of a person in another letter case', people.some((name) => isInOtherCase(entry, name, context))],
  ];
  // A link to a next page is followed as the server wrote it.
  return entry.operation === 'list' && isLink(query) ? [] : facts.flatMap(([words, worn]) => (worn ? [words] : []));
}

function hasTypedPart(value: Json): boolean {
  if (Array.isArray(value)) return (value as readonly Json[]).some(hasTypedPart);
  if (!isJsonObject(value)) return false;
  return Object.hasOwn(value, '@odata.type') || Object.values(value).some(hasTypedPart);
}

function isLink(query: string): boolean {
  return /(?:\$|%24)skiptoken=/i.test(query);
}

function isInOtherCase({ sent, before }: Entry, name: (typeof people)[number], context: JudgeContext): boolean {
  const person = sent?.[name];
  const known: readonly (Json | undefined)[] = [context.callerId, context.onBehalfOfUserId, before?.owner];
  return known.every((one) => one !== person) && known.some((one) => sameId(one, person));
}
