import { describe, expect, test } from 'vitest';
import { asChanged, asControl, clockIn, clockOut, openCard, refusal } from '../test/card-exchanges.ts';
import { changed } from '../test/exchanges.ts';
import { subjectsIn } from '../test/found.ts';
import type { Exchange } from '../traffic/exchange.ts';
import type { Json, JsonObject } from '../traffic/json.ts';
import {
  currentLocationWins,
  locationKept,
  nullLocationKept,
  sameUnderBothNames,
  wrongLocationRefused,
} from './approved-location.ts';
import { holds, notApplicable, violated } from './assertions/assertions.ts';
import type { Answer } from './check.ts';
import { mutated } from './scopes/refusals.ts';

const [now, then] = [{ isAtApprovedLocation: true }, { atApprovedLocation: true }];
const contrary = { isAtApprovedLocation: true, atApprovedLocation: false };
const wrong = (name: string, wanted: boolean, shown?: Json): Answer => violated(`/event/${name}`, wanted, shown);
const undecided: Answer = { kind: 'undecided', because: 'undocumented' };

describe('a location that was sent comes back', () => {
  test.each<[sent: Json | undefined, shown: JsonObject | null, inFirst: Answer, inBeta: Answer]>([
    [now, now, holds, holds],
    [
      now,
      { isAtApprovedLocation: false },
      wrong('isAtApprovedLocation', true, false),
      wrong('isAtApprovedLocation', true, false),
    ],
    [now, {}, wrong('isAtApprovedLocation', true), wrong('isAtApprovedLocation', true)],
    [now, null, wrong('isAtApprovedLocation', true), wrong('isAtApprovedLocation', true)],
    // What the server shows under no name of its own is not asked of it.
    [now, then, wrong('isAtApprovedLocation', true), notApplicable],
    [then, then, notApplicable, holds],
    [then, { atApprovedLocation: false }, notApplicable, wrong('atApprovedLocation', true, false)],
    [then, now, notApplicable, notApplicable],
    [then, { ...then, ...now }, notApplicable, holds],
    [
      then,
      { isAtApprovedLocation: false, atApprovedLocation: false },
      notApplicable,
      wrong('isAtApprovedLocation', true, false),
    ],
    [contrary, contrary, holds, holds],
    [contrary, now, holds, holds],
    // A server of the older pages may know the former name alone.
    [contrary, then, wrong('isAtApprovedLocation', true), notApplicable],
    [{ isAtApprovedLocation: null }, now, notApplicable, notApplicable],
    [{ ...then, isAtApprovedLocation: null }, { ...then, isAtApprovedLocation: false }, notApplicable, notApplicable],
    [undefined, now, notApplicable, notApplicable],
  ])('%j as %j', (sent, shown, inFirst, inBeta) => {
    expect(locationKept(sent, { event: shown }, '/event', { apiVersion: 'v1.0' })).toEqual(inFirst);
    expect(locationKept(sent, { event: shown }, '/event', { apiVersion: 'beta' })).toEqual(inBeta);
  });
});

describe('a location that was sent as null does not come back as true', () => {
  const [none, noneThen] = [{ isAtApprovedLocation: null }, { atApprovedLocation: null }];
  const stays = (name: string): Answer => violated(`/event/${name}`, null, true);

  test.each<[sent: Json | undefined, shown: JsonObject | null, inFirst: Answer, inBeta: Answer]>([
    [none, none, holds, holds],
    [none, { isAtApprovedLocation: false }, holds, holds],
    [none, now, stays('isAtApprovedLocation'), stays('isAtApprovedLocation')],
    // A server may leave out what is null.
    [none, {}, holds, holds],
    [noneThen, {}, notApplicable, holds],
    [noneThen, then, notApplicable, stays('atApprovedLocation')],
    // What was said under one name is not asked of the other alone.
    [none, then, notApplicable, notApplicable],
    [noneThen, now, notApplicable, notApplicable],
    [{ ...none, ...then }, now, stays('isAtApprovedLocation'), notApplicable],
    [now, now, notApplicable, notApplicable],
    [{}, now, notApplicable, notApplicable],
    [null, now, notApplicable, notApplicable],
    [none, null, notApplicable, notApplicable],
  ])('%j as %j', (sent, shown, inFirst, inBeta) => {
    expect(nullLocationKept(sent, { event: shown }, '/event', { apiVersion: 'v1.0' })).toEqual(inFirst);
    expect(nullLocationKept(sent, { event: shown }, '/event', { apiVersion: 'beta' })).toEqual(inBeta);
  });
});

