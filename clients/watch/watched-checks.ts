import { isJsonObject, type Json } from '../../traffic/json.ts';
import { clientCheck, expectInScene, type ClientCheck, type ClientJudgement } from '../checks/client-check.ts';
import { everyRequestChecks } from '../checks/every-request.ts';
import { hasOffset } from '../checks/instants.ts';
import { locationOf } from '../checks/in-scene.ts';
import { isPercentEncoded, optionIn, sameUrl } from '../checks/query.ts';
import { repeatingChecks } from '../checks/repeating.ts';
import { writingChecks } from '../checks/writing.ts';
import type { Scene, SeenRequest } from '../scene.ts';

/** What requests alone show, of a program whose calls nobody knows. */
const fromRequests: readonly ClientCheck[] = [
  clientCheck('TC-GEN-032', (scene) =>
    listsIn(scene).flatMap((request) => {
      const query = locationOf(request)?.query ?? '';
      if (query === '' || linksBefore(scene, request).some((link) => isThat(link, request))) return [];
      const evidence = [request.sequence];
      if (!isPercentEncoded(query)) return [expectInScene(false, 'url', 'percent-encoded', query, evidence)];
      const filter = optionIn(query, '$filter');
      // A quote that is not doubled ends its text, and then there is an odd number of them.
      const quotes = filter?.split("'").length ?? 1;
      return [expectInScene(quotes % 2 === 1, 'url', 'single quotes in pairs', filter, evidence)];
    }),
  ),

  clientCheck('TC-LIST-021', (scene) =>
    listsIn(scene).flatMap((request): readonly ClientJudgement[] => {
      const token = optionIn(locationOf(request)?.query ?? '', '$skiptoken');
      const links = linksBefore(scene, request).filter(
        (link) => token !== undefined && optionIn(link.split('?')[1] ?? '', '$skiptoken') === token,
      );
      const [link] = links;
      if (link === undefined) return [];
      return [
        expectInScene(
          links.some((one) => isThat(one, request)),
          'url',
          pathOf(link),
          request.target,
          [request.sequence],
        ),
      ];
    }),
  ),

  clientCheck('TC-CLIENT-004', (scene) =>
    scene.requests.flatMap((request) =>
      timesIn(request.body.kind === 'json' ? request.body.value : null).map(([pointer, text]) =>
        expectInScene(hasOffset(text), pointer, 'a time with Z or an offset', text, [request.sequence]),
      ),
    ),
  ),
];

const alsoWithoutCalls: ReadonlySet<string> = new Set([
  'TC-CLIENT-013',
  'TC-CLIENT-019',
  'TC-GEN-014',
  'TC-GEN-031',
  'TC-GEN-034',
]);

/** The checks that need no driver. */
export const watchedChecks: readonly ClientCheck[] = [
  ...everyRequestChecks.filter(({ requirement }) => requirement !== 'TC-CLIENT-022'),
  ...[...repeatingChecks, ...writingChecks].filter(({ requirement }) => alsoWithoutCalls.has(requirement)),
  ...fromRequests,
];

function listsIn({ requests }: Scene): readonly SeenRequest[] {
  return requests.filter((request) => locationOf(request)?.operation === 'list');
}

/** The links to next pages that had been handed out when a request came. */
function linksBefore({ requests }: Scene, { sequence }: SeenRequest): readonly string[] {
  return requests.slice(0, sequence - 1).flatMap(({ answer: { body } }) => {
    const link = body.kind === 'json' && isJsonObject(body.value) ? body.value['@odata.nextLink'] : undefined;
    return typeof link === 'string' ? [link] : [];
  });
}

function pathOf(link: string): string {
  return link.replace(/^https?:\/\/[^/]+/, '');
}

function isThat(link: string, { target }: SeenRequest): boolean {
  return sameUrl(pathOf(link), target);
}

/** Every dateTime within a value that is text, with the pointer to it. */
function timesIn(value: Json, pointer = ''): readonly (readonly [pointer: string, text: string])[] {
  if (Array.isArray(value))
    return (value as readonly Json[]).flatMap((one, index) => timesIn(one, `${pointer}/${index}`));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'dateTime' && typeof member === 'string'
      ? [[`${pointer}/${name}`, member] as const]
      : timesIn(member, `${pointer}/${name}`),
  );
}
