import { isJsonObject, type Json } from '../../traffic/json.ts';
import { isMadeUp } from '../../traffic/made-up.ts';
import { operations, routes, type ApiVersion } from '../../traffic/operation.ts';
import type { People } from '../target.ts';
import type { WireRequest } from '../wire.ts';
import { isAddressable } from './addressable.ts';

/** A request that could have changed what is not ours was stopped before it reached the network. */
export class ForbiddenWrite extends Error {
  override readonly name = 'ForbiddenWrite';

  constructor({ method, url }: WireRequest, why: string) {
    super(`refused to send ${method} ${url}: ${why}`);
  }
}

/** Whose time cards may be written to. */
export interface Premises {
  /** Without the version. */
  readonly baseUrl: string;
  readonly apiVersion: ApiVersion;
  readonly people: People;
}

/** Actions by where they stand, in lower case. */
const actionsOn = (on: 'card' | 'collection'): ReadonlySet<string> =>
  new Set(operations.flatMap((name) => (routes[name].on === on ? (routes[name].action?.toLowerCase() ?? []) : [])));
const onCard = actionsOn('card');
const onCollection = actionsOn('collection');

/**
 * The last look at a request before it goes out, as it goes out: a write may go to the team's collection, to an action that
 * makes a card, or to exactly one card that is ours or that never was, and may speak of no other card, and of no user but those
 * that were named.
 *
 * @param isOurs true for the id of a card that may be written to
 * @throws ForbiddenWrite
 */
export function guardWrite(request: WireRequest, premises: Premises, isOurs: (id: string) => boolean): void {
  if (request.method === 'GET') return;
  const why =
    whyNotThere(request, premises, isOurs) ?? whyNotThat(request, isOurs) ?? whyNotThem(request, premises.people);
  if (why !== undefined) throw new ForbiddenWrite(request, why);
}

function whyNotThere(
  { method, url }: WireRequest,
  { baseUrl, apiVersion, people }: Premises,
  isOurs: (id: string) => boolean,
): string | undefined {
  const root = `${new URL(baseUrl).href.replace(/\/$/, '')}/${apiVersion}/teams/`;
  if (!url.startsWith(root)) return 'it lies outside of the teams below the base URL';
  const [team = '', schedule, cards, first, second, ...rest] = url.slice(root.length).split('/');
  const teamId = idIn(team);
  if (teamId === undefined || !(isMadeUp(teamId) || teamId === people.teamId || teamId === people.otherTeamId))
    return 'it is another team';
  if (schedule !== 'schedule' || cards?.toLowerCase() !== 'timecards' || rest.length > 0)
    return 'it is not the collection of time cards, nor below it';
  if (first === undefined) return method === 'POST' || method === 'PUT' ? undefined : 'it is the whole collection';
  if (second === undefined && onCollection.has(actionIn(first)))
    return method === 'POST' ? undefined : 'an action takes POST only';
  const id = idIn(first);
  if (id === undefined) return 'the id does not name its card exactly';
  if (!isOurs(id) && !isMadeUp(id)) return `this run did not make the card ${id}`;
  if (second === undefined) return ['PUT', 'PATCH', 'DELETE'].includes(method) ? undefined : 'no page documents it';
  return method === 'POST' && onCard.has(actionIn(second)) ? undefined : 'no page documents such an action';
}

/** A server may take the id in the body for that of the card which is to be written. */
function whyNotThat({ text = '' }: WireRequest, isOurs: (id: string) => boolean): string | undefined {
  const id = idInBody(text);
  return id === undefined || isOurs(id) || isMadeUp(id)
    ? undefined
    : `its body speaks of the card ${id}, which this run did not make`;
}

function idInBody(text: string): string | undefined {
  try {
    const body = JSON.parse(text) as Json;
    return isJsonObject(body) && typeof body['id'] === 'string' ? body['id'] : undefined;
  } catch {
    return undefined;
  }
}

/** The id that a segment of a path stands for, where nothing in it can be read otherwise: it is percent-encoded, or needs not be. */
function idIn(segment: string): string | undefined {
  try {
    const id = decodeURIComponent(segment);
    return isAddressable(id) && /^(?:[\w\-.!~*'()]|%[\da-f]{2})+$/i.test(segment) ? id : undefined;
  } catch {
    return undefined;
  }
}

function actionIn(segment: string): string {
  return segment.toLowerCase().replace(/^microsoft\.graph\./, '');
}

const userNames: ReadonlySet<string> = new Set(['userid', 'onbehalfofuserid']);

function whyNotThem({ headers, text }: WireRequest, { callerId, onBehalfOfUserId }: People): string | undefined {
  const named = new Set([callerId, onBehalfOfUserId].map((id) => id?.toLowerCase()));
  const actingAs = headers.flatMap(([name, value]) => (name.toLowerCase() === 'ms-app-acts-as' ? [value] : []));
  const stranger = [...actingAs, ...usersIn(text ?? '')].find(
    (id) => id !== '' && !named.has(id.toLowerCase()) && !isMadeUp(id),
  );
  return stranger === undefined ? undefined : `it speaks of the user ${stranger}, whom nobody named`;
}

function usersIn(text: string): readonly string[] {
  try {
    return usersWithin(JSON.parse(text) as Json);
  } catch {
    // What is no JSON on purpose may be read by somebody all the same.
    return [...text.matchAll(/["'](?:userId|onBehalfOfUserId)["']\s*:\s*["']([^"']*)["']/gi)].map(([, id = '']) => id);
  }
}

function usersWithin(value: Json): readonly string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(usersWithin);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    userNames.has(name.toLowerCase()) && typeof member === 'string' ? [member] : usersWithin(member),
  );
}
