import { apiVersions } from '../operation.ts';
import type { RequirementRow } from '../requirement.ts';

export const replaceRows = [
  {
    id: 'TC-REPLACE-001',
    level: 'MUST',
    provenance: 'documented',
    versions: apiVersions,
    operations: ['replace'],
    statement: 'replace (PUT) answers 204 No Content.',
    sources: [
      {
        document: 'v1-replace',
        section: '',
        date: '2025-01-17',
        says: 'api-reference/v1.0/api/timecard-replace.md Response',
      },
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-REPLACE-002',
    level: 'MUST',
    provenance: 'documented',
    versions: apiVersions,
    operations: ['replace'],
    statement: 'Afterwards get shows the new events and notes.',
    sources: [
      { document: 'v1-replace', section: '', date: '2025-01-17', says: 'api-reference/v1.0/api/timecard-replace.md' },
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-REPLACE-003',
    level: 'MUST',
    provenance: 'documented',
    versions: apiVersions,
    operations: ['replace'],
    statement: 'originalEntry keeps the entry as it was before the edit.',
    sources: [
      {
        document: 'v1-replace',
        section: '',
        date: '2025-01-17',
        says: 'api-reference/v1.0/resources/timecard.md originalEntry',
      },
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-REPLACE-004',
    level: 'MUST',
    provenance: 'documented',
    versions: apiVersions,
    operations: ['replace'],
    statement: 'id, createdDateTime and createdBy do not change; lastModifiedDateTime moves forward.',
    sources: [
      {
        document: 'v1-replace',
        section: '',
        date: '2025-01-17',
        says: 'api-reference/v1.0/resources/timecard.md property meanings',
      },
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-REPLACE-005',
    level: 'OBSERVE',
    provenance: 'documented',
    versions: apiVersions,
    operations: ['replace'],
    statement: 'Properties left out of the PUT (for example breaks): report whether cleared or kept.',
    sources: [
      {
        document: 'v1-replace',
        section: '',
        date: '2025-01-17',
        says: 'api-reference/v1.0/api/timecard-replace.md example omits breaks',
      },
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-REPLACE-006',
    level: 'MUST',
    provenance: 'documented',
    versions: apiVersions,
    operations: ['replace'],
    statement: 'replace on an unknown id does not create a card: it is refused with 404.',
    sources: [
      {
        document: 'v1-replace',
        section: '',
        date: '2025-01-17',
        says: 'concepts/errors.md (404); no upsert documented',
      },
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-REPLACE-007',
    level: 'OBSERVE',
    provenance: 'documented',
    versions: apiVersions,
    operations: ['replace'],
    statement:
      'A 200 with a timeCard for PUT (method table says return type timeCard), and PATCH (offered by SDKs, not documented): report.',
    sources: [
      {
        document: 'v1-replace',
        section: '',
        date: '2025-01-17',
        says: 'api-reference/v1.0/resources/timecard.md Methods; msgraph-sdk-python',
      },
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
] as const satisfies readonly RequirementRow[];
