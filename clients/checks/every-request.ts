import { headerValue } from '../../traffic/headers.ts';
import type { Operation } from '../../traffic/operation.ts';
import { elsewhereOrigin } from '../with-origin.ts';
import type { Scene, SeenRequest } from '../scene.ts';
import { clientCheck, expectInScene, holdsInScene, type ClientCheck, type ClientJudgement } from './client-check.ts';
import { locationOf, sentInWords, sentObject } from './in-scene.ts';

/** The requests of these operations, of all without any. */
function requestsOf(scene: Scene, ...operations: readonly Operation[]): readonly SeenRequest[] {
  return requestsToGraph(scene).filter((request) => {
    const operation = locationOf(request)?.operation;
    return operations.length === 0 || operations.some((one) => one === operation);
  });
}

/** Neither to another host nor after a redirect: of those no page of Graph says anything. */
function requestsToGraph({ requests }: Scene): readonly SeenRequest[] {
  return requests.filter(
    ({ host }, index) => !elsewhereOrigin.endsWith(`/${host}`) && requests[index - 1]?.answer.status !== 307,
  );
}

const overPlainHttp = 'some libraries hold the token back over plain http: --host loopback-tls tells';
const onGraphOnly = 'some libraries send it to hosts of Graph only: --host graph tells';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What every request of a client must carry, whatever it asks for. */
export const everyRequestChecks: readonly ClientCheck[] = [
  clientCheck('TC-AUTH-017', (scene) =>
    requestsToGraph(scene).map((request) => {
      const sent = headerValue(request.headers, 'authorization');
      if (sent === undefined && scene.host === 'loopback') return { kind: 'undecided', because: overPlainHttp };
      const token = scene.calls[request.call - 1]?.call.token;
      const right =
        token === undefined
          ? /^bearer \S+$/i.test(sent ?? '')
          : sent?.toLowerCase() === `bearer ${token}`.toLowerCase();
      return expectInScene(right, 'header:Authorization', 'Bearer {token}', sent, [request.sequence]);
    }),
  ),

  clientCheck('TC-AUTH-018', (scene) =>
    scene.requests.map((request) => {
      const sent = headerValue(request.headers, 'ms-app-acts-as');
      return expectInScene(sent === undefined, 'header:MS-APP-ACTS-AS', '(not sent)', sent, [request.sequence]);
    }),
  ),

  clientCheck('TC-GEN-030', (scene) => {
    const first = new Map<string, SeenRequest>();
    return requestsToGraph(scene).map((request): ClientJudgement => {
      const sent = headerValue(request.headers, 'client-request-id');
      const at = 'header:client-request-id';
      if (sent === undefined && scene.host !== 'graph') return { kind: 'undecided', because: onGraphOnly };
      if (sent === undefined || !guid.test(sent))
        return expectInScene(false, at, 'a GUID of its own', sent, [request.sequence]);
      const earlier = first.get(sent.toLowerCase());
      if (earlier === undefined) {
        first.set(sent.toLowerCase(), request);
        return holdsInScene;
      }
      // The same request once more may well carry the id that it had.
      return expectInScene(isRepeat(earlier, request), at, 'a new GUID', sent, [earlier.sequence, request.sequence]);
    });
  }),

  clientCheck('TC-GEN-033', (scene) => {
    const known = new Set(scene.calls.flatMap(({ call }) => call.card ?? []));
    const inLowerCase = new Map([...known].map((id) => [id.toLowerCase(), id]));
    return scene.requests.flatMap((request) => {
      const sent = locationOf(request)?.cardId;
      const meant = sent === undefined ? undefined : inLowerCase.get(sent.toLowerCase());
      for (const id of idsIn(request)) inLowerCase.set(id.toLowerCase(), id);
      return sent === undefined || meant === undefined
        ? []
        : [expectInScene(sent === meant, 'url', meant, sent, [request.sequence])];
    });
  }),

  bodiless('TC-GET-005', 'get'),
  clientCheck('TC-GET-006', (scene) =>
    requestsOf(scene, 'get').map((request) => {
      const query = locationOf(request)?.query ?? '';
      return expectInScene(query === '', 'url', '(no query options)', query, [request.sequence]);
    }),
  ),

  bodiless('TC-LIST-022', 'list'),
  bodiless('TC-DELETE-006', 'delete'),
  asJson('TC-CREATE-037', 'create'),
  asJson('TC-CLOCKIN-035', 'clockIn'),
  asJson('TC-CLOCKOUT-026', 'clockOut'),

  clientCheck('TC-CLOCKIN-037', (scene) =>
    requestsOf(scene, 'clockIn').flatMap((request) => {
      const sent = sentObject(request)?.['onBehalfOfUserId'];
      if (typeof sent !== 'string') return [];
      // oxlint-disable-next-line no-control-regex -- ASCII is what it is about
      return [expectInScene(/^[\x00-\x7f]*$/.test(sent), '/onBehalfOfUserId', 'ASCII', sent, [request.sequence])];
    }),
  ),

  clientCheck('TC-CLIENT-022', (scene) => {
    const [request] = scene.requests;
    if (request === undefined || scene.case !== 'clock-in') return [];
    const of = (name: string): string => headerValue(request.headers, name) ?? '(not sent)';
    return ['User-Agent', 'SdkVersion', 'Content-Encoding'].map((name) => ({
      kind: 'observed',
      observation: { subject: `${name} of clockIn`, value: of(name.toLowerCase()) },
    }));
  }),
];

/** Whether a request is an earlier one of the same call, sent again. */
function isRepeat(earlier: SeenRequest, later: SeenRequest): boolean {
  return earlier.call === later.call && earlier.method === later.method && earlier.target === later.target;
}

function idsIn({ answer: { body } }: SeenRequest): readonly string[] {
  return body.kind === 'json' ? [...body.text.matchAll(/"id":"(TCK_[^"]+)"/g)].map(([, id = '']) => id) : [];
}

/** No body; of a get no query options either. */
function bodiless(requirement: ClientCheck['requirement'], operation: Operation): ClientCheck {
  return clientCheck(requirement, (scene) =>
    requestsOf(scene, operation).map((request) =>
      expectInScene(request.body.kind === 'empty', 'body', '(no body)', sentInWords(request), [request.sequence]),
    ),
  );
}

/** A JSON object that says that it is one. An action whose caller gave no parameter may go without. */
function asJson(requirement: ClientCheck['requirement'], operation: Operation): ClientCheck {
  return clientCheck(requirement, (scene) =>
    requestsOf(scene, operation)
      .filter((request) => !isEmptyOnPurpose(scene, request) && !isSentAgain(scene, request))
      .map((request) => {
        const type = headerValue(request.headers, 'content-type');
        const isObject = sentObject(request) !== undefined && request.wronglyCoded === undefined;
        if (!isObject) return expectInScene(false, 'body', 'a JSON object', sentInWords(request), [request.sequence]);
        const named = type?.split(';')[0]?.trim().toLowerCase() === 'application/json';
        return expectInScene(named, 'header:Content-Type', 'application/json', type, [request.sequence]);
      }),
  );
}

/** What a repeat owes is a matter of its own: TC-CLIENT-013. */
function isSentAgain({ requests }: Scene, request: SeenRequest): boolean {
  return requests.some(
    (earlier) => earlier.sequence < request.sequence && earlier.answer.status >= 300 && isRepeat(earlier, request),
  );
}

function isEmptyOnPurpose(scene: Scene, { body, call }: SeenRequest): boolean {
  if (body.kind !== 'empty') return false;
  const set = scene.calls[call - 1]?.call.body?.set;
  return set === undefined || Object.keys(set).length === 0;
}
