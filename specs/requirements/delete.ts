import { apiVersions } from '../operation.ts';
import type { RequirementRow } from '../requirement.ts';
import { cite } from './cite.ts';

/** Taking a card away. */
export const deleteRows = [
  {
    id: 'TC-DELETE-001',
    level: 'MUST',
    provenance: 'documented',
    versions: apiVersions,
    operations: ['delete'],
    statement: 'delete answers 204 No Content.',
    sources: [
      cite('v1-delete', 'Response', '"204 No Content"; so does the example.'),
      cite('beta-delete', 'Response', '"204 No Content"; so does the example.'),
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-DELETE-002',
    level: 'MUST',
    provenance: 'inferred',
    versions: apiVersions,
    operations: ['delete', 'get'],
    statement: 'After delete, get of that id gives 404.',
    sources: [
      cite('v1-delete', 'Introduction', '"Delete a timeCard instance in a schedule."'),
      cite(
        'best-practices',
        'Handling expected errors, 404',
        'A resource might not be found "because it has been deleted".',
      ),
      cite('errors', 'HTTP status codes, 404', 'The requested resource doesn’t exist.'),
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
    derivation: 'The card is gone, and 404 is the documented answer for what does not exist; a delay is allowed for.',
  },
  {
    id: 'TC-DELETE-003',
    level: 'SHOULD',
    provenance: 'inferred',
    versions: apiVersions,
    operations: ['delete'],
    statement: 'delete on an unknown id, or twice, gives 404.',
    sources: [cite('errors', 'HTTP status codes, 404', 'The requested resource doesn’t exist.')],
    contradictions: [],
    binds: 'server',
    needs: [],
    derivation: 'Services that repeat the 204 are common and no page forbids it here, hence SHOULD.',
  },
] as const satisfies readonly RequirementRow[];
