import { readFileSync } from 'node:fs';
import { withoutByteOrderMark } from '../traffic/byte-order-mark.ts';
import { matches } from '../results/diff/severities.ts';
import { operations } from '../traffic/operation.ts';
import { requirements } from '../specs/requirements/index.ts';
import { differenceClasses } from '../results/diff/difference-class.ts';
import type { Severities } from '../results/diff/difference.ts';
import { CommandError } from './command-error.ts';
import { hintOf } from './nearest.ts';
import { whyUnreadable } from './why-unreadable.ts';

const example = '{ "TC-LIST-009/*": "compatible", "answers/list/*": "none" }';

/** Reads what somebody decided of differences: a JSON object of id or pattern → class, or `none`. */
export function readSeverities(file: string): Severities {
  const value = parse(file);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CommandError(`${file} does not hold severities; give an object such as ${example}.`);
  return new Map(
    Object.entries(value).map(([pattern, given]) => {
      const found = [...differenceClasses, 'none' as const].find((name) => name === given);
      if (found === undefined)
        throw new CommandError(
          `${file} gives ${pattern} the severity ${JSON.stringify(given)}; choose from ${differenceClasses.join(', ')}, none.`,
        );
      refuseUnknown(file, pattern);
      return [pattern, found] as const;
    }),
  );
}

/** A slip in an id would leave the difference as it is, and nobody would know. What a fact is called only the runs can say. */
function refuseUnknown(file: string, pattern: string): void {
  const [first = '', operation] = pattern.split('/');
  if (first === 'answers') {
    const known = [...operations, 'unknown'];
    if (operation === undefined || known.some((name) => matches(operation, name))) return;
    throw new CommandError(`${file} names the operation ${operation}, which does not exist${hintOf(operation, known)}`);
  }
  if (matches(first, 'answers') || matches(first, 'lag') || requirements.some(({ id }) => matches(first, id))) return;
  const ids = requirements.map(({ id }) => id);
  throw new CommandError(`${file} names ${first}, which does not exist${hintOf(first, ids)}`);
}

function parse(file: string): unknown {
  let text: string;
  try {
    text = withoutByteOrderMark(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${whyUnreadable(error, 'the file')}.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`${file} is not JSON; give an object such as ${example}.`);
  }
}
