import { expect, test } from 'vitest';
import type { Json } from '../traffic/json.ts';
import { context, exchange, secondUser } from '../test/exchanges.ts';
import { isSender } from './user-of.ts';

const pointer = '/lastModifiedBy/user/id';
const said = (lastModifiedBy: Json | undefined, actor: 'caller' | 'application' = 'caller') =>
  isSender(
    lastModifiedBy === undefined ? {} : { lastModifiedBy },
    pointer,
    exchange({ operation: 'clockOut', actor }),
    context,
  ).kind;

test('names the sender, or somebody else', () => {
  expect(said({ user: { id: context.callerId.toUpperCase() } })).toBe('holds');
  expect(said({ user: { id: secondUser } })).toBe('violated');
  expect(said({ user: null, application: { id: 'app' } })).toBe('violated');
});

test('is not asked where nobody is named at all, or nobody knows who sent it', () => {
  expect([said(null), said(undefined)]).toEqual(['notApplicable', 'notApplicable']);
  expect(said({ user: { id: secondUser } }, 'application')).toBe('notApplicable');
});
