import { expect, test } from 'vitest';
import { deadlineAfter, noDeadline, type Deadline } from '../deadline.ts';
import { NotedDeadline, ReplayedDeadline } from './recorded-deadline.ts';

/** Asks as a run does, and notes the answers. */
function answersOf(deadline: Deadline, between: () => void = () => undefined): readonly boolean[] {
  const answers: boolean[] = [];
  deadline.start();
  for (let request = 0; request < 5; request += 1) {
    answers.push(deadline.isOver(), deadline.allows(20));
    deadline.sends();
    between();
    answers.push(deadline.isOver(), deadline.allows(5), deadline.isOver());
  }
  return answers;
}

test('a replay gives the answers of the run at the same places, and asks no clock', () => {
  let now = 0;
  const clock = { now: () => now, pause: () => Promise.resolve() };
  const noted = new NotedDeadline(deadlineAfter(33, clock));
  const recorded = answersOf(noted, () => (now += 10));
  expect(new Set(recorded)).toEqual(new Set([true, false]));
  expect(noted.noted()).toMatchObject({ timeOver: { afterRequests: 4, question: 1 } });
  expect(answersOf(new ReplayedDeadline(noted.noted()))).toEqual(recorded);
});

test('a wait that is refused before the time is over is kept, too', () => {
  const noted = new NotedDeadline(deadlineAfter(10, { now: () => 0, pause: () => Promise.resolve() }));
  const recorded = answersOf(noted);
  expect(noted.noted().timeOver).toBeUndefined();
  expect(answersOf(new ReplayedDeadline(noted.noted()))).toEqual(recorded);
});

test('without a limit there is nothing to keep', () => {
  const noted = new NotedDeadline(noDeadline);
  answersOf(noted);
  expect(noted.noted()).toEqual({});
});
