import { apiVersions, operations, routes, type ApiVersion, type Operation } from './operation.ts';

/** What a URL addresses in the timeCard API. */
export interface Location {
  /** Absent where the URL names no known version. */
  readonly version?: ApiVersion;
  readonly teamId: string;
  readonly cardId?: string;
  readonly operation: Operation | 'unknown';
  /** The raw query string without the question mark; empty if there is none. */
  readonly query: string;
}

const pattern =
  /^(.*?)\/(?:teams|groups|(?:me|users\/[^/]+)\/joinedTeams)\/([^/]+)(?:\/team)?\/schedule\/timecards(?:\/([^/]+))?(?:\/([^/]+))?\/?$/i;

/**
 * Finds the timeCard operation that a request addresses, or undefined for any other resource.
 * Resource and action names are matched without regard to case (concepts/traverse-the-graph, note), and actions may be
 * namespace-qualified (`microsoft.graph.clockOut`) by the rules of OData.
 */
export function locate(method: string, url: string): Location | undefined {
  let ofMethod = kept.get(method);
  if (ofMethod === undefined || ofMethod.size >= mostKept) kept.set(method, (ofMethod = new Map()));
  const known = ofMethod.get(url);
  if (known !== undefined || ofMethod.has(url)) return known;
  const location = locationOf(method, url);
  ofMethod.set(url, location);
  return location;
}

/** Dozens ask for the place of the same request, one after the other. So many URLs are kept for each method. */
const mostKept = 1000;
const kept = new Map<string, Map<string, Location | undefined>>();

function locationOf(method: string, url: string): Location | undefined {
  const mark = url.indexOf('?');
  const path = url.slice(0, mark === -1 ? undefined : mark).replace(/^[a-z]+:\/\/[^/]+/i, '');
  const match = pattern.exec(plainPath(path));
  if (match === null) return undefined;
  const [, before = '', teamId = '', first, second] = match;
  const collectionAction = second === undefined ? actionNamed(first, 'collection') : undefined;
  const cardId = collectionAction === undefined ? first : undefined;
  const version = apiVersions.find((candidate) => before.toLowerCase().endsWith(`/${candidate}`));
  return {
    ...(version === undefined ? {} : { version }),
    teamId: decode(teamId),
    ...(cardId === undefined ? {} : { cardId: decode(cardId) }),
    operation: operationOf(method, cardId !== undefined, collectionAction === undefined ? second : first),
    query: mark === -1 ? '' : url.slice(mark + 1),
  };
}

const key = /(?:\(|%28)(?:'|%27)(.*?)(?:'|%27)(?:\)|%29)/gi;

const unusual = /\/{2}|\(|%28/;

/** A path with its keys as segments: OData writes `teams('id')` for `teams/id`. A slash before the collection may be doubled. */
export function plainPath(path: string): string {
  if (!unusual.test(path)) return path;
  return path.replaceAll(/\/{2,}(?=.*\/timecards)/gi, '/').replaceAll(key, '/$1');
}

function operationOf(method: string, onCard: boolean, action: string | undefined): Operation | 'unknown' {
  const on = onCard ? 'card' : 'collection';
  if (action !== undefined) {
    const named = actionNamed(action, on);
    return named !== undefined && routes[named].method === method ? named : 'unknown';
  }
  const found = operations.find((operation) => {
    const route = routes[operation];
    return route.action === undefined && route.on === on && route.method === method;
  });
  return found ?? 'unknown';
}

function actionNamed(segment: string | undefined, on: 'collection' | 'card'): Operation | undefined {
  if (segment === undefined) return undefined;
  const name = segment.toLowerCase().replace(/^microsoft\.graph\./, '');
  return operations.find((operation) => {
    const route = routes[operation];
    return route.action?.toLowerCase() === name && route.on === on;
  });
}

function decode(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
