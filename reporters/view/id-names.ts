import type { Exchange } from '../../traffic/exchange.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import { locate } from '../../traffic/location.ts';
import { isNeedlesslyEncoded } from '../../traffic/needless-encoding.ts';
import type { RunHeader } from '../../results/line.ts';

/** Short names, such as `{card}`, for the ids in one stretch of traffic. */
export type Names = ReadonlyMap<string, string>;

/** Names the team, the user and, in order of appearance, every card that the exchanges speak of. */
export function namesOf(exchanges: readonly Exchange[], header: RunHeader): Names {
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  const add = (id: string | undefined, name: string): void => {
    if (id === undefined || id === '' || names.has(id)) return;
    const number = (taken.get(name) ?? 0) + 1;
    taken.set(name, number);
    names.set(id, number === 1 ? `{${name}}` : `{${name}${number}}`);
  };
  add(header.teamId, 'team');
  add(header.userId, 'user');
  for (const exchange of exchanges) {
    const location = locate(exchange.request.method, exchange.request.url);
    add(location?.teamId, 'otherTeam');
    add(location?.cardId, 'card');
    add(madeCard(exchange), 'card');
  }
  return names;
}

/** The id of the card that an exchange brought into being, if it says one. */
export function madeCard({ operation, outcome }: Exchange): string | undefined {
  if (operation !== 'create' && operation !== 'clockIn') return undefined;
  if (outcome.kind !== 'response' || outcome.status >= 300 || outcome.body.kind !== 'json') return undefined;
  const { value } = outcome.body;
  const id = isJsonObject(value) ? value['id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** A URL with its ids named and without the part that is the same in every request of the run. */
export function namedUrl(url: string, header: RunHeader, names: Names): string {
  const base = `${header.target.baseUrl.replace(/\/+$/, '')}/${header.apiVersion}/`;
  const short = url.startsWith(base) ? url.slice(base.length) : url;
  const [path = '', ...query] = short.split('?');
  const named = path.split('/').map((segment) => nameOf(segment, names));
  return [named.join('/'), ...query].join('?');
}

/** An id that is percent-encoded without need is said to be: that may be what the request is about. */
function nameOf(segment: string, names: Names): string {
  const id = decode(segment);
  const name = names.get(id);
  if (name === undefined) return segment;
  return isNeedlesslyEncoded(segment) ? name.replace('}', ', percent-encoded}') : name;
}

/** A JSON value with every string that is a known id replaced by its name. */
export function namedJson(value: Json, names: Names): Json {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((element) => namedJson(element, names));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, namedJson(member, names)]));
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
