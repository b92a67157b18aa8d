/** The API versions that Microsoft Graph publishes side by side. */
export const apiVersions = ['v1.0', 'beta'] as const;
export type ApiVersion = (typeof apiVersions)[number];

/** Every documented operation on a time card, by the name that its page uses. */
export const operations = [
  'list',
  'get',
  'create',
  'replace',
  'delete',
  'clockIn',
  'clockOut',
  'startBreak',
  'endBreak',
  'confirm',
  'confirmForUser',
] as const;
export type Operation = (typeof operations)[number];

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** How one operation is called, and what its page says a success answers. */
export interface Route {
  readonly method: Method;
  /** What the URL addresses: the collection, one card, or an action bound to either. */
  readonly on: 'collection' | 'card';
  /** The action segment after the address, as the page's template spells it. */
  readonly action?: string;
  /** The documented status code of success. */
  readonly success: 200 | 201 | 204;
  readonly versions: readonly ApiVersion[];
  /** Whether the page documents a request body. */
  readonly body: boolean;
}

/**
 * The documented routes below `/teams/{teamId}/schedule/timeCards`.
 * Source: "HTTP request" and "Response" of each operation's page, v1.0 (2025-01-17) and beta.
 */
export const routes: Readonly<Record<Operation, Route>> = {
  list: { method: 'GET', on: 'collection', success: 200, versions: apiVersions, body: false },
  get: { method: 'GET', on: 'card', success: 200, versions: apiVersions, body: false },
  create: { method: 'POST', on: 'collection', success: 201, versions: apiVersions, body: true },
  replace: { method: 'PUT', on: 'card', success: 204, versions: apiVersions, body: true },
  delete: { method: 'DELETE', on: 'card', success: 204, versions: apiVersions, body: false },
  clockIn: { method: 'POST', on: 'collection', action: 'clockIn', success: 201, versions: apiVersions, body: true },
  clockOut: { method: 'POST', on: 'card', action: 'clockOut', success: 204, versions: apiVersions, body: true },
  startBreak: { method: 'POST', on: 'card', action: 'startBreak', success: 204, versions: apiVersions, body: true },
  endBreak: { method: 'POST', on: 'card', action: 'endBreak', success: 204, versions: apiVersions, body: true },
  confirm: { method: 'POST', on: 'card', action: 'confirm', success: 204, versions: apiVersions, body: false },
  confirmForUser: {
    method: 'POST',
    on: 'card',
    action: 'confirmForUser',
    success: 200,
    versions: ['beta'],
    body: true,
  },
};

/** True for operations that change what the server holds. */
export function isWrite(operation: Operation): boolean {
  return routes[operation].method !== 'GET';
}
