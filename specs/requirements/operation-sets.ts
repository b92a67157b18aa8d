import { isWrite, operations, routes, type Operation } from '../../traffic/operation.ts';

/** Whose success answers with a body. */
export const answeringWithBody: readonly Operation[] = operations.filter(
  (operation) => routes[operation].success !== 204,
);

/** Whose success answers 204. */
export const answeringWithoutBody: readonly Operation[] = operations.filter(
  (operation) => routes[operation].success === 204,
);

/** Whose page documents a request body. */
export const takingBody: readonly Operation[] = operations.filter((operation) => routes[operation].body);

/** Those that change a card, but for confirmForUser, whose permissions differ. */
export const delegatedWrites: readonly Operation[] = operations.filter(
  (operation) => isWrite(operation) && operation !== 'confirmForUser',
);
