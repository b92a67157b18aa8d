import type { SchemaName } from '../schemas/schema-name.ts';
import type { Operation } from '../traffic/operation.ts';

const names: Readonly<Partial<Record<Operation, SchemaName>>> = {
  create: 'createRequest',
  replace: 'replaceRequest',
  clockIn: 'clockInRequest',
  clockOut: 'clockOutRequest',
  startBreak: 'startBreakRequest',
  endBreak: 'endBreakRequest',
  confirmForUser: 'confirmForUserRequest',
};

/** The schema of an operation's request body; undefined for operations without one. */
export function requestSchema(operation: Operation): SchemaName | undefined {
  return names[operation];
}
