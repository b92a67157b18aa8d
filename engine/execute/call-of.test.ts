import { describe, expect, test } from 'vitest';
import type { Actor } from '../../traffic/actor.ts';
import { callOf } from './call-of.ts';
import type { Case, Step } from '../cases/case.ts';

const get: Step = { name: 'get', operation: 'get', card: 'card' };
const testCase: Case = { name: 'a case', phase: 'refusals', suites: ['reading'], steps: [get] };
const cardId = 'TCK_1d0552cd-51fb-4698-8890-6f463422f298';
const setting = {
  testCase,
  target: { people: { teamId: 'team', callerId: 'caller' }, actors: new Set<Actor>(['caller']) },
  seed: 1,
  requestId: 'request',
  today: 0,
  purpose: 'judge',
  cardId,
  link: undefined,
  shown: undefined,
  partner: undefined,
} as const;

test('an application alone clocks in the user whom the caller would be, where nobody else is named', () => {
  const clockIn: Step = { name: 'clock in', operation: 'clockIn', makes: 'card', body: { notes: null } };
  const spoiled: Step = {
    name: 'clock in, spoiled',
    operation: 'clockIn',
    change: { pointer: '/notes', value: 7 },
    mutation: { pointer: '/notes', keyword: 'type', controlOf: 'clock in' },
  };
  const alone = {
    ...setting,
    testCase: { ...testCase, steps: [clockIn, spoiled] },
    cardId: undefined,
    target: { ...setting.target, actors: new Set<Actor>(['application', 'nobody']) },
  };
  const bodyOf = (step: Step, given = alone): unknown => {
    const text = callOf(step, given)?.text;
    return text === undefined ? undefined : JSON.parse(text);
  };
  expect(bodyOf(clockIn)).toEqual({ onBehalfOfUserId: 'caller', notes: null });
  expect(bodyOf(spoiled)).toEqual({ onBehalfOfUserId: 'caller', notes: 7 });
  expect(bodyOf({ ...clockIn, body: { onBehalfOfUserId: 'colleague' } })).toEqual({ onBehalfOfUserId: 'colleague' });
  // What goes out as an application anyway, or as it is, names whom it names.
  expect(bodyOf({ ...clockIn, actor: 'application' })).toEqual({ notes: null });
  expect(callOf({ ...clockIn, body: 7 }, alone)?.text).toBe('7');
  expect(bodyOf({ name: 'create', operation: 'create', body: { notes: null } })).toEqual({ notes: null });
  expect(bodyOf(clockIn, { ...alone, target: setting.target })).toEqual({ notes: null });
});

describe('a request in other clothes', () => {
  const clockOut: Step = { name: 'clock out', operation: 'clockOut', card: 'card', body: { notes: null } };

  test('has the same card, whose id the guard knows as it is', () => {
    const call = callOf({ ...clockOut, clothes: ['encodedId'] }, setting);
    const path = `/teams/team/schedule/timeCards/${cardId.replaceAll('_', '%5F').replaceAll('-', '%2D')}/clockOut`;
    expect(call).toMatchObject({ path, card: { id: cardId, madeUp: false } });
  });

  test('says so in its body, its headers and its path', () => {
    const call = callOf({ ...clockOut, clothes: ['spaced', 'chunked', 'lowerCaseNames'] }, setting);
    expect(call).toMatchObject({
      path: `/teams/team/schedule/timecards/${cardId}/clockout`,
      text: '{"notes" : null}',
      headers: { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' },
    });
    const usual = callOf(clockOut, setting);
    expect(usual).toMatchObject({ text: '{"notes":null}' });
    expect(usual?.headers).not.toHaveProperty('Transfer-Encoding');
  });
});

describe('a card whose id is almost the same', () => {
  test('is addressed by that id, and counts as made up', () => {
    const call = callOf({ ...get, otherEnd: true }, setting);
    const other = `${cardId.slice(0, -1)}7`;
    expect(call).toMatchObject({ path: `/teams/team/schedule/timeCards/${other}`, card: { id: other, madeUp: true } });
  });

  test.each(['17', undefined])('is not asked for beside %s', (counted) => {
    expect(callOf({ ...get, otherEnd: true }, { ...setting, cardId: counted })).toBeUndefined();
  });
});

describe('the second page', () => {
  const second: Step = { name: 'second page', operation: 'list', page: 'second', actor: 'nobody' };

  test('is asked for by its link as it is', () => {
    const link = 'https://clock.test/next?$skiptoken=a%2Bb';
    expect(callOf(second, { ...setting, cardId: undefined, link })).toMatchObject({ path: link, actor: 'nobody' });
  });

  test('is not asked for where there is none', () => {
    expect(callOf(second, { ...setting, cardId: undefined })).toBeUndefined();
  });
});

test('a token without its scheme is asked for by name, and is nowhere in the call', () => {
  expect(callOf({ ...get, tokenForm: 'bare' }, setting)).toMatchObject({ tokenForm: 'bare', actor: 'caller' });
  expect(callOf(get, setting)).not.toHaveProperty('tokenForm');
  const { headers } = callOf({ ...get, tokenForm: 'bare' }, setting) ?? {};
  expect(Object.keys(headers ?? {})).toEqual(['client-request-id']);
});

describe('a step that is sent together with another', () => {
  const together = (parts: Partial<Step>): readonly unknown[] => {
    const second: Step = { ...get, name: 'second', ...parts };
    return [callOf(get, { ...setting, partner: second }), callOf(second, { ...setting, partner: get })].map(
      (call) => call?.intent,
    );
  };

  test('names it, and so does the other, as one that it overlaps or is beside', () => {
    expect(together({ overlaps: 'get' })).toMatchObject([{ overlaps: 'second' }, { overlaps: 'get' }]);
    expect(together({ beside: 'get' })).toMatchObject([{ beside: 'second' }, { beside: 'get' }]);
    expect(together({ beside: 'get' })[0]).not.toHaveProperty('overlaps');
  });
});
