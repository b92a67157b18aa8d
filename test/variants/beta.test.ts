import { expect, test } from 'vitest';
import type { FaultHooks } from '../../reference/fault.ts';
import { cardActions, eachJsonObject, inBodies, onReading } from '../../reference/variants/seams.ts';
import type { JsonObject } from '../../traffic/json.ts';
import { requirement, type RequirementId } from '../../specs/requirements/index.ts';
import { oneIn } from '../one-in.ts';
import { runVariant } from './run-variant.ts';

/** A server that knows one of the two names of a location only. */
function without(name: string): { readonly start: () => FaultHooks } {
  const ignore = (object: JsonObject): JsonObject => {
    if (!Object.hasOwn(object, name)) return object;
    const { [name]: _, ...rest } = object;
    return rest;
  };
  const hooks = {
    ...inBodies(ignore),
    ...onReading([...cardActions, 'create', 'replace'], (body) => eachJsonObject(body, ignore) as JsonObject),
  };
  return { start: () => hooks };
}

const servers: readonly (readonly [string, readonly string[], readonly RequirementId[]])[] = [
  // Which of two names takes precedence says nothing of a server that has but one; nobody can tell whether it has.
  ['a server of 2021, with atApprovedLocation only', ['isAtApprovedLocation'], ['TC-CLOCKIN-031']],
  ['a server to come, with isAtApprovedLocation only', ['atApprovedLocation'], []],
  ['the honest server', [], []],
];

test.each(oneIn(3, servers))('%s is not accused in beta', async (_name, unknown, open) => {
  const { accusations, end } = await runVariant(unknown.map(without), {
    apiVersion: 'beta',
    effort: 'thorough',
    numRuns: 3,
  });
  expect(accusations).toEqual([]);
  const undecided = end.verdicts.filter(({ kind }) => kind === 'inconclusive').map(({ requirement: id }) => id);
  const onLocations = undecided.filter((id) => requirement(id).contradictions.some((known) => known === 'C11'));
  expect(onLocations).toEqual(open);
});
