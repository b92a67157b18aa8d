import { isJsonObject } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { bodyInWords, holds, notApplicable, unchanged, violated } from '../assertions/assertions.ts';
import type { Answer } from '../check.ts';
import { comparedProperties } from './card-properties.ts';
import type { ReadBack } from '../scopes/across.ts';
import type { Called } from '../scopes/called.ts';

/** The body of a success is a timeCard object: a JSON object with an id. */
export function isTimeCard({ entry }: Called): Answer {
  if (!entry.accepted) return notApplicable;
  const { outcome } = entry.exchange;
  const id = at(entry.answer, '/id');
  if (isJsonObject(entry.answer) && typeof id === 'string') return holds;
  if (isJsonObject(entry.answer)) return violated('/id', 'the id of a timeCard', id);
  return violated(
    'body',
    'a timeCard object',
    entry.answer ?? (outcome.kind === 'response' ? bodyInWords(outcome.body) : null),
  );
}

/** A card that was made can be read, and is the same on all documented properties. */
export function sameWhenRead({ made, read }: ReadBack): Answer {
  return read === undefined ? violated('status', 200, 404) : unchanged(made, read, comparedProperties);
}
