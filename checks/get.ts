import { isJsonObject, type JsonObject } from '../traffic/json.ts';
import { every, expectThat, notApplicable, observed, sameId, violated } from './assertions/assertions.ts';
import { check, type Answer, type Check } from './check.ts';
import { called, documentedStatus } from './scopes/called.ts';
import { queryOf } from './scopes/lists.ts';
import { mutated, refusedWith, unknownCardRefused } from './scopes/refusals.ts';

/** An id that is a number is still that card's; TC-SHAPE-013 asks for text. So is one in other letter case (TC-GEN-009). */
function isThatCard(card: JsonObject, cardId: string): Answer {
  const id = card['id'];
  const shown = typeof id === 'number' ? String(id) : id;
  const same = typeof shown === 'string' && (sameId(shown, cardId) || shown.toLowerCase() === cardId.toLowerCase());
  return expectThat(same, '/id', cardId, id);
}

export const getChecks: readonly Check[] = [
  check('TC-GET-001', called('get'), (subject) => {
    const { answer, accepted, cardId } = subject.entry;
    if (!accepted) return documentedStatus(subject);
    if (!isJsonObject(answer)) return violated('body', 'the timeCard of that id', answer);
    return every(documentedStatus(subject), cardId === undefined ? notApplicable : isThatCard(answer, cardId));
  }),
  check(
    'TC-GET-002',
    mutated(
      ({ pointer, keyword }, operation) => operation === 'get' && pointer === 'url:card' && keyword === 'unknown',
    ),
    unknownCardRefused,
  ),
  check(
    'TC-GET-003',
    mutated(({ pointer }, operation) => operation === 'get' && pointer === 'url:query'),
    ({ entry }) =>
      observed(
        `get with ${queryOf(entry)}`,
        entry.accepted
          ? `${entry.status}, ${Object.keys(isJsonObject(entry.answer) ? entry.answer : {}).length > 2 ? 'ignored' : 'honoured'}`
          : (entry.status ?? 'no answer'),
      ),
  ),
  check(
    'TC-GET-004',
    mutated(({ pointer, keyword }, operation) => operation === 'get' && pointer === 'url:team' && keyword === 'other'),
    refusedWith(403, 404),
  ),
];
