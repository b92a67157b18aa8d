import type { BodyGap, CaptureFormat, CaptureSummary } from '../../judgements/capture-summary.ts';
import { count } from './amounts.ts';
import { visible } from './visible.ts';

/** Of traffic that others made: how much of the file was judged, what was left aside, and what could not be read. */
export interface CaptureView {
  /** `11 of 20 requests in shift.har (HAR file) judged; ignored: 2 to other hosts`. */
  readonly judged: string;
  /** What the tool did that recorded it: bodies that it left out, times that are too coarse. */
  readonly remarks: readonly string[];
  readonly faulty: number;
  /** The first malformed entries. */
  readonly faults: readonly { readonly entry: number; readonly fault: string }[];
}

export function captureView(capture: CaptureSummary): CaptureView {
  const { file, format, entries, judged, faults, faulty } = capture;
  return {
    judged: `${judged} of ${count(entries, 'request')} in ${visible(file)} (${kinds[format]}) judged${ignoredText(capture)}`,
    remarks: remarksOn(capture),
    faulty,
    faults: faults.map(({ entry, fault }) => ({ entry, fault: visible(fault) })),
  };
}

const kinds: Readonly<Record<CaptureFormat, string>> = {
  har: 'HAR file',
  recording: 'recording',
  ndjson: 'NDJSON of exchanges',
  newman: 'results of newman',
  wiremock: 'request journal of WireMock',
  hoverfly: 'journal of Hoverfly',
  cassette: 'cassette of VCR',
  telemetry: 'export of OpenTelemetry',
  playwright: 'network log of Playwright',
};

function ignoredText({ ignored }: CaptureSummary): string {
  const { otherHosts, otherApis, otherVersions, cached, repeated, preflights = 0, madeByBrowser = 0 } = ignored;
  const parts = [
    [otherHosts, 'to other hosts'],
    [otherApis, 'to other APIs'],
    [otherVersions, 'for the other version'],
    [cached, 'answered by a cache'],
    [repeated, 'that appear twice'],
    [preflights, 'made by a browser for CORS'],
    [madeByBrowser, 'that a browser redirected itself'],
  ] as const;
  const told = parts.filter(([amount]) => amount > 0).map(([amount, what]) => `${amount} ${what}`);
  return told.length === 0 ? '' : `; ignored: ${told.join(', ')}`;
}

const gaps: Readonly<Record<BodyGap, string>> = {
  missing: 'not in the file',
  cut: 'cut by the tool',
  replaced: 'replaced by a placeholder of the tool',
  coded: 'in a coding that cannot be read here',
  mangled: 'with characters that the tool garbled',
};

/** What of a file of traffic was judged and what was not, a sentence fragment each; nothing where all of it was. */
export function captureNotes(capture: CaptureSummary): readonly string[] {
  const { entries, judged, faulty } = capture;
  const part = judged === entries ? [] : [`${judged} of ${count(entries, 'request')} judged${ignoredText(capture)}`];
  const malformed = faulty === 0 ? [] : [`${count(faulty, 'malformed entry', 'malformed entries')} ignored`];
  return [...part, ...remarksOn(capture), ...malformed];
}

/** What the tool did is held against nobody. */
function remarksOn({ bodies, batched = 0, ties = 0 }: CaptureSummary): readonly string[] {
  const told = Object.entries(gaps).flatMap(([gap, what]) => {
    const amount = bodies?.[gap as BodyGap] ?? 0;
    return amount === 0 ? [] : [`${amount} ${what}`];
  });
  return [
    ...(batched === 0 ? [] : [`${count(batched, 'request')} sent in $batch, whose headers are not judged`]),
    ...(told.length === 0 ? [] : [`bodies of answers ignored: ${told.join(', ')}`]),
    ...(ties === 0 ? [] : [`order unknown, as the times are too coarse: ${count(ties, 'request')}`]),
  ];
}
