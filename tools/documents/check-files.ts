import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkedRequirements } from '../../checks/index.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';

/** The file in which each requirement is judged. Run from the root of the package. */
export function checkFiles(folder = 'checks'): ReadonlyMap<RequirementId, string> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const found = new Map<string, string>();
  for (const name of files) {
    for (const [, id = ''] of readFileSync(join(folder, name), 'utf8').matchAll(/'(TC-[A-Z]+-\d{3})'/g)) {
      const other = found.get(id);
      if (other !== undefined && other !== name) throw new Error(`${id} is named in ${other} and in ${name}`);
      found.set(id, name);
    }
  }
  return new Map([...checkedRequirements].map((id) => [id, `${folder}/${inSomeFile(id, found)}`]));
}

function inSomeFile(id: RequirementId, found: ReadonlyMap<string, string>): string {
  const name = found.get(id);
  if (name === undefined) throw new Error(`${id} has a check, and no file in which it stands`);
  return name;
}
