import { headerValue } from '../../traffic/headers.ts';
import { isJsonObject, type JsonObject } from '../../traffic/json.ts';
import { elsewhereOrigin } from '../with-origin.ts';
import { originOf, type Host, type Scene, type SeenRequest } from '../scene.ts';
import { clientCheck, expectInScene, type ClientCheck, type ClientJudgement } from './client-check.ts';
import { isPercentEncoded, optionIn, sameUrl } from './query.ts';
import { callsOf, locationOf, valueOf, type CallInScene } from './in-scene.ts';

const overPlainHttp = 'pagers of some libraries follow https links only: --host loopback-tls tells';

/** A page with a link to the next one, and the request that came after it in the same call. */
interface Turn {
  readonly page: SeenRequest;
  readonly link: string;
  readonly isEmpty: boolean;
  readonly next: SeenRequest | undefined;
}

function turnsOf({ requests }: Pick<CallInScene, 'requests'>): readonly Turn[] {
  return requests.flatMap((page, index) => {
    const answer = pageOf(page);
    const link = answer?.['@odata.nextLink'];
    if (answer === undefined || typeof link !== 'string' || link.startsWith(elsewhereOrigin)) return [];
    return [{ page, link, isEmpty: sizeOf(answer) === 0, next: requests[index + 1] }];
  });
}

/** Where a request went, as a link would say it. */
function addressOf({ host: name, target }: SeenRequest, host: Host): string {
  return `${originOf[host].split('//')[0]}//${name}${target}`;
}

function pageOf({ answer: { status, body } }: SeenRequest): JsonObject | undefined {
  return status === 200 && body.kind === 'json' && isJsonObject(body.value) && Array.isArray(body.value['value'])
    ? body.value
    : undefined;
}

function sizeOf(page: JsonObject): number {
  return Array.isArray(page['value']) ? page['value'].length : 0;
}

/** What a client makes of lists and of the links between their pages. */
export const listingChecks: readonly ClientCheck[] = [
  clientCheck('TC-LIST-020', (scene) => callsOf(scene, 'listAll').flatMap((call) => goesOn(call, scene))),

  clientCheck('TC-LIST-021', (scene) =>
    callsOf(scene, 'listAll').flatMap((call) =>
      turnsOf(call).flatMap(({ page, link, next }) => {
        if (next === undefined) return [];
        const followed = addressOf(next, scene.host);
        const evidence = [page.sequence, next.sequence];
        return [softened(scene, expectInScene(sameUrl(followed, link), 'url', link, followed, evidence))];
      }),
    ),
  ),

  clientCheck('TC-GEN-032', (scene) =>
    callsOf(scene, 'list').flatMap(({ made: { call }, requests: [request] }) => {
      if (call.query?.filter === undefined || request === undefined) return [];
      const query = locationOf(request)?.query ?? '';
      const read = optionIn(query, '$filter');
      if (!isPercentEncoded(query)) return [expectInScene(false, 'url', 'percent-encoded', query, [request.sequence])];
      return [expectInScene(read === call.query.filter, 'url', call.query.filter, read, [request.sequence])];
    }),
  ),

  clientCheck('TC-CLIENT-021', (scene) => {
    if (scene.case !== 'link-elsewhere') return [];
    const there = scene.requests.find(({ host }) => elsewhereOrigin.endsWith(host));
    const sends = there !== undefined && headerValue(there.headers, 'authorization') !== undefined;
    const value =
      there === undefined ? 'the link is not followed' : sends ? 'the token goes there' : 'no token goes there';
    return [{ kind: 'observed', observation: { subject: 'a nextLink that leads to another host', value } }];
  }),
];

/** True where a pager went from link to link, and handed over all the cards that it was served. */
export function pagesSoundly(call: CallInScene): boolean {
  const { host } = call.scene;
  const strays = turnsOf(call).some(({ next, link }) => next !== undefined && !sameUrl(addressOf(next, host), link));
  if (strays) return false;
  const pages = call.requests.map(pageOf).filter((page) => page !== undefined);
  const value = valueOf(call);
  return Array.isArray(value) && value.length === pages.reduce((sum, page) => sum + sizeOf(page), 0);
}

/** Every link is followed, and what the pages hold is handed over. */
function goesOn(call: CallInScene, scene: Scene): readonly ClientJudgement[] {
  const turns = turnsOf(call);
  const left = turns.find(({ next }) => next === undefined);
  if (left !== undefined) {
    const after = left.isEmpty ? 'stopped after an empty page' : 'stopped before the last page';
    return [softened(scene, expectInScene(false, 'url', left.link, after, [left.page.sequence]))];
  }
  if (turns.length === 0) return [];
  const value = valueOf(call);
  const pages = call.requests.map(pageOf).filter((page) => page !== undefined);
  const served = pages.reduce((sum, page) => sum + sizeOf(page), 0);
  const handed = Array.isArray(value) ? value.length : 0;
  const evidence = turns.flatMap(({ next }) => next?.sequence ?? []);
  return turns.map(() =>
    softened(scene, expectInScene(handed === served, 'value', `${served} cards`, `${handed} cards`, evidence)),
  );
}

/** Where plain pages are not gone through over plain http, the pager may be one that takes no such links at all. */
function softened(scene: Scene, judgement: ClientJudgement): ClientJudgement {
  const mayBeHttp = scene.case === 'pages' && scene.host === 'loopback';
  return judgement.kind === 'violated' && mayBeHttp ? { kind: 'undecided', because: overPlainHttp } : judgement;
}
