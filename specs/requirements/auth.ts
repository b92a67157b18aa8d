import { apiVersions, operations } from '../operation.ts';
import type { RequirementRow } from '../requirement.ts';

export const authRows = [
  {
    id: 'TC-AUTH-001',
    level: 'MUST',
    provenance: 'documented',
    versions: apiVersions,
    operations: operations,
    statement: 'list and get work with Schedule.Read.All.',
    sources: [
      { document: 'permissions', section: '', date: '2025-07-23', says: 'permission tables (learn list, get)' },
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-AUTH-002',
    level: 'MUST',
    provenance: 'documented',
    versions: apiVersions,
    operations: operations,
    statement:
      'Create, replace, delete, clockIn, clockOut, startBreak, endBreak, confirm need Schedule.ReadWrite.All; with only Schedule.Read.All they are refused with 403.',
    sources: [
      { document: 'permissions', section: '', date: '2025-07-23', says: 'permission tables; concepts/errors.md (403)' },
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-AUTH-003',
    level: 'MUST',
    provenance: 'documented',
    versions: apiVersions,
    operations: operations,
    statement: 'Delegated calls with Schedule.ReadWrite.All by a user entitled in the team succeed.',
    sources: [{ document: 'permissions', section: '', date: '2025-07-23', says: 'permission tables' }],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-AUTH-004',
    level: 'MUST',
    provenance: 'documented',
    versions: ['v1.0'],
    operations: operations,
    statement:
      'With an application token holding the right permission, list, get, create, replace, delete, clockIn, clockOut, startBreak and endBreak succeed without the MS-APP-ACTS-AS header.',
    sources: [
      {
        document: 'permissions',
        section: '',
        date: '2025-07-23',
        says: 'current Request headers row; devblog 2025-06-23',
      },
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-AUTH-005',
    level: 'OBSERVE',
    provenance: 'documented',
    versions: apiVersions,
    operations: operations,
    statement:
      'Earlier contract: an application token without MS-APP-ACTS-AS was refused with 403, inner code MissingUserIdHeaderInAppContext.',
    sources: [
      { document: 'permissions', section: '', date: '2025-07-23', says: 'older pages; issue docs-contrib#2884' },
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-AUTH-006',
    level: 'MAY',
    provenance: 'documented',
    versions: apiVersions,
    operations: operations,
    statement: 'A caller may still send MS-APP-ACTS-AS with a GUID; the call must not fail merely for that.',
    sources: [
      {
        document: 'permissions',
        section: '',
        date: '2025-07-23',
        says: 'current Request headers row (deprecated, optional)',
      },
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-AUTH-007',
    level: 'OBSERVE',
    provenance: 'documented',
    versions: ['v1.0'],
    operations: operations,
    statement:
      'confirm under application permissions: supported only with MS-APP-ACTS-AS until 2026-01-01, stated to end then.',
    sources: [
      {
        document: 'permissions',
        section: '',
        date: '2025-07-23',
        says: 'api-reference/v1.0/api/timecard-confirm.md Caution and header row',
      },
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-AUTH-008',
    level: 'MUST',
    provenance: 'documented',
    versions: ['beta'],
    operations: operations,
    statement: 'confirmForUser accepts application permission only; a delegated token is refused.',
    sources: [
      {
        document: 'permissions',
        section: '',
        date: '2025-07-23',
        says: 'api-reference/beta/api/timecard-confirmforuser.md permissions (learn)',
      },
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
  {
    id: 'TC-AUTH-009',
    level: 'OBSERVE',
    provenance: 'documented',
    versions: apiVersions,
    operations: operations,
    statement: "An employee (not owner) writing another user's card is refused; report status and code.",
    sources: [
      {
        document: 'permissions',
        section: '',
        date: '2025-07-23',
        says: 'Not documented; beta clockIn text speaks of the manager',
      },
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
  },
] as const satisfies readonly RequirementRow[];
