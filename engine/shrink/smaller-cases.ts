import { isValid } from '../../schemas/validators.ts';
import { smallerBodies } from '../../arbitraries/shrink-json.ts';
import type { Json } from '../../traffic/json.ts';
import type { ApiVersion, Operation } from '../../traffic/operation.ts';
import { at } from '../../traffic/pointer.ts';
import { partnerOf, type Case, type Step } from '../cases/case.ts';
import type { Clothes } from '../cases/clothes.ts';
import { requestSchema } from '../request-schema.ts';

/**
 * Cases that are smaller and could still show what the case showed, the most promising first: what one step needs and
 * nothing else, then one step less, then steps in usual clothes, then smaller bodies. Every candidate is strictly smaller, so repeating this ends.
 */
export function* smallerCases(testCase: Case, version: ApiVersion): Generator<Case> {
  const seen = new Set<string>([keyOf(testCase.steps)]);
  for (const steps of smallerSteps(testCase.steps)) {
    const key = keyOf(steps);
    if (seen.has(key)) continue;
    seen.add(key);
    yield { ...testCase, steps };
  }
  for (const steps of lessDressed(testCase.steps)) yield { ...testCase, steps };
  yield* smallerBodiesOf(testCase, version);
}

/** All steps in usual clothes, then all but one; then one garment less on one step. */
function* lessDressed(steps: readonly Step[]): Generator<readonly Step[]> {
  const dressed = steps.filter(({ clothes = [] }) => clothes.length > 0);
  if (dressed.length > 0) yield steps.map((step) => inClothes(step, []));
  if (dressed.length > 1)
    for (const one of dressed) yield steps.map((step) => (step === one ? step : inClothes(step, [])));
  for (const one of dressed) {
    const { clothes = [] } = one;
    const fewer = [
      ...(dressed.length > 1 ? [[]] : []),
      ...(clothes.length > 1 ? clothes.map((_, index) => clothes.toSpliced(index, 1)) : []),
    ];
    for (const kept of fewer) yield steps.map((step) => (step === one ? inClothes(step, kept) : step));
  }
}

function inClothes(step: Step, clothes: Clothes): Step {
  if (clothes.length > 0) return { ...step, clothes };
  const { clothes: _, ...usual } = step;
  return usual;
}

function* smallerSteps(steps: readonly Step[]): Generator<readonly Step[]> {
  const slices = steps.flatMap((step) => histories.map((history) => neededFor(steps, step, history)));
  yield* slices.filter((slice) => slice.length < steps.length).toSorted((left, right) => left.length - right.length);
  for (const step of steps.toReversed()) {
    const kept = withoutStep(steps, step);
    if (kept.length > 0) yield kept;
  }
}

/** How many of the steps on its card that came just before a step are kept with it. */
const histories = [0, 1, 2, 3, Infinity] as const;

/** The step, what makes its card, its control, what it overlaps with, and some of what happened to its card before. */
function neededFor(steps: readonly Step[], wanted: Step, history: number): readonly Step[] {
  const names = new Set<string>();
  const before = steps.slice(0, steps.indexOf(wanted)).filter(({ card }) => card !== undefined && card === wanted.card);
  const take = (step: Step): void => {
    if (names.has(step.name)) return;
    names.add(step.name);
    for (const other of steps) {
      const makesCard = step.card !== undefined && other.makes === step.card;
      const isControl = step.mutation?.controlOf === other.name;
      const isPartner = partnerOf(step) === other.name || partnerOf(other) === step.name;
      if (makesCard || isControl || isPartner) take(other);
    }
  };
  take(wanted);
  if (history > 0) for (const step of before.slice(-history)) take(step);
  return steps.filter(({ name }) => names.has(name));
}

/** The steps without one of them, and without those that cannot do without it. */
function withoutStep(steps: readonly Step[], removed: Step): readonly Step[] {
  return steps.filter(
    (step) =>
      step !== removed &&
      (removed.makes === undefined || step.card !== removed.makes) &&
      step.mutation?.controlOf !== removed.name,
  );
}

function* smallerBodiesOf(testCase: Case, version: ApiVersion): Generator<Case> {
  for (const step of testCase.steps) {
    if (step.body === undefined || step.mutation !== undefined) continue;
    const dependants = testCase.steps.filter(
      ({ mutation, change }) => mutation?.controlOf === step.name && change !== undefined,
    );
    const original = step.body;
    const usable = (body: Json): boolean =>
      isRequest(version, step.operation, body) &&
      people.every((pointer) => [undefined, at(original, pointer)].includes(at(body, pointer))) &&
      dependants.every(({ change }) => hasPlaceFor(body, change?.pointer ?? ''));
    for (const body of smallerBodies(step.body, usable)) {
      yield { ...testCase, steps: testCase.steps.map((other) => (other === step ? { ...other, body } : other)) };
    }
  }
}

function isRequest(version: ApiVersion, operation: Operation, body: Json): boolean {
  const name = requestSchema(operation);
  return name === undefined || (isValid(version, name, body) && inOrder(body));
}

/** Who a request is about: another user would be another request. */
const people = ['/userId', '/onBehalfOfUserId'] as const;

/** A clock-out before the clock-in is undocumented, so shrinking must not lead there. */
function inOrder(body: Json): boolean {
  const [from, to] = [at(body, '/clockInEvent/dateTime'), at(body, '/clockOutEvent/dateTime')];
  return typeof from !== 'string' || typeof to !== 'string' || Date.parse(from) < Date.parse(to);
}

function hasPlaceFor(body: Json, pointer: string): boolean {
  const parent = at(body, pointer.slice(0, Math.max(pointer.lastIndexOf('/'), 0)));
  return typeof parent === 'object' && parent !== null;
}

function keyOf(steps: readonly Step[]): string {
  return steps.map(({ name }) => name).join('\n');
}
