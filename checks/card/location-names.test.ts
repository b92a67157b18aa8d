import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../traffic/json.ts';
import { isLocation, sameLocation, saysLocation, saysTwoLocations, shownLocation } from './location-names.ts';

const [now, then] = [{ isAtApprovedLocation: true }, { atApprovedLocation: true }];
const contrary = { isAtApprovedLocation: true, atApprovedLocation: false };

test('only beta knows the former name', () => {
  expect([saysLocation(now, { apiVersion: 'v1.0' }), saysLocation(now, { apiVersion: 'beta' })]).toEqual([true, true]);
  expect([saysLocation(then, { apiVersion: 'v1.0' }), saysLocation(then, { apiVersion: 'beta' })]).toEqual([
    false,
    true,
  ]);
  expect(saysLocation({ isAtApprovedLocation: null }, { apiVersion: 'v1.0' })).toBe(true);
  expect(saysLocation({}, { apiVersion: 'beta' })).toBe(false);
});

test.each<[sent: Json | undefined, two: boolean]>([
  [contrary, true],
  [{ isAtApprovedLocation: true, atApprovedLocation: true }, false],
  [{ isAtApprovedLocation: true, atApprovedLocation: null }, false],
  [{ isAtApprovedLocation: null, atApprovedLocation: true }, false],
  [now, false],
  [undefined, false],
])('%j says two locations: %j', (sent, two) => {
  expect(saysTwoLocations(sent)).toBe(two);
});

describe('an event shows its location', () => {
  test.each<[event: Json | undefined, inFirst: Json | undefined, inBeta: Json | undefined]>([
    [now, true, true],
    [then, undefined, true],
    [contrary, true, true],
    [{ ...contrary, isAtApprovedLocation: null }, null, null],
    [null, undefined, undefined],
  ])('%j: %j in v1.0, %j in beta', (event, inFirst, inBeta) => {
    expect(shownLocation(event, { apiVersion: 'v1.0' })).toBe(inFirst);
    expect(shownLocation(event, { apiVersion: 'beta' })).toBe(inBeta);
  });
});

test.each([
  ['/isAtApprovedLocation', true],
  ['/clockInEvent/atApprovedLocation', true],
  ['/breaks/0/start/isAtApprovedLocation', true],
  ['/atAprovedLocation', false],
  ['/isAtApprovedLocation/value', false],
  ['/atApprovedLocation/value', false],
  ['', false],
])('%j is a location: %j', (pointer, answer) => {
  expect(isLocation(pointer)).toBe(answer);
});

test.each<[left: JsonObject, right: JsonObject, same: boolean]>([
  [now, now, true],
  [{}, { atApprovedLocation: null }, true],
  [now, { atApprovedLocation: null }, false],
  [now, { isAtApprovedLocation: false }, false],
  // Under whatever name each shows it, unless both show the current one.
  [now, then, true],
  [now, { atApprovedLocation: false }, false],
  [then, { atApprovedLocation: false }, false],
  [now, contrary, true],
  [contrary, { ...contrary, atApprovedLocation: true }, true],
  [{ ...contrary, isAtApprovedLocation: null }, { isAtApprovedLocation: null }, true],
  [{}, { isAtApprovedLocation: null }, true],
  [{}, now, false],
])('%j and %j show the same location: %j', (left, right, same) => {
  expect(sameLocation(left, right)).toBe(same);
  expect(sameLocation(right, left)).toBe(same);
});
