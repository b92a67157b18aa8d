import { defaultTeamId, defaultUserId } from '../../specs/defaults.ts';
import { examples, type Example } from '../../specs/examples/index.ts';
import { methodOf } from '../../engine/execute/addressing.ts';
import type { ApiVersion } from '../../traffic/operation.ts';
import { at } from '../../traffic/pointer.ts';
import { recordingFormat, type Interaction, type RecordingHeader } from '../../targets/recording/format.ts';

const origin = 'https://graph.microsoft.com';

/** Before the first time that an example shows. */
const startedAt = '2019-03-01T00:00:00.000Z';

export function documentedHeader(apiVersion: ApiVersion, suiteVersion: string): RecordingHeader {
  return {
    kind: 'header',
    format: recordingFormat,
    suiteVersion,
    provenance: 'documents',
    baseUrl: origin,
    apiVersion,
    startedAt,
    redaction: 0,
    people: { teamId: defaultTeamId, callerId: defaultUserId },
    actors: ['caller', 'nobody'],
    capabilities: [],
    settings: {
      seed: 0,
      numRuns: 0,
      suites: [],
      bail: false,
      strict: false,
      requestTimeout: 10_000,
      maxResponseSize: 5_000_000,
    },
  };
}

/**
 * Each example request of one version with the response that the page prints for it. A page prints no time of the call: it is
 * taken from the card that the response shows, and otherwise from the call before.
 */
export function documentedInteractions(version: ApiVersion): readonly Interaction[] {
  const pairs = examples.flatMap((request) => {
    if (request.kind !== 'request' || request.version !== version) return [];
    const response = examples.find(({ name }) => name === request.name.replace('_req', '_res'));
    return response?.kind === 'response' ? [{ request, response }] : [];
  });
  let latest = Date.parse(startedAt);
  const timed = pairs.map((pair) => ({ ...pair, time: (latest = timeIn(pair.response) ?? latest + 1000) }));
  return timed
    .toSorted((left, right) => left.time - right.time)
    .map(({ request, response, time }, index) => interaction(index + 1, time, request, response));
}

/** When the card of a response was last changed, as it says. */
function timeIn({ body }: Example): number | undefined {
  const time = at(body, '/lastModifiedDateTime');
  return typeof time === 'string' ? Date.parse(time) : undefined;
}

function interaction(number: number, time: number, request: Example, response: Example): Interaction {
  const json = [['Content-Type', 'application/json']] as const;
  const { operation, path = '/', body } = request;
  if (operation === undefined) throw new Error(`${request.name} names no operation`);
  return {
    number,
    request: {
      method: methodOf({ name: request.name, operation }),
      url: new URL(path, origin).href,
      headers: body === undefined ? [] : json,
      text: body === undefined ? undefined : JSON.stringify(body),
    },
    outcome: {
      kind: 'response',
      status: response.status ?? 200,
      headers: response.body === undefined ? [] : json,
      text: response.body === undefined ? '' : JSON.stringify(response.body),
    },
    startedAt: time,
    endedAt: time,
  };
}
