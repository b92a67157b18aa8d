import { machineClock } from '../clock.ts';
import { deadlineAfter, noDeadline } from '../deadline.ts';
import type { HttpTargetSettings } from '../http-target.ts';
import { actorsWith } from '../http-target.ts';
import type { People } from '../target.ts';
import type { WireOutcome, WireRequest } from '../wire.ts';
import { recordingFormat } from './format.ts';
import { placeholderTokens, withRealToken } from './placeholder-tokens.ts';
import type { RecordSettings } from './record-settings.ts';
import { NotedDeadline } from './recorded-deadline.ts';
import { Recorder } from './recorder.ts';
import { RecordingWriter } from './write-recording.ts';

/**
 * The same target, recorded. From here on nobody sees anything real: the run gets pseudonyms for its people and names of
 * variables for its tokens, and they are exchanged for the real ones on the way to the server and back.
 */
export function recorded(real: HttpTargetSettings, record: RecordSettings): HttpTargetSettings {
  const { tokens, maxTime, wire: inner } = real;
  const pseudonyms = {
    request: (one: WireRequest) => one,
    outcome: (one: WireOutcome) => one,
    text: (one: string) => one,
  };
  const redactionVersion = 0;
  const people = pseudonymous(real.people, (text) => pseudonyms.text(text));
  const baseUrl = pseudonyms.text(real.baseUrl);
  const actors = actorsWith(tokens);
  const deadline = new NotedDeadline(maxTime === undefined ? noDeadline : deadlineAfter(maxTime, machineClock));
  const writer = new RecordingWriter(record.part, {
    kind: 'header',
    format: recordingFormat,
    suiteVersion: record.suiteVersion,
    provenance: real.kind === 'reference' ? 'reference' : 'server',
    baseUrl,
    apiVersion: real.apiVersion,
    startedAt: record.startedAt,
    redaction: redactionVersion,
    people,
    actors: [...actors],
    capabilities: [...real.capabilities],
    settings: record.settings,
  });
  const wire = new Recorder({
    inner,
    clock: machineClock,
    startedAt: Date.parse(record.startedAt),
    translation: {
      request: (request) => withRealToken(pseudonyms.request(request), tokens),
      outcome: (outcome) => pseudonyms.outcome(outcome),
    },
    keep: (interaction) => writer.write(interaction),
    close: () => writer.close(deadline.noted()),
  });
  return { ...real, baseUrl, people, tokens: placeholderTokens(actors), wire, deadline };
}

function pseudonymous(people: People, text: (real: string) => string): People {
  const { teamId, callerId, otherTeamId, onBehalfOfUserId } = people;
  return {
    teamId: text(teamId),
    callerId: text(callerId),
    ...(otherTeamId === undefined ? {} : { otherTeamId: text(otherTeamId) }),
    ...(onBehalfOfUserId === undefined ? {} : { onBehalfOfUserId: text(onBehalfOfUserId) }),
  };
}
