import type { CaptureFormat, EntryFault } from '../specs/capture-summary.ts';
import type { RunReport } from '../results/report.ts';
import { count } from './fit.ts';
import type { Colours } from './options.ts';
import { visible } from './visible.ts';

const kinds: Readonly<Record<CaptureFormat, string>> = {
  har: 'HAR file',
  recording: 'recording',
  ndjson: 'NDJSON of exchanges',
};

/** More faults than this would push the verdict off the screen. */
const mostFaults = 5;

/** Of traffic that others made: how much of the file was judged, what was left aside, and what could not be read. */
export function captureLines({ header: { capture } }: RunReport, colours: Colours): readonly string[] {
  if (capture === undefined) return [];
  const { file, format, entries, judged, faults, faulty } = capture;
  const named = faults.slice(0, mostFaults);
  return [
    colours.dim(
      `${judged} of ${count(entries, 'request')} in ${visible(file)} (${kinds[format]}) judged${ignoredText(capture)}`,
    ),
    ...(faulty > 0 ? [colours.yellow(`${count(faulty, 'malformed entry', 'malformed entries')} passed over:`)] : []),
    ...named.map(faultLine),
    ...(faulty > named.length ? [`  and ${faulty - named.length} more, see results.json`] : []),
  ];
}

function ignoredText({ ignored }: NonNullable<RunReport['header']['capture']>): string {
  const { otherHosts, otherApis, otherVersions, cached, repeated, preflights = 0 } = ignored;
  const parts = [
    [otherHosts, 'to other hosts'],
    [otherApis, 'to other APIs'],
    [otherVersions, 'of the other version'],
    [cached, 'answered by a cache'],
    [repeated, 'there twice'],
    [preflights, 'of a browser for CORS'],
  ] as const;
  const told = parts.filter(([amount]) => amount > 0).map(([amount, what]) => `${amount} ${what}`);
  return told.length === 0 ? '' : `; left aside: ${told.join(', ')}`;
}

function faultLine({ entry, fault }: EntryFault): string {
  return `  entry ${entry} ${visible(fault)}`;
}
