import type { Phase } from '../../traffic/exchange.ts';
import { abbreviate } from '../text/layout.ts';
import { count, durationText } from '../view/amounts.ts';
import { noColours, type Colours } from '../text/options.ts';

/** What a run is doing right now. */
export type RunStage = Phase | 'preflight' | 'shrinking' | 'cleanUp';

export interface Progress {
  readonly stage: RunStage;
  readonly done: number;
  /** Absent while nobody knows. */
  readonly total?: number;
  readonly requests: number;
  /** Requirements seen failing so far. */
  readonly failures: number;
  readonly elapsedMs: number;
}

const stages: Readonly<Record<RunStage, string>> = {
  preflight: 'preflight',
  examples: 'examples',
  boundaries: 'boundaries',
  random: 'random values',
  lifeCycle: 'life cycle',
  refusals: 'refusals',
  paging: 'paging',
  races: 'races',
  shrinking: 'shrinking',
  cleanUp: 'clean-up',
};

/** One line of at most `width` columns. What tells least goes first where there is no room for all. */
export function renderProgress(progress: Progress, width: number, colours: Colours = noColours): string {
  const { stage, done, total, requests, failures, elapsedMs } = progress;
  const cases = total === undefined ? count(done, 'case') : `${done}/${total}`;
  const parts = [
    { text: stages[stage], paint: colours.bold, rank: 0 },
    { text: cases, paint: plain, rank: 2 },
    { text: count(requests, 'request'), paint: colours.dim, rank: 3 },
    { text: failures === 0 ? '' : count(failures, 'failure'), paint: colours.red, rank: 1 },
    { text: durationText(elapsedMs), paint: colours.dim, rank: 4 },
  ].filter(({ text }) => text !== '');
  for (let ranks = 5; ranks > 1; ranks -= 1) {
    const kept = parts.filter(({ rank }) => rank < ranks);
    if (kept.map(({ text }) => text).join(gap).length <= width)
      return kept.map(({ text, paint }) => paint(text)).join(gap);
  }
  return abbreviate(stages[stage], width);
}

const gap = '  ';
const plain = (text: string): string => text;
