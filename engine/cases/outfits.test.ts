import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capabilities, type Actor } from '../../traffic/actor.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import { apiVersions, operations, routes, type Operation } from '../../traffic/operation.ts';
import { isPlainText } from '../../traffic/plain-text.ts';
import type { Case, Step } from './case.ts';
import { httpGarments, jsonGarments, refusableIn, type Garment } from './clothes.ts';
import { planOf } from '../plan.ts';
import { dressedByChance, dressedByTurns, inOutfit, outfits } from './outfits.ts';
import type { PlanSettings } from './phase-plan.ts';

const actors: readonly Actor[] = ['caller', 'nobody', 'secondUser', 'application', 'readOnly', 'noScope'];
const settings = (apiVersion: PlanSettings['apiVersion']): PlanSettings => ({
  apiVersion,
  people: {
    teamId: 'team',
    otherTeamId: 'other',
    callerId: '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e',
    onBehalfOfUserId: 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2',
  },
  actors: new Set(actors),
  capabilities: new Set(capabilities),
  numRuns: 1,
});

/** Something that must come back whatever the request wears. */
function tells(value: Json | undefined): boolean {
  if (Array.isArray(value)) return (value as readonly Json[]).some(tells);
  if (value === undefined || !isJsonObject(value)) return typeof value === 'boolean';
  const { content, contentType } = value;
  return (contentType === 'text' && isPlainText(String(content))) || Object.values(value).some(tells);
}

const ofBodies: readonly Garment[] = [...jsonGarments, 'chunked', 'charset', 'metadata', 'capitalType'];

describe.each(apiVersions)('a run of %s, without what chance adds,', (apiVersion) => {
  const steps = planOf(settings(apiVersion)).flatMap(({ plan }) =>
    plan.kind === 'listed' ? plan.cases.flatMap((one) => one.steps) : [],
  );
  const wearing = (operation: Operation, garment: Garment): readonly Step[] =>
    steps.filter((step) => step.operation === operation && step.clothes?.includes(garment) === true);

  const withNotes = operations.filter((one) => routes[one].body && one !== 'confirmForUser');
  test.each(withNotes)('sends %s in all that a body can wear, with something to be kept', (operation) => {
    const missing = ofBodies.filter((one) => !wearing(operation, one).some(({ body }) => tells(body)));
    expect(missing).toEqual([]);
  });

  const onCards = operations.filter((one) => routes[one].on === 'card' && routes[one].versions.includes(apiVersion));
  test.each(onCards)('sends %s with an id that is percent-encoded', (operation) => {
    expect(wearing(operation, 'encodedId').length).toBeGreaterThan(0);
  });

  test('sends queries and people otherwise than usual', () => {
    expect(httpGarments.filter((one) => steps.every(({ clothes }) => clothes?.includes(one) !== true))).toEqual([]);
  });

  test('wears but one thing at once that may be refused, and none where something is wrong on purpose', () => {
    expect(steps.filter(({ clothes }) => refusableIn(clothes).length > 1).map(({ name }) => name)).toEqual([]);
    const wrong = steps.filter(({ mutation, clothes }) => mutation !== undefined && (clothes ?? []).length > 0);
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

const life: Case = {
  name: 'a life',
  phase: 'random',
  suites: [],
  steps: [
    { name: 'clock in', operation: 'clockIn', makes: 'card', body: { isAtApprovedLocation: true } },
    { name: 'confirm', operation: 'confirm', card: 'card' },
    { name: 'own', operation: 'clockOut', card: 'card', body: {}, clothes: ['lines'] },
    { name: 'malformed', operation: 'clockOut', card: 'card', text: '{' },
  ],
};

test('a step with clothes of its own, or with a text, stays as it is', () => {
  const [dressed] = dressedByTurns([life]);
  expect(dressed?.steps.slice(2)).toEqual(life.steps.slice(2));
  expect(dressed?.steps[0]?.clothes).toEqual(['escapedNames', 'escapedSlashes', 'chunked']);
  // What has no body shows no more than its path.
  expect(dressed?.steps[1]?.clothes).toEqual(['encodedId']);
});

test('by chance everything is worn, and now and then nothing', () => {
  const cases = fc.sample(dressedByChance(fc.constant(life)), { seed: 71, numRuns: 200 });
  const clothes = cases.flatMap(({ steps }) => steps.slice(0, 2).map((step) => step.clothes ?? []));
  const worn = new Set(clothes.flat());
  expect(ofBodies.filter((one) => !worn.has(one))).toEqual([]);
  expect(clothes.some((one) => one.length === 0)).toBe(true);
});

test('there are as many outfits as are told', () => {
  const [step] = life.steps;
  if (step === undefined) throw new Error('a life has steps');
  expect(inOutfit(step, outfits)).toEqual(inOutfit(step, 0));
});
