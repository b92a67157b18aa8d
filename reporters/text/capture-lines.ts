import type { CaptureView } from '../view/capture-view.ts';
import { count } from '../view/amounts.ts';
import type { Colours } from './options.ts';

/** More faults than this would push the verdict off the screen. */
const mostFaults = 5;

export function captureLines(capture: CaptureView | undefined, colours: Colours): readonly string[] {
  if (capture === undefined) return [];
  const { judged, remarks, faulty, faults } = capture;
  const named = faults.slice(0, mostFaults);
  return [
    colours.dim(judged),
    ...remarks.map((line) => colours.dim(line)),
    ...(faulty > 0 ? [colours.yellow(`${count(faulty, 'malformed entry', 'malformed entries')} passed over:`)] : []),
    ...named.map(({ entry, fault }) => `  entry ${entry} ${fault}`),
    ...(faulty > named.length ? [`  and ${faulty - named.length} more, see results.json`] : []),
  ];
}
