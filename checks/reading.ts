import { isJsonObject, type JsonObject } from '../specs/json.ts';
import { at } from '../specs/pointer.ts';
import { schemaErrors } from '../schemas/validators.ts';
import { every, expectThat, notApplicable, observed, violated, holds } from './assertions.ts';
import { check, type Answer, type Check } from './check.ts';
import { readAfterDelete } from './scopes/across.ts';
import { called, documentedStatus } from './scopes/called.ts';
import { pages, queryOf, wholeWalks } from './scopes/lists.ts';
import { mutated, refusedWith } from './scopes/refusals.ts';

const unknownCard = (wanted: 'get' | 'delete') =>
  mutated(({ pointer, keyword }, operation) => operation === wanted && pointer === 'url:card' && keyword === 'unknown');

/** An id that is a number is still that card's; TC-SHAPE-013 asks for text. */
function isThatCard(card: JsonObject, cardId: string): Answer {
  const id = card['id'];
  return expectThat(id === cardId || (typeof id === 'number' && String(id) === cardId), '/id', cardId, id);
}

export const getChecks: readonly Check[] = [
  check('TC-GET-001', called('get'), (subject) => {
    const { answer, accepted, cardId } = subject.entry;
    if (!accepted) return documentedStatus(subject);
    if (!isJsonObject(answer)) return violated('body', 'the timeCard of that id', answer);
    return every(documentedStatus(subject), cardId === undefined ? notApplicable : isThatCard(answer, cardId));
  }),
  check('TC-GET-002', unknownCard('get'), refusedWith(404)),
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
];

export const listChecks: readonly Check[] = [
  check('TC-LIST-001', called('list'), (subject) => {
    if (!subject.entry.accepted) return documentedStatus(subject);
    const value = at(subject.entry.answer, '/value');
    return every(
      documentedStatus(subject),
      expectThat(Array.isArray(value), '/value', 'an array', value ?? subject.entry.answer),
    );
  }),
  check('TC-LIST-002', pages(/^/), ({ items }) => {
    for (const [index, item] of items.entries()) {
      if (!isJsonObject(item)) return violated(`/value/${index}`, 'a timeCard object', item);
      if (typeof item['id'] !== 'string' || item['id'] === '')
        return violated(`/value/${index}/id`, 'the id of a timeCard', item['id']);
      const error = schemaErrors('v1.0', 'timeCard', item)[0];
      if (error !== undefined)
        return violated(`/value/${index}${error.pointer}`, error.message, at(item, error.pointer));
    }
    return items.length === 0 ? notApplicable : holds;
  }),
  check('TC-LIST-003', wholeWalks, ({ ids, cards, pages: walked }) => {
    const there = cards.filter(
      ({ deletedBy, madeBy, doubtful }) =>
        doubtful === undefined &&
        deletedBy === undefined &&
        madeBy !== undefined &&
        madeBy.sequence < (walked[0]?.sequence ?? 0),
    );
    const missing = there.find(({ id }) => !ids.has(id));
    if (there.length === 0) return notApplicable;
    return missing === undefined ? holds : violated('/value', `the card ${missing.id}`, '(absent)');
  }),
  check('TC-LIST-010', wholeWalks, ({ ids, cards, pages: walked }) => {
    const gone = cards.filter(({ deletedBy }) => deletedBy !== undefined && deletedBy < (walked[0]?.sequence ?? 0));
    const back = gone.find(({ id }) => ids.has(id));
    if (gone.length === 0) return notApplicable;
    return back === undefined ? holds : violated('/value', `without the deleted card ${back.id}`, back.id);
  }),
  check('TC-LIST-004', pages(/\$top=\d+/i), ({ items, entry }) => {
    const top = Number(/\$top=(\d+)/i.exec(queryOf(entry))?.[1]);
    return expectThat(items.length <= top, '/value', `at most ${top} items`, `${items.length} items`);
  }),
  check('TC-LIST-006', pages(/\$filter=state eq 'clockedOut'$/i), ({ items }) => {
    const other = items.findIndex((item) => at(item, '/state') !== 'clockedOut');
    if (items.length === 0) return notApplicable;
    return other === -1 ? holds : violated(`/value/${other}/state`, 'clockedOut', at(items[other], '/state'));
  }),
  check(
    'TC-LIST-007',
    mutated(
      ({ pointer, keyword }, operation) =>
        operation === 'list' && pointer === 'url:query' && keyword === 'undocumentedExpression',
    ),
    ({ entry }) => observed(`list with ${queryOf(entry)}`, entry.status ?? 'no answer'),
  ),
  check(
    'TC-LIST-008',
    mutated(
      ({ pointer, keyword }, operation) =>
        operation === 'list' && pointer === 'url:query' && keyword === 'invalidFilter',
    ),
    refusedWith(400),
  ),
  check(
    'TC-LIST-009',
    mutated(
      ({ pointer, keyword }, operation) =>
        operation === 'list' && pointer === 'url:query' && keyword === 'undocumentedOption',
    ),
    ({ entry }) => observed(`list with ${queryOf(entry)}`, entry.status ?? 'no answer'),
  ),
];

export const deleteChecks: readonly Check[] = [
  check('TC-DELETE-001', called('delete'), documentedStatus),
  check('TC-DELETE-002', readAfterDelete, ({ entry }) =>
    entry.status === undefined || entry.status === 429 || entry.status === 503
      ? { kind: 'undecided', because: 'transport' }
      : expectThat(entry.status === 404, 'status', 404, entry.status),
  ),
  check('TC-DELETE-003', unknownCard('delete'), refusedWith(404)),
];
