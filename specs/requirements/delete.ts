import { apiVersions } from '../operation.ts';
import type { RequirementRow } from '../requirement.ts';

export const deleteRows = [
  {
    id: 'TC-DELETE-001',
    level: 'MUST',
    provenance: 'documented',
    versions: apiVersions,
    operations: ['delete'],
    statement: 'delete answers 204 No Content with no body.',
    sources: [
      {
        document: 'v1-delete',
        section: '',
        date: '2025-01-17',
        says: 'api-reference/v1.0/api/schedule-delete-timecards.md Response',
      },
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-DELETE-002',
    level: 'MUST',
    provenance: 'documented',
    versions: apiVersions,
    operations: ['delete'],
    statement: 'After delete, get of that id gives 404.',
    sources: [
      {
        document: 'v1-delete',
        section: '',
        date: '2025-01-17',
        says: 'api-reference/v1.0/api/schedule-delete-timecards.md; concepts/errors.md',
      },
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-DELETE-003',
    level: 'SHOULD',
    provenance: 'documented',
    versions: apiVersions,
    operations: ['delete'],
    statement: 'delete on an unknown id, or twice, gives 404.',
    sources: [{ document: 'v1-delete', section: '', date: '2025-01-17', says: 'concepts/errors.md' }],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
] as const satisfies readonly RequirementRow[];
