import type { ApiVersion } from '../traffic/operation.ts';

/** The schemas that are published, each as a file of its own, for both versions. */
const commonSchemaNames = [
  'timeCard',
  'timeCardEvent',
  'timeCardBreak',
  'timeCardEntry',
  'itemBody',
  'identitySet',
  'error',
  'timeCardCollection',
  'createRequest',
  'replaceRequest',
  'clockInRequest',
  'clockOutRequest',
  'startBreakRequest',
  'endBreakRequest',
] as const;

/** The name of a JSON Schema; `confirmForUserRequest` exists in beta only. */
export type SchemaName = (typeof commonSchemaNames)[number] | 'confirmForUserRequest';

/** The names that a version has. */
export const schemaNames: Readonly<Record<ApiVersion, readonly SchemaName[]>> = {
  'v1.0': commonSchemaNames,
  beta: [...commonSchemaNames, 'confirmForUserRequest'],
};
