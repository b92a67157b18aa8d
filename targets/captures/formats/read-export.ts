import type { CaptureFormat } from '../../../judgements/capture-summary.ts';
import type { Capture } from '../capture.ts';
import { readEach } from '../entry-reader.ts';
import { readHarEntry } from '../har-entry.ts';
import { membersOf, type Members } from '../members.ts';
import { asHarEntry, type KeptExchange } from './as-har-entry.ts';
import { cassetteExchanges } from './cassette.ts';
import { hoverflyExchanges, wiremockExchanges } from './journals.ts';
import { newmanExchanges } from './newman.ts';
import { telemetryExchanges } from './telemetry.ts';

const formats: readonly (readonly [CaptureFormat, (file: Members) => readonly KeptExchange[] | undefined])[] = [
  ['newman', newmanExchanges],
  ['wiremock', wiremockExchanges],
  ['hoverfly', hoverflyExchanges],
  ['cassette', cassetteExchanges],
  ['telemetry', telemetryExchanges],
];

/** Reads what a tool exports, told apart by what stands in it; undefined for what is none of them. */
export function readExport(file: Members): Capture | undefined {
  for (const [format, exchangesIn] of formats) {
    const kept = exchangesIn(file);
    if (kept !== undefined) return captureOf(format, kept.map(asHarEntry));
  }
  return undefined;
}

/**
 * Reads the exports that are written line by line: the network log of a trace of Playwright, whose lines hold entries of HAR and
 * whose bodies are in files of their own, and batches of OpenTelemetry.
 *
 * Source: microsoft/playwright 1.5x, packages/trace/src/trace.ts (ResourceSnapshotTraceEvent) and snapshot.ts;
 * opentelemetry-collector-contrib, file exporter
 */
export function readExportLines(lines: readonly unknown[]): Capture | undefined {
  const objects = lines.map(membersOf).filter((line) => line !== undefined);
  if (objects.some(isSnapshot)) {
    const entries = objects.filter(isSnapshot).map(({ snapshot }) => snapshot);
    return captureOf('playwright', entries);
  }
  const kept = objects.flatMap((line) => telemetryExchanges(line) ?? []);
  return objects.some(({ resourceSpans }) => Array.isArray(resourceSpans))
    ? captureOf('telemetry', kept.map(asHarEntry))
    : undefined;
}

function isSnapshot({ type, snapshot }: Members): boolean {
  return type === 'resource-snapshot' && membersOf(snapshot) !== undefined;
}

function captureOf(format: CaptureFormat, entries: readonly unknown[]): Capture {
  return { format, entries: entries.length, ...readEach(entries, readHarEntry) };
}
