import { schemaErrors } from '../schemas/validators.ts';
import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { headerValue } from '../traffic/headers.ts';
import { at } from '../traffic/pointer.ts';
import {
  bodyInWords,
  every,
  expectThat,
  holds,
  notApplicable,
  observed,
  unchanged,
  violated,
} from './assertions/assertions.ts';
import { check, type Check, type Scope, type Subject } from './check.ts';
import { counted } from './assertions/counted.ts';
import { isUnreachable, mustSucceed } from './assertions/expectation.ts';
import { evidenceOf } from './scopes/called.ts';
import { queryOf } from './scopes/lists.ts';
import { comparedProperties } from './card/card-properties.ts';
import { afterRefusals } from './scopes/across.ts';
import { afterRefusedMakings } from './scopes/refused-makings.ts';
import { acceptedLikeControl, mutated, refused, refusedWith, statusAndCode } from './scopes/refusals.ts';
import { everyAnswer } from './scopes/responses.ts';
import { itemsOf, type Entry } from './trace/trace.ts';

/** Every request that the documents promise to succeed, whatever the operation. */
const promised: Scope<Promised> = {
  needsMadeTraffic: true,
  subjects(entry, trace, context) {
    return mustSucceed(entry, trace, context) ? [{ entry, evidence: evidenceOf(entry) }] : [];
  },
};

interface Promised extends Subject {
  readonly entry: Entry;
}

const innerErrorNames = ['innerError', 'innererror'] as const;

function innerError(body: Json | undefined): JsonObject | undefined {
  return innerErrorNames.map((name) => at(body, `/error/${name}`)).find(isJsonObject);
}

/** A list of media ranges of which one is JSON, or all there is, and is not ruled out by a weight of 0. */
function asksForJsonAmongOthers(accept = ''): boolean {
  const ranges = accept.split(',').map((range) => range.trim().toLowerCase());
  const isJson = (range: string): boolean => /^(application\/(json|\*)|\*\/\*)\s*(;|$)/.test(range);
  return ranges.length > 1 && ranges.some((range) => isJson(range) && !/;\s*q=0(\.0*)?\s*$/.test(range));
}

