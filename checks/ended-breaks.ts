import { isJsonObject, type JsonObject } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';
import { haveSameContent } from './assertions/same-content.ts';
import { every, holds, notApplicable, unchanged, violated } from './assertions/assertions.ts';
import type { Answer } from './check.ts';
import { difference } from './assertions/difference.ts';
import { breaksIn } from './scopes/breaks.ts';

/** The breaks that had ended before are there as they were. */
export function endedBreaksKept(before: JsonObject, after: JsonObject): Answer {
  const rest = [...breaksIn(after)];
  const earlier = breaksIn(before).filter((one) => (at(one, '/end') ?? null) !== null);
  const lost = earlier.find((one) => {
    const found = rest.findIndex((candidate) => haveSameContent(one, candidate));
    rest.splice(found, 1);
    return found === -1;
  });
  if (earlier.length === 0) return notApplicable;
  if (lost === undefined) return holds;
  const { pointer, left, right } = difference([lost], breaksIn(after), '/breaks');
  return pointer === '/breaks'
    ? violated(pointer, `the break ${JSON.stringify(lost)}`, at(after, pointer))
    : violated(pointer, left ?? null, right);
}

/** Where a break that was open is still there by its id, it began as it did. */
export function openBreakBegan(before: JsonObject, after: JsonObject): Answer {
  const shown = breaksIn(after);
  return every(
    ...breaksIn(before).map((one) => {
      const id = at(one, '/breakId') ?? null;
      const place = shown.findIndex((candidate) => id !== null && at(candidate, '/breakId') === id);
      if ((at(one, '/end') ?? null) !== null || !isJsonObject(one) || place === -1) return notApplicable;
      // As it was, at the place where it is now.
      return unchanged({ breaks: shown.map(() => one) }, after, [`/breaks/${place}/start`]);
    }),
  );
}
