import { isJsonObject, type Json, type JsonObject } from '../specs/json.ts';
import type { Forward, PassingAnswer, PassingRequest, Variation } from './variant-server.ts';

/*
 * Variations of what a server holds and lists: pages, other people's cards, several open cards, and reads that lag.
 */

function isList({ method, url }: PassingRequest): boolean {
  return method === 'GET' && /\/timeCards(\?|$)/i.test(url);
}

function itemsOf({ body }: PassingAnswer): readonly Json[] {
  return isJsonObject(body) ? (body['value'] as readonly Json[]) : [];
}

function withItems(answer: PassingAnswer, items: readonly Json[]): PassingAnswer {
  return { ...answer, body: { ...(isJsonObject(answer.body) ? answer.body : {}), value: items } };
}

/** Two items at most on a page, and every second list begins with an empty page that leads on. */
export const shortPages = (): Variation => {
  let lists = 0;
  return async (request, forward) => {
    if (!isList(request)) return forward(request);
    const [path = '', query = ''] = request.url.split('?');
    const options = query.split('&').filter((option) => option !== '');
    const isFirst = !options.some((option) => /^(\$skiptoken|after)=/i.test(option));
    const others = options.filter((option) => !/^(\$top|after)=/i.test(option));
    const top = options.includes('$top=1') ? 1 : 2;
    const answer = await forward({ ...request, url: `${path}?${[`$top=${top}`, ...others].join('&')}` });
    if (answer.status !== 200 || !isFirst || (lists += 1) % 2 === 0) return { ...answer };
    const link = `http://${request.headers['host'] ?? ''}${path}?${[...options, 'after=nothing'].join('&')}`;
    return { ...answer, body: { '@odata.nextLink': link, value: [] } };
  };
};

/** Cards of somebody whom the run does not know, one of them open, in every list. */
export const othersInLists = (): Variation => async (request, forward) => {
  const answer = await forward(request);
  if (!isList(request) || answer.status !== 200 || request.url.includes('$top=1')) return answer;
  const others = [foreignCard('clockedOut', 1), foreignCard('clockedIn', 2)];
  const closedOnly = request.url.includes('clockedOut');
  return withItems(answer, [...(closedOnly ? others.slice(0, 1) : others), ...itemsOf(answer)]);
};

function foreignCard(state: 'clockedIn' | 'clockedOut', number: number): JsonObject {
  const dateTime = '2025-01-06T08:00:00.000Z';
  const event = { dateTime, isAtApprovedLocation: null, notes: null };
  const entry = { clockInEvent: event, clockOutEvent: state === 'clockedIn' ? null : event, breaks: [] };
  const by = {
    application: null,
    device: null,
    user: { id: '11111111-2222-4333-8444-555555555555', displayName: 'Somebody else' },
  };
  return {
    id: `TCK_00000000-0000-4000-8000-00000000000${number}`,
    createdDateTime: dateTime,
    lastModifiedDateTime: dateTime,
    userId: by.user.id,
    state,
    confirmedBy: 'none',
    notes: null,
    ...entry,
    originalEntry: entry,
    createdBy: by,
    lastModifiedBy: by,
  };
}

/** A user's second open card is kept in the other team, where the reference server allows one more. */
export function severalOpenCards(teamId: string, otherTeamId: string): Variation {
  const elsewhere = new Set<string>();
  const moved = (request: PassingRequest) => ({ ...request, url: request.url.replace(teamId, otherTeamId) });
  return async (request, forward) => {
    if (elsewhere.has(idIn(request))) return { ...(await forward(moved(request))) };
    const answer = await forward(request);
    if (answer.status === 409 && /\/clockIn$/i.test(request.url)) {
      const second = await forward(moved(request));
      if (isJsonObject(second.body)) elsewhere.add(String(second.body['id']));
      return { ...second };
    }
    if (!isList(request) || answer.status !== 200) return answer;
    return withItems(answer, [...itemsOf(answer), ...itemsOf(await forward(moved(request)))]);
  };
}

function idIn({ url }: PassingRequest): string {
  return /\/timecards\/([^/?]+)/i.exec(url)?.[1] ?? '';
}

function collectionIn(url: string): string {
  return url.toLowerCase().replace(/(?<=\/timecards).*$/, '');
}

/** Reads show what was there some time ago; writes work on what is there now. */
export function lagging(milliseconds: number): Variation {
  let past: readonly { readonly time: number; readonly collection: string; readonly cards: readonly Json[] }[] = [];
  const remember = async ({ url, headers }: PassingRequest, forward: Forward): Promise<void> => {
    const all = url.replace(/(?<=\/timecards).*$/i, '?$top=1000');
    const cards = itemsOf(await forward({ method: 'GET', url: all, headers, text: '' }));
    past = [...past.slice(-100), { time: performance.now(), collection: collectionIn(url), cards }];
  };
  return async (request, forward) => {
    const answer = await forward(request);
    if (request.method !== 'GET') {
      if (answer.status < 300) await remember(request, forward);
      return { ...answer };
    }
    const until = performance.now() - milliseconds;
    const asked = collectionIn(request.url);
    const { cards = [] } = past.findLast(({ time, collection }) => collection === asked && time <= until) ?? {};
    if (isList(request)) return answer.status !== 200 || request.url.includes('?') ? answer : withItems(answer, cards);
    if (answer.status !== 200 && answer.status !== 404) return answer;
    const card = cards.find((one) => isJsonObject(one) && one['id'] === idIn(request));
    // A card that is not there yet is answered as the reference server answers for one that never was.
    return card === undefined
      ? { ...(await forward({ ...request, url: request.url.replace(idIn(request), 'TCK_later') })) }
      : { ...answer, status: 200, body: card };
  };
}
