import { laggingReads } from './lagging.ts';
import { entries } from './variant.ts';

const allows = 'No page promises when a write is to be seen by a read.';

/** Reads that show a write late: by how much, how often, and which of them. */
export const latenessVariants = entries([
  ...[500, 2000, 5000, 10_000].flatMap((milliseconds) =>
    (['list', 'get', 'both'] as const).map((reads) => ({
      id: `late-${reads}-${milliseconds}`,
      title: `${{ list: 'lists show', get: 'gets show', both: 'lists and gets show' }[reads]} every write ${milliseconds / 1000} s late`,
      allows,
      temptation: 'a read shows every write that was answered before it, or within a second',
      leavesOpen: 'lag',
      hooks: laggingReads(1, milliseconds, reads),
    })),
  ),
  {
    id: 'late-at-times',
    title: 'after one write in ten reads show the card as it was for four seconds',
    allows,
    temptation: 'a server that showed a hundred writes at once shows the next one at once',
    leavesOpen: 'no answer of this run could show it',
    hooks: laggingReads(10, 4000),
  },
  {
    id: 'late-rarely',
    title: 'after one write in sixty reads show the card as it was for nine seconds',
    allows,
    temptation: 'what was seen wrong for seconds is wrong',
    hooks: laggingReads(60, 9000),
  },
]);
