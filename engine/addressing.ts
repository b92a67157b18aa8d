import { routes, type Method } from '../specs/operation.ts';
import type { Step } from './case.ts';

/** The path below the version that a step asks for. Source: "HTTP request" of each page. */
export function pathOf(step: Step, teamId: string, cardId: string | undefined): string {
  const route = routes[step.operation];
  const lower = step.letterCase === 'names';
  const collection = `/teams/${encodeURIComponent(teamId)}/schedule/${lower ? 'timecards' : 'timeCards'}`;
  const namespace = step.qualified === true ? 'microsoft.graph.' : '';
  const id = step.letterCase === 'id' ? cardId?.toUpperCase() : cardId;
  const card = route.on === 'card' && id !== undefined ? `/${encodeURIComponent(id)}` : '';
  const action = route.action === undefined ? '' : `/${namespace}${lower ? route.action.toLowerCase() : route.action}`;
  return `${collection}${card}${action}${step.query === undefined ? '' : `?${step.query}`}`;
}

/** False for an id that no URL can hold: half of a surrogate pair has no encoding, and what is sent in its place is another id. */
export function isAddressable(id: string): boolean {
  return !/\p{Surrogate}/u.test(id);
}

export function methodOf(step: Step): Method {
  return step.method ?? routes[step.operation].method;
}
