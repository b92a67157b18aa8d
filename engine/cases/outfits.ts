import fc from 'fast-check';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import { routes, type Operation } from '../../traffic/operation.ts';
import type { Case, Step } from './case.ts';
import type { Clothes, HttpGarment } from './clothes.ts';

/** What goes well together in the text of a body, the usual way of writing among it. */
const ofJson: readonly Clothes[] = [
  ['escapedNames', 'escapedSlashes'],
  ['spaced', 'reversed'],
  ['escapedTexts', 'lines'],
  [],
];

/** Of what a server may refuse a request wears one thing at most, so that a refusal tells what it is about. */
const ofWrites: readonly (HttpGarment | undefined)[] = [
  'chunked',
  'charset',
  'encodedId',
  'capitalType',
  'metadata',
  'encodedTeam',
  'lowerCaseNames',
  'qualifiedName',
  undefined,
];

/** Most reads go as usual, since they show what the writes have done. */
const ofReads: readonly (HttpGarment | undefined)[] = [
  undefined,
  undefined,
  'encodedId',
  undefined,
  'lowerCaseNames',
  undefined,
  'encodedTeam',
];

/**
 * The cases with each operation in one outfit after the other. Bodies that tell something have a turn of their own: only
 * they show what a server overlooks.
 *
 * @param first the outfit with which each begins: what comes later need not wear again what was worn before
 */
export function dressedByTurns(cases: readonly Case[], first = 0): readonly Case[] {
  const turns = new Map<string, number>();
  const next = ({ operation, body }: Step): number => {
    const kind = `${turnOf(operation)} ${tellsSomething(body)}`;
    const turn = turns.get(kind) ?? first;
    turns.set(kind, turn + 1);
    return turn;
  };
  return cases.map((testCase) => ({
    ...testCase,
    steps: testCase.steps.map((step) => (isFitted(step) ? inOutfit(step, next(step)) : step)),
  }));
}

function turnOf(operation: Operation): Operation | 'read' {
  return isRead(operation) ? 'read' : operation;
}

function isRead(operation: Operation): boolean {
  return routes[operation].method === 'GET';
}

/** A text, or whether it happened at an approved location. */
function tellsSomething(value: Json | undefined): boolean {
  if (Array.isArray(value)) return (value as readonly Json[]).some(tellsSomething);
  if (value === undefined || !isJsonObject(value)) return typeof value === 'boolean';
  return typeof value['content'] === 'string' || Object.values(value).some(tellsSomething);
}

/** Cases whose steps wear what chance gives them. */
export function dressedByChance(cases: fc.Arbitrary<Case>): fc.Arbitrary<Case> {
  return fc
    .tuple(cases, fc.array(fc.nat({ max: outfits - 1 }), { minLength: 12, maxLength: 12 }))
    .map(([testCase, numbers]) => ({
      ...testCase,
      steps: testCase.steps.map((step, index) => inOutfit(step, numbers[index % numbers.length] ?? 0)),
    }));
}

/** After so many outfits they come again, whatever fits the step. */
export const outfits = 2520;

/** The step in the outfit of that number. One with a deliberate defect, or with clothes of its own, stays as it is. */
export function inOutfit(step: Step, number: number): Step {
  if (!isFitted(step)) return step;
  const refusable = (isRead(step.operation) ? ofReads : ofWrites).filter((one) => one === undefined || fits(one, step));
  const json = step.body === undefined ? [] : (ofJson[number % ofJson.length] ?? []);
  const clothes = [...json, ...[refusable[number % refusable.length] ?? []].flat()];
  return clothes.length === 0 ? step : { ...step, clothes };
}

function isFitted({ mutation, clothes, text }: Step): boolean {
  return mutation === undefined && clothes === undefined && text === undefined;
}

/** True for what shows on the request. */
function fits(garment: HttpGarment, { operation, body, card }: Step): boolean {
  switch (garment) {
    case 'lowerCaseNames':
    case 'encodedTeam':
      return true;
    case 'encodedId':
      return card !== undefined;
    case 'qualifiedName':
      return routes[operation].action !== undefined;
    default:
      return body !== undefined;
  }
}
