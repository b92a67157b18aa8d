import type { Source } from '../specs/requirement.ts';
import type { Requirement, RequirementId } from '../specs/requirements/index.ts';

const clockOutPage: Source = {
  document: 'v1-clockout',
  section: 'Response',
  date: '2025-01-17',
  says: 'Clock out to end an open timeCard.',
};

const rows: Readonly<Partial<Record<RequirementId, Partial<Requirement>>>> = {
  'TC-CLOCKIN-002': { level: 'OBSERVE' },
  'TC-CLOCKIN-017': {
    level: 'SHOULD',
    provenance: 'example',
    statement: 'The id of a new card is TCK_ and a GUID.',
    sources: [
      {
        document: 'v1-clockin',
        section: 'Example',
        date: '2025-01-17',
        says: '"id": "TCK_cc09d4c6-ad36-4e5e-87d5-6c2ae1b2d0b9"',
      },
    ],
  },
  'TC-CLOCKIN-020': { needs: ['secondUser', 'onBehalfOfUser'] },
  'TC-CLOCKIN-021': { needs: ['secondUser', 'onBehalfOfUser'] },
  'TC-CLOCKOUT-003': {
    statement: 'After clockOut the card reads back as clockedOut.',
    provenance: 'inferred',
    derivation: 'The examples show a card with a clockOutEvent in the state clockedOut, and clockOut sets that event.',
    sources: [
      clockOutPage,
      {
        document: 'v1-get',
        section: 'Example',
        date: '2025-01-17',
        says: 'A card with a clockOutEvent has "state": "clockedOut".',
      },
      { document: 'v1-list', section: 'Example', date: '2025-01-17', says: '"state": "clockedOut"' },
    ],
  },
  'TC-CONFIRM-008': { needs: ['application'] },
};

/** A requirement whose text never changes, so that snapshots of reports do not change with the specs. */
export function sampleRequirement(id: RequirementId): Requirement {
  return {
    id,
    level: 'MUST',
    provenance: 'documented',
    versions: ['v1.0', 'beta'],
    operations: ['clockOut'],
    statement: `The sentence of ${id}.`,
    sources: [clockOutPage],
    contradictions: [],
    binds: 'server',
    needs: [],
    shows: 'success',
    ...rows[id],
  };
}
