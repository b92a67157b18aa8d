import { apiVersions } from '../operation.ts';
import type { RequirementRow } from '../requirement.ts';

export const getRows = [
  {
    id: 'TC-GET-001',
    level: 'MUST',
    provenance: 'documented',
    versions: apiVersions,
    operations: ['get'],
    statement: 'get answers 200 with the timeCard of that id.',
    sources: [{ document: 'v1-get', section: '', date: '2025-01-17', says: 'api-reference/v1.0/api/timecard-get.md' }],
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
    sources: [{ document: 'v1-get', section: '', date: '2025-01-17', says: 'concepts/errors.md' }],
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
      {
        document: 'v1-get',
        section: '',
        date: '2025-01-17',
        says: 'api-reference/v1.0/api/timecard-get.md Optional query parameters',
      },
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
] as const satisfies readonly RequirementRow[];
