import { expect, test } from 'vitest';
import { sameActor } from './same-actor.ts';

test('two actors are the same only where both are known', () => {
  expect(sameActor('caller', 'caller')).toBe(true);
  expect(sameActor('caller', 'secondUser')).toBe(false);
  expect(sameActor('unknown', 'unknown')).toBe(false);
  expect(sameActor(undefined, undefined)).toBe(false);
});
