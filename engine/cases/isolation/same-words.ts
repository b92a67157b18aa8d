import type { Case, Step } from '../case.ts';
import { read, remove } from '../lives/card-life.ts';
import { byOther, saying, shift, overlappingWrites } from '../races/together.ts';

/** Two people who say the same at the same time, to the letter: only who sends it, and the card, tells it apart. */
export function sameWords(): Case {
  const clockIn: Omit<Step, 'name'> = { operation: 'clockIn', body: saying(true, 'Hello') };
  const replace: Omit<Step, 'name'> = { operation: 'replace', body: shift(undefined, 'corrected', true) };
  const looks = (when: string) =>
    overlappingWrites({ ...read(`read theirs ${when}`, 'theirs'), ...byOther }, read(`read own ${when}`, 'own'));
  return {
    name: 'two people say the same at the same time',
    phase: 'races',
    suites: ['races', 'clockIn', 'replace', 'isolation'],
    steps: [
      ...overlappingWrites(
        { ...clockIn, name: 'clock in', makes: 'own' },
        { ...clockIn, name: 'clock the other in', makes: 'theirs', ...byOther },
      ),
      ...looks('at first'),
      ...overlappingWrites(
        { ...replace, name: 'replace own', card: 'own' },
        { ...replace, name: 'replace theirs', card: 'theirs', ...byOther },
      ),
      ...looks('in the end'),
      ...overlappingWrites({ ...remove('theirs'), ...byOther }, remove('own')),
    ],
  };
}
