import { machineClock } from '../clock.ts';
import { deadlineAfter, noDeadline } from '../deadline.ts';
import { actorsOf, type HttpTargetSettings } from '../http-target.ts';
import { recordingFormat } from './format.ts';
import { Pseudonyms, redactionVersion } from './pseudonyms.ts';
import type { RecordSettings } from './record-settings.ts';
import { NotedDeadline } from './recorded-deadline.ts';
import { Recorder } from './recorder.ts';
import { RecordingWriter } from './write-recording.ts';

/**
 * The same target, recorded. From here on nobody sees anything real: the run gets pseudonyms for its people and names of
 * variables for its tokens, and they are exchanged for the real ones on the way to the server and back.
 */
export function recorded(real: HttpTargetSettings, record: RecordSettings): HttpTargetSettings {
  const { maxTime, wire: inner, clock = machineClock } = real;
  const pseudonyms = new Pseudonyms(real);
  const { baseUrl, people, tokens } = pseudonyms;
  const deadline = new NotedDeadline(maxTime === undefined ? noDeadline : deadlineAfter(maxTime, clock));
  const writer = new RecordingWriter(record.part, {
    kind: 'header',
    format: recordingFormat,
    suiteVersion: record.suiteVersion,
    provenance: real.kind === 'recording' ? 'server' : real.kind,
    baseUrl,
    apiVersion: real.apiVersion,
    startedAt: record.startedAt,
    redaction: redactionVersion,
    people,
    actors: [...actorsOf({ ...real, tokens })],
    capabilities: [...real.capabilities],
    settings: record.settings,
  });
  const wire = new Recorder({
    inner,
    clock,
    startedAt: Date.parse(record.startedAt),
    translation: pseudonyms,
    keep: (interaction) => writer.write(interaction),
    close: () => writer.close(deadline.noted()),
    abandon: () => writer.abandon(),
  });
  return { ...real, baseUrl, people, tokens, wire, deadline };
}
