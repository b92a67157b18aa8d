import type { Operation } from '../traffic/operation.ts';

/** The states of a time card (timeCardState in the CSDL), and `gone` for a deleted one. */
export const cardStates = ['clockedIn', 'onBreak', 'clockedOut', 'gone'] as const;
export type LifeState = (typeof cardStates)[number];

/**
 * What the documents say about an operation on a card in a state: it must succeed and lead to `to`, it must be refused,
 * or nothing is documented, so that every outcome is allowed.
 */
export type Allowed =
  | { readonly kind: 'succeeds'; readonly to: LifeState }
  | { readonly kind: 'refused' }
  | { readonly kind: 'undocumented' };

const undocumented: Allowed = { kind: 'undocumented' };

/**
 * The documented life of one card. Source: states of the timeCard resource (v1.0), the pages of the actions, and the
 * examples of one card in beta (clockIn, then get after clockOut). Everything else is left open by the documents:
 * clockOut of a closed card, clockOut during a break, breaks on a closed card …
 *
 * replace and confirm name no state. Their examples show closed cards, which stay closed: the replaced one is sent with both
 * events, the confirmed one is read later on (beta get, beta confirmForUser). Of open cards nothing is said.
 */
export function allowed(state: LifeState, operation: Operation): Allowed {
  if (state === 'gone')
    return operation === 'list' || operation === 'create' || operation === 'clockIn'
      ? undocumented
      : { kind: 'refused' };
  switch (operation) {
    case 'get':
      return { kind: 'succeeds', to: state };
    case 'delete':
      return { kind: 'succeeds', to: 'gone' };
    case 'clockOut':
      return state === 'clockedIn' ? { kind: 'succeeds', to: 'clockedOut' } : undocumented;
    case 'startBreak':
      return state === 'clockedIn' ? { kind: 'succeeds', to: 'onBreak' } : undocumented;
    case 'endBreak':
      return state === 'onBreak' ? { kind: 'succeeds', to: 'clockedIn' } : undocumented;
    case 'replace':
    case 'confirm':
    case 'confirmForUser':
      return state === 'clockedOut' ? { kind: 'succeeds', to: 'clockedOut' } : undocumented;
    case 'list':
    case 'create':
    case 'clockIn':
      return undocumented;
  }
}