export const protocolChecks: readonly Check[] = [
  check('TC-GEN-001', promised, ({ entry }) => {
    if (isUnreachable(entry)) return violated('status', 'an operation, so neither 404, 405 nor 501', entry.status);
    return entry.accepted ? holds : notApplicable;
  }),
  check(
    'TC-GEN-002',
    mutated(
      ({ pointer, keyword }) =>
        pointer === 'header:Authorization' && (keyword === 'removed' || keyword === 'malformed'),
    ),
    refusedWith(401),
  ),
  check('TC-GEN-003', everyAnswer, ({ response }, { apiVersion }) => {
    if (response.status < 400) return notApplicable;
    if (response.body.kind !== 'json')
      return violated('body', 'a JSON object with an error object', bodyInWords(response.body));
    const error = schemaErrors(apiVersion, 'error', response.body.value).find(({ pointer }) => !/inner/i.test(pointer));
    return error === undefined
      ? holds
      : violated(
          error.pointer === '' ? '/error' : error.pointer,
          error.message,
          at(response.body.value, error.pointer),
        );
  }),
  check('TC-GEN-004', everyAnswer, ({ response }) => {
    if (response.status < 400 || response.body.kind !== 'json') return notApplicable;
    // Of an answer without an error object TC-GEN-003 speaks.
    if (!isJsonObject(at(response.body.value, '/error'))) return notApplicable;
    const inner = innerError(response.body.value);
    if (inner === undefined)
      return violated(
        '/error/innerError',
        'an object with request-id and date',
        at(response.body.value, '/error/innerError'),
      );
    return every(
      expectThat(
        typeof inner['request-id'] === 'string',
        '/error/innerError/request-id',
        'a string',
        inner['request-id'],
      ),
      expectThat(typeof inner['date'] === 'string', '/error/innerError/date', 'a string', inner['date']),
    );
  }),
  check('TC-GEN-005', everyAnswer, ({ response }) => {
    const id = headerValue(response.headers, 'request-id');
    return expectThat(id !== undefined && id !== '', 'header:request-id', 'an id', id);
  }),
  check('TC-GEN-019', everyAnswer, ({ entry, response }) => {
    const sent = headerValue(entry.exchange.request.headers, 'client-request-id');
    if (sent === undefined) return notApplicable;
    const back = headerValue(response.headers, 'client-request-id');
    return expectThat(back?.toLowerCase() === sent.toLowerCase(), 'header:client-request-id', sent, back);
  }),
  check('TC-GEN-006', everyAnswer, ({ response }) => {
    if (response.status < 200 || response.status > 299 || response.body.kind === 'empty') return notApplicable;
    const type = headerValue(response.headers, 'content-type');
    return expectThat(
      type !== undefined && /^application\/json\s*(;|$)/i.test(type),
      'header:content-type',
      'application/json',
      type,
    );
  }),
  check('TC-GEN-007', everyAnswer, ({ response }) => {
    if (response.status !== 204) return notApplicable;
    const length = headerValue(response.headers, 'content-length');
    return every(
      expectThat(
        response.body.kind === 'empty',
        'body',
        '(empty)',
        response.body.kind === 'empty' ? null : response.body.text,
      ),
      // A client drops the body of a 204; the length that a server announces gives it away.
      length === undefined ? holds : expectThat(Number(length) === 0, 'header:content-length', '0', length),
    );
  }),
  check(
    'TC-GEN-008',
    mutated(({ pointer, keyword }) => pointer === 'url' && keyword === 'letterCase'),
    acceptedLikeControl,
  ),
  check(
    'TC-GEN-009',
    mutated(({ pointer, keyword }) => pointer === 'url:card' && keyword === 'letterCase'),
    ({ entry }) => observed('get of a card whose id is in other letter case', statusAndCode(entry)),
  ),
  check(
    'TC-GEN-015',
    mutated(({ keyword }) => keyword === 'malformed:json'),
    refusedWith(400),
  ),
  check(
    'TC-GEN-016',
    mutated(({ pointer, keyword }) => pointer === 'header:Content-Type' && keyword === 'unsupported'),
    refusedWith(400, 415),
  ),
  check(
    'TC-GEN-017',
    mutated(({ pointer, keyword }) => pointer === 'url:team' && keyword === 'unknown'),
    refusedWith(403, 404),
  ),
  check(
    'TC-GEN-018',
    // Libraries offer PATCH, and a page did once: what becomes of it is observed by TC-REPLACE-007.
    mutated(({ pointer, keyword }) => pointer === 'method' && keyword !== 'PATCH'),
    // Not Implemented is a documented refusal of what is not offered, too.
    (subject) => (subject.entry.status === 501 && subject.control.accepted ? holds : refused(subject)),
  ),
  check(
    'TC-GEN-021',
    mutated(({ keyword }) => keyword === 'offset'),
    acceptedLikeControl,
  ),
  check(
    'TC-GEN-026',
    mutated(({ pointer, keyword }) => pointer === 'url:query' && keyword === 'withoutDollar'),
    (subject) => {
      const { entry } = subject;
      const most = Number(/(?:^|&)top=(\d+)/.exec(queryOf(entry))?.[1] ?? Infinity);
      const items = itemsOf(entry.answer).length;
      return every(
        acceptedLikeControl(subject),
        entry.accepted
          ? expectThat(items <= most, '/value', `at most ${counted(most, 'item')}`, counted(items, 'item'))
          : notApplicable,
      );
    },
  ),
  check('TC-GEN-020', afterRefusals, ({ before, after }) =>
    after === undefined ? violated('status', 200, 404) : unchanged(before, after, comparedProperties),
  ),
  check('TC-GEN-039', everyAnswer, ({ entry: { exchange }, response: { status } }) => {
    const { headers } = exchange.request;
    if (!asksForJsonAmongOthers(headerValue(headers, 'accept'))) return notApplicable;
    // It may be the language of which there is none.
    if (status === 406 && headerValue(headers, 'accept-language') !== undefined)
      return { kind: 'undecided', because: 'refused' };
    return expectThat(status !== 406, 'status', 'not 406', status);
  }),
  check('TC-GEN-036', afterRefusedMakings, ({ appeared: [ghost] }, { cardsMayAppear }) => {
    if (ghost === undefined) return holds;
    return cardsMayAppear === true
      ? { kind: 'undecided', because: 'transport' }
      : violated('/value', 'only the cards that were there', `the card ${ghost}`);
  }),
];
