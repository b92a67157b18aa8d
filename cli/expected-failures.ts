import { readFileSync } from 'node:fs';
import { requirements, type RequirementId } from '../specs/requirements/index.ts';
import { CommandError } from './command-error.ts';
import { hintOf } from './nearest.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** Reads which requirements are known to fail: a JSON object of requirement id → address of the issue. */
export function readExpected(file: string): ReadonlyMap<RequirementId, string> {
  const value = parse(file);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CommandError(`${file} is not a list of expected failures; give { "TC-CLIENT-006": "https://…" }.`);
  return new Map(
    Object.entries(value).map(([id, issue]) => {
      if (typeof issue !== 'string' || issue.trim() === '')
        throw new CommandError(`${file} gives no issue URL for ${id}; add one, so that somebody follows it up.`);
      return [idNamed(id, file), issue] as const;
    }),
  );
}

function parse(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${whyUnreadable(error, 'the list of expected failures')}.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`${file} is not JSON; give { "TC-CLIENT-006": "https://…" }.`);
  }
}

function idNamed(id: string, file: string): RequirementId {
  const clients = requirements.filter(({ binds }) => binds === 'client');
  const found = clients.find((row) => row.id === id);
  if (found === undefined)
    throw new CommandError(
      `${file} expects ${id}, which is not a requirement for clients${hintOf(
        id,
        clients.map((row) => row.id),
      )}`,
    );
  return found.id;
}
