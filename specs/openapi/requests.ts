import type { OpenAPIV3_1 } from 'openapi-types';
import type { ApiVersion } from '../../traffic/operation.ts';
import { approvedLocation } from './approved-location.ts';
import { timeCardProperties } from './resources.ts';
import { nullable, nullableString, ref, type Schemas } from './schema.ts';

/**
 * The request bodies. Nothing is required that no document calls required; names that no document knows are allowed, as
 * documented examples send some.
 */
export function requestSchemas(version: ApiVersion): Schemas {
  const onBehalf = { onBehalfOfUserId: nullableString('The user to clock in on behalf of.') };
  return {
    createRequest: cardRequest('CreateRequest', 'A new time card.', [...setByService, 'state']),
    replaceRequest: cardRequest('ReplaceRequest', 'What a time card shall be.', setByService),
    clockInRequest: actionRequest('ClockInRequest', version, onBehalf),
    clockOutRequest: actionRequest('ClockOutRequest', version),
    startBreakRequest: actionRequest('StartBreakRequest', version),
    endBreakRequest: actionRequest('EndBreakRequest', version),
    ...(version === 'beta' ? { confirmForUserRequest: confirmForUserRequest() } : {}),
  };
}

/**
 * What the service sets itself. A client may send it (the replace example has lastModifiedBy), but no document says what
 * becomes of it, so no test may rely on a refusal of a bad value. The replace example also sends state, to be kept.
 */
const setByService = [
  'id',
  'createdDateTime',
  'createdBy',
  'lastModifiedDateTime',
  'lastModifiedBy',
  'confirmedBy',
  'originalEntry',
];

/** Enum values of a request are not case-sensitive (traverse-the-graph.md); the beta replace example sends `None`. */
const anyCaseFlag = '(?:[Nn]one|[Uu]ser|[Mm]anager)';

function cardRequest(title: string, description: string, readOnly: readonly string[]): OpenAPIV3_1.SchemaObject {
  const confirmedBy = { type: 'string' as const, pattern: `^${anyCaseFlag}(?:,${anyCaseFlag})*$` };
  const properties: Schemas = {
    id: { description: 'The key of the card.', type: 'string' },
    ...timeCardProperties(),
    confirmedBy: nullable(confirmedBy, 'Who confirmed the card.'),
  };
  const marked = Object.entries(properties).map(([name, schema]) => [
    name,
    readOnly.includes(name) ? { ...schema, readOnly: true } : schema,
  ]);
  return { title, description, type: 'object', properties: Object.fromEntries(marked) };
}

function actionRequest(title: string, version: ApiVersion, more: Schemas = {}): OpenAPIV3_1.SchemaObject {
  return {
    title,
    type: 'object',
    properties: {
      ...approvedLocation(version, 'action'),
      notes: nullable(ref('itemBody'), 'Notes for the event that the call makes.'),
      ...more,
    },
  };
}

function confirmForUserRequest(): OpenAPIV3_1.SchemaObject {
  return {
    title: 'ConfirmForUserRequest',
    type: 'object',
    required: ['userId'],
    properties: { userId: { description: 'The user who confirms the card.', type: 'string' } },
  };
}
