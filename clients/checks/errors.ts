import { isJsonObject, type Json } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { clientCheck, expectInScene, type ClientCheck, type ClientJudgement } from './client-check.ts';
import { callsOf, errorInWords, sceneEvidence, type CallInScene } from './in-scene.ts';

/** What a call was refused with for good; undefined where it was not. */
function refusalOf({
  requests,
}: CallInScene): { readonly status: number; readonly code: Json | undefined } | undefined {
  const answer = requests.at(-1)?.answer;
  // What goes beyond the script is answered 501, and refuses nothing that was asked.
  if (answer === undefined || answer.status < 400 || answer.status === 501) return undefined;
  const { body, status } = answer;
  const code = body.kind === 'json' && isJsonObject(body.value) ? at(body.value, '/error/code') : undefined;
  return { status, code };
}

function reachable(call: CallInScene, name: 'status' | 'code', expected: Json): ClientJudgement {
  const { answer } = call.made;
  const evidence = sceneEvidence(call.requests);
  if (!('error' in answer))
    return expectInScene(false, 'error', `an error with ${name} ${JSON.stringify(expected)}`, 'success', evidence);
  return expectInScene(answer.error[name] === expected, `error/${name}`, expected, errorInWords(call), evidence);
}

/** What a client makes of success and of refusals. */
export const errorChecks: readonly ClientCheck[] = [
  clientCheck('TC-CLIENT-001', (scene) =>
    callsOf(scene, 'clockOut', 'startBreak', 'endBreak', 'confirm', 'replace', 'delete')
      .filter(({ requests }) => requests.at(-1)?.answer.status === 204)
      .map((call) =>
        expectInScene(
          !('error' in call.made.answer),
          'error',
          '(no error)',
          errorInWords(call),
          sceneEvidence(call.requests),
        ),
      ),
  ),

  clientCheck('TC-GEN-029', (scene) =>
    callsOf(scene).flatMap((call) => {
      const refused = refusalOf(call);
      if (refused?.code === undefined) return [];
      const status = reachable(call, 'status', refused.status);
      return [status.kind === 'holds' ? reachable(call, 'code', refused.code) : status];
    }),
  ),

  clientCheck('TC-CLIENT-016', (scene) =>
    callsOf(scene).flatMap((call) => {
      const refused = refusalOf(call);
      return refused === undefined || refused.code !== undefined ? [] : [reachable(call, 'status', refused.status)];
    }),
  ),

  clientCheck('TC-CLIENT-002', (scene) =>
    callsOf(scene, 'replace').flatMap(({ requests: [request] }) =>
      request === undefined
        ? []
        : [expectInScene(request.method === 'PUT', 'method', 'PUT', request.method, [request.sequence])],
    ),
  ),
];
