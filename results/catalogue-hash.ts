import { createHash } from 'node:crypto';
import type { RequirementRow } from '../specs/requirement.ts';
import { requirements } from '../specs/requirements/index.ts';

/** Two runs with the same hash asked the same questions: ids, levels, versions and statements are all the same. */
export function catalogueHash(rows: readonly RequirementRow[] = requirements): string {
  const said = rows.map(({ id, level, versions, statement }) => [id, level, versions, statement]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}
