import { apiVersions } from '../../traffic/operation.ts';
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
    shows: 'success',
    statement: 'delete answers 204 No Content.',
    sources: [
      cite('v1-delete', 'Response', '"204 No Content"; so does the example.'),
      cite('beta-delete', 'Response', '"204 No Content"; so does the example.'),
      cite('beta-delete-2024', 'Response', 'The same.'),
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
    statement: 'After delete, get of that id gives 404, or 410.',
    sources: [
      cite('v1-delete', 'Introduction', '"Delete a timeCard instance in a schedule."'),
      cite(
        'best-practices',
        'Handling expected errors, 404',
        'A resource might not be found "because it has been deleted".',
      ),
      cite('errors', 'HTTP status codes, 404', 'The requested resource doesn’t exist.'),
      cite('errors', 'HTTP status codes, 410', 'The requested resource is no longer available at the server.'),
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
    derivation:
      'The card is gone. 404 is the answer for what does not exist, 410 for what is there no longer, and both fit; a delay is allowed for.',
  },
  {
    id: 'TC-DELETE-003',
    level: 'SHOULD',
    provenance: 'inferred',
    versions: apiVersions,
    operations: ['delete'],
    statement: 'delete on an unknown id is refused with 404.',
    sources: [cite('errors', 'HTTP status codes, 404', 'The requested resource doesn’t exist.')],
    contradictions: [],
    binds: 'server',
    needs: [],
    derivation: 'Services that repeat the 204 are common and no page forbids it here, hence SHOULD.',
  },
  {
    id: 'TC-DELETE-004',
    level: 'SHOULD',
    provenance: 'inferred',
    versions: apiVersions,
    operations: ['delete'],
    statement: 'A second delete of a card that get does not find any more is refused with 404, or 410.',
    sources: [
      cite(
        'best-practices',
        'Handling expected errors, 404',
        'A resource might not be found "because it has been deleted".',
      ),
      cite('errors', 'HTTP status codes, 410', 'The requested resource is no longer available at the server.'),
      cite('http', '9.2.2 Idempotent Methods', 'DELETE is idempotent: the effect is the same, the answer may differ.'),
    ],
    shownOnlyBy: 'writesToDeletedCards',
    contradictions: [],
    binds: 'server',
    needs: [],
    derivation: 'As TC-DELETE-003; only where a get has shown that the first delete has arrived.',
  },
  {
    id: 'TC-DELETE-005',
    level: 'MUST',
    provenance: 'inferred',
    versions: apiVersions,
    operations: ['delete', 'replace', 'clockOut', 'startBreak', 'endBreak', 'confirm'],
    statement:
      'A card that get does not find any more since it was deleted cannot be written: refused with 404, or 410.',
    sources: [
      cite('v1-delete', 'Introduction', '"Delete a timeCard instance in a schedule."'),
      cite('errors', 'HTTP status codes, 404 and 410', 'The requested resource doesn’t exist, or no longer.'),
    ],
    shownOnlyBy: 'writesToDeletedCards',
    contradictions: [],
    binds: 'server',
    needs: [],
    derivation:
      'A deleted card is an unknown one (TC-CLOCKOUT-012). Only where a get has shown that the delete has arrived everywhere, since no document promises when it does.',
  },
  {
    id: 'TC-DELETE-006',
    level: 'MUST',
    provenance: 'documented',
    versions: apiVersions,
    operations: ['delete'],
    statement: 'A client sends no body with delete.',
    sources: [
      cite('v1-delete', 'Request body', 'None: the method takes no body.'),
      cite('use-the-api', 'HTTP methods', 'For GET and DELETE no request body is required.'),
      cite('beta-delete-2024', 'Request body', '"Don\'t supply a request body for this method."'),
    ],
    contradictions: [],
    binds: 'client',
    needs: [],
  },
] as const satisfies readonly RequirementRow[];
