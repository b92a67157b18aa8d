import type { Json, JsonObject } from '../../traffic/json.ts';
import { isJsonObject } from '../../traffic/json.ts';
import { locate, type Location } from '../../traffic/location.ts';
import type { DriverOperation } from '../protocol/messages.ts';
import type { MadeCall, Scene, SeenRequest } from '../scene.ts';

/** A call with the requests that came of it. */
export interface CallInScene {
  readonly number: number;
  readonly made: MadeCall;
  readonly requests: readonly SeenRequest[];
  readonly scene: Scene;
}

/** The calls of these operations, of all without any. */
export function callsOf(scene: Scene, ...operations: readonly DriverOperation[]): readonly CallInScene[] {
  return scene.calls
    .map((made, index) => ({
      number: index + 1,
      made,
      requests: scene.requests.filter(({ call }) => call === index + 1),
      scene,
    }))
    .filter(({ made: { call } }) => operations.length === 0 || operations.includes(call.op));
}

export function locationOf({ method, target }: SeenRequest): Location | undefined {
  return locate(method, target);
}

/** The JSON object that a request sent. */
export function sentObject(request: SeenRequest | undefined): JsonObject | undefined {
  return request?.body.kind === 'json' && isJsonObject(request.body.value) ? request.body.value : undefined;
}

/** What stands in a body, as a reader would say it. */
export function sentInWords({ body, wronglyCoded }: SeenRequest): Json {
  if (wronglyCoded !== undefined) return `says it is coded as ${wronglyCoded} and is not: ${told(body)}`;
  return body.kind === 'json' ? body.value : told(body);
}

function told(body: SeenRequest['body']): string {
  return body.kind === 'empty' ? '(no body)' : body.text.slice(0, 120);
}

/** The card that a call was answered with, if its last answer was a success with one. */
export function servedCard({ requests }: CallInScene): JsonObject | undefined {
  const answer = requests.at(-1)?.answer;
  if (answer === undefined || answer.status >= 300 || answer.body.kind !== 'json') return undefined;
  const { value } = answer.body;
  return isJsonObject(value) && typeof value['id'] === 'string' ? value : undefined;
}

/** What the library handed over; undefined where it reported an error or has no such call. */
export function valueOf({ made: { answer } }: CallInScene): Json | undefined {
  return 'value' in answer ? answer.value : undefined;
}

/** How a driver told of an error, for people. */
export function errorInWords({ made: { answer } }: CallInScene): Json {
  if (!('error' in answer)) return '(no error)';
  const { type, status, code, message } = answer.error;
  const parts = { type, status, code, message: message?.slice(0, 160) };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as JsonObject;
}

export function sceneEvidence(requests: readonly SeenRequest[]): readonly number[] {
  return requests.map(({ sequence }) => sequence);
}
