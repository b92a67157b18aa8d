import { apiVersions, operations, routes, type ApiVersion, type Operation, type Route } from '../traffic/operation.ts';
import { Refusal } from './refusal.ts';

/** What a request line addresses. */
export interface Address {
  readonly version: ApiVersion;
  readonly teamId: string;
  /** Present where the route is on a card. */
  readonly cardId: string;
  readonly operation: Operation;
}

const byPlace = new Map<string, ReadonlyMap<string, Operation>>(
  apiVersions.flatMap((version) => [...groupByPlace(version)]),
);

/**
 * Finds the operation. Names of resources and actions match in any case, ids only in theirs; an action may carry its
 * namespace. Sources: concepts/traverse-the-graph.md (case); OData URL conventions (qualified actions).
 */
export function route(method: string, path: string): Address {
  const [version, teams, team, schedule, timeCards, ...rest] = segments(path);
  const knownVersion = apiVersions.find((one) => one === version?.toLowerCase());
  if (knownVersion === undefined) throw notFound('Unknown API version.');
  const collection = [teams, schedule, timeCards].map((name) => name?.toLowerCase()).join('/');
  if (collection !== 'teams/schedule/timecards' || !team || rest.length > 2) throw notFound('Resource not found.');
  const { cardId, offered } = place(knownVersion, rest);
  const operation = offered.get(method);
  if (operation === undefined) {
    throw new Refusal('MethodNotAllowed', `Method ${method} is not allowed here.`, {
      allow: [...offered.keys()].join(', '),
    });
  }
  return { version: knownVersion, teamId: team, cardId, operation };
}

/** The operations at an address by method. An action of the collection wins over a card with its name. */
function place(version: ApiVersion, rest: readonly string[]) {
  const [first, second] = rest;
  if (first === undefined) return { cardId: '', offered: offeredAt(version, 'collection', '') };
  if (second !== undefined) return { cardId: first, offered: offeredAt(version, 'card', unqualified(second)) };
  const bound = byPlace.get(key(version, 'collection', unqualified(first)));
  return bound ? { cardId: '', offered: bound } : { cardId: first, offered: offeredAt(version, 'card', '') };
}

function offeredAt(version: ApiVersion, on: Route['on'], action: string): ReadonlyMap<string, Operation> {
  const offered = byPlace.get(key(version, on, action));
  if (offered === undefined) throw notFound('Resource not found.');
  return offered;
}

function groupByPlace(version: ApiVersion): ReadonlyMap<string, ReadonlyMap<string, Operation>> {
  const places = new Map<string, Map<string, Operation>>();
  for (const operation of operations.filter((one) => routes[one].versions.includes(version))) {
    const { on, action, method } = routes[operation];
    const at = key(version, on, (action ?? '').toLowerCase());
    places.set(at, (places.get(at) ?? new Map<string, Operation>()).set(method, operation));
  }
  return places;
}

function key(version: ApiVersion, on: Route['on'], action: string): string {
  return `${version} ${on} ${action}`;
}

function unqualified(action: string): string {
  return action.toLowerCase().replace(/^microsoft\.graph\./, '');
}

/** Decoded path segments; one slash at the end is let pass. */
function segments(path: string): readonly string[] {
  try {
    return path.replace(/^\//, '').replace(/\/$/, '').split('/').map(decodeURIComponent);
  } catch {
    throw new Refusal('BadRequest', 'The path is not percent-encoded correctly.');
  }
}

function notFound(message: string): Refusal {
  return new Refusal('NotFound', message);
}
