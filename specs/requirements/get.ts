import { apiVersions } from '../operation.ts';
import type { RequirementRow } from '../requirement.ts';
import { cite } from './cite.ts';

/** Reading one card. */
export const getRows = [
  {
    id: 'TC-GET-001',
    level: 'MUST',
    provenance: 'documented',
    versions: apiVersions,
    operations: ['get'],
    statement: 'get answers 200 with the timeCard of that id.',
    sources: [
      cite('v1-get', 'Response', '"200 OK" and a timeCard object; the example repeats the id of the URL.'),
      cite('beta-get', 'Response', '"200 OK" and a timeCard object; the example repeats the id of the URL.'),
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-GET-002',
    level: 'MUST',
    provenance: 'documented',
    versions: apiVersions,
    operations: ['get'],
    statement: 'get on an unknown id is refused with 404.',
    sources: [cite('errors', 'HTTP status codes, 404', 'The requested resource doesn’t exist.')],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-GET-003',
    level: 'OBSERVE',
    provenance: 'documented',
    versions: apiVersions,
    operations: ['get'],
    statement: 'get does not support query options; report whether they are ignored or refused.',
    sources: [
      cite('v1-get', 'Optional query parameters', '"This method doesn’t support OData query parameters".'),
      cite('beta-get', 'Optional query parameters', 'The same.'),
      cite('sdk-python', 'time_card item', 'get offers $select and $expand.'),
    ],
    contradictions: ['C23'],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-GET-004',
    level: 'MUST',
    provenance: 'inferred',
    versions: apiVersions,
    operations: ['get'],
    statement: 'A card cannot be read under another team: refused with 404, or 403.',
    sources: [
      cite(
        'csdl',
        'EntityType schedule',
        'timeCards has ContainsTarget="true": a card belongs to the schedule of one team.',
      ),
      cite('errors', 'HTTP status codes, 403 and 404', 'Access is denied; the requested resource doesn’t exist.'),
    ],
    contradictions: [],
    binds: 'server',
    needs: ['otherTeam'],
    derivation: 'A contained card has no place in the schedule of another team, so the URL names nothing there.',
  },
  {
    id: 'TC-GET-005',
    level: 'MUST',
    provenance: 'documented',
    versions: apiVersions,
    operations: ['get'],
    statement: 'A client sends no body and no query options with get.',
    sources: [
      cite('v1-get', 'Request body', 'None: the method takes no body.'),
      cite('v1-get', 'Optional query parameters', '"This method doesn’t support OData query parameters".'),
      cite('beta-get', 'Optional query parameters', 'The same.'),
    ],
    contradictions: ['C23'],
    binds: 'client',
    needs: [],
  },
] as const satisfies readonly RequirementRow[];