test.each<[sent: JsonObject, shown: JsonObject, answer: Answer]>([
  [contrary, now, holds],
  [contrary, contrary, holds],
  [contrary, { ...contrary, isAtApprovedLocation: false }, wrong('isAtApprovedLocation', true, false)],
  [contrary, {}, wrong('isAtApprovedLocation', true)],
  [contrary, then, holds],
  [contrary, { atApprovedLocation: false }, undecided],
  [now, { isAtApprovedLocation: false }, notApplicable],
])('of two locations %j the current one is stored in %j', (sent, shown, answer) => {
  expect(currentLocationWins(sent, { event: shown }, '/event')).toEqual(answer);
});

test.each<[shown: Json, answer: Answer]>([
  [{ ...now, ...then }, holds],
  [now, holds],
  [then, holds],
  [{}, holds],
  [contrary, violated('/event/atApprovedLocation', true, false)],
  [{ ...then, isAtApprovedLocation: null }, violated('/event/atApprovedLocation', null, true)],
  [null, notApplicable],
])('%j holds the same under both names', (shown, answer) => {
  expect(sameUnderBothNames({ event: shown }, '/event')).toEqual(answer);
});

describe('a location that is no boolean is refused', () => {
  /** What is said of an accepted clockIn with such a location, on a server that shows these locations. */
  function said(pointer: string, shown: JsonObject, apiVersion: 'v1.0' | 'beta'): Answer['kind'] | undefined {
    const place = { isAtApprovedLocation: undefined, ...shown };
    const card = changed(
      openCard,
      Object.fromEntries(Object.entries(place).map(([name, value]) => [`/clockInEvent/${name}`, value])),
    );
    const body = { response: { body: card } };
    return saidOf(apiVersion, [
      clockIn({}, { intent: asControl, ...body }),
      clockIn({}, { intent: asChanged(pointer, 'type'), ...body }),
    ]);
  }

  function saidOf(apiVersion: 'v1.0' | 'beta', exchanges: readonly Exchange[]): Answer['kind'] | undefined {
    const [subject] = subjectsIn(
      mutated(() => true),
      exchanges,
    );
    return subject === undefined ? undefined : wrongLocationRefused(subject, { apiVersion }).kind;
  }

  test('also where nothing is known of the card any more', () => {
    const doubted = [clockIn(), clockOut({ intent: asControl, response: refusal(503) })];
    const asked = clockOut({ intent: asChanged('/isAtApprovedLocation', 'type') });
    expect(saidOf('beta', [...doubted, asked])).toBe('violated');
  });

  test.each<[pointer: string, shown: JsonObject, inFirst: Answer['kind'], inBeta: Answer['kind']]>([
    ['/isAtApprovedLocation', now, 'violated', 'violated'],
    ['/clockInEvent/isAtApprovedLocation', now, 'violated', 'violated'],
    ['/isAtApprovedLocation', { ...now, ...then }, 'violated', 'violated'],
    ['/isAtApprovedLocation', {}, 'violated', 'violated'],
    ['/isAtApprovedLocation', then, 'violated', 'notApplicable'],
    ['/atApprovedLocation', then, 'violated', 'violated'],
    ['/atApprovedLocation', now, 'violated', 'notApplicable'],
  ])('%s where the server shows %j', (pointer, shown, inFirst, inBeta) => {
    expect(said(pointer, shown, 'v1.0')).toBe(inFirst);
    expect(said(pointer, shown, 'beta')).toBe(inBeta);
  });
});
