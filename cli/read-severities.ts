import { readFileSync } from 'node:fs';
import { withoutByteOrderMark } from '../specs/byte-order-mark.ts';
import { differenceClasses, type Severities } from '../results/diff/difference.ts';
import { CommandError } from './command-error.ts';
import { whyUnreadable } from './why-unreadable.ts';

const example = '{ "TC-LIST-009/*": "compatible", "answers/list/*": "none" }';

/** Reads what somebody decided of differences: a JSON object of id or pattern → class, or `none`. */
export function readSeverities(file: string): Severities {
  const value = parse(file);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CommandError(`${file} holds no severities: give an object such as ${example}.`);
  return new Map(
    Object.entries(value).map(([pattern, given]) => {
      const found = [...differenceClasses, 'none' as const].find((name) => name === given);
      if (found === undefined)
        throw new CommandError(
          `${file} gives ${pattern} the severity ${JSON.stringify(given)}; choose from ${differenceClasses.join(', ')}, none.`,
        );
      return [pattern, found] as const;
    }),
  );
}

function parse(file: string): unknown {
  let text: string;
  try {
    text = withoutByteOrderMark(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${whyUnreadable(error, 'the severities')}.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`${file} is not JSON: give an object such as ${example}.`);
  }
}
