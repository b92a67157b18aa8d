import type { Body, Headers } from '../traffic/exchange.ts';
import { headerValue } from '../traffic/headers.ts';
import { at } from '../traffic/pointer.ts';
import { notApplicable, observed, unseen } from './assertions/assertions.ts';
import { check, type Check } from './check.ts';
import { errorCodes } from './error-codes.ts';
import { shownLocation } from './card/location-names.ts';
import { refusalSays } from './assertions/refusal.ts';
import { mutated, statusAndCode } from './scopes/refusals.ts';
import { everyAnswer } from './scopes/responses.ts';
import { itemsOf } from './trace/trace.ts';
import { unusualClothes } from './unusual-clothes.ts';

/** How the server answers where no document says how: recorded, never judged. */
export const protocolFactChecks: readonly Check[] = [
  check('TC-GEN-022', everyAnswer, ({ entry: { answer }, response: { status } }) => {
    if (status < 400) return notApplicable;
    const codes = errorCodes(answer);
    return observed(`codes of an answer ${status}`, codes.length === 0 ? 'none' : codes.join(' > '));
  }),
  check('TC-GEN-023', everyAnswer, ({ response: { status, headers, body } }) => {
    const kind = kindOf(status, body);
    return observed(`headers of ${kind}`, namesOf(headers));
  }),
  check(
    'TC-GEN-024',
    mutated(({ pointer, keyword }, operation) => pointer === '' && keyword === 'letterCase' && operation === 'clockIn'),
    ({ entry, control }, context) => {
      if (!entry.accepted) return observed('clockIn with names in other letter case', statusAndCode(entry));
      const [location, wanted] = [entry, control].map((one) =>
        shownLocation(at(one?.answer, '/clockInEvent'), context),
      );
      return observed('clockIn with names in other letter case', location === wanted ? 'taken' : 'ignored');
    },
  ),
  check(
    'TC-GEN-025',
    mutated(({ pointer, keyword }) => pointer === 'url:query' && keyword === 'letterCase'),
    ({ entry, control }) => {
      if (!entry.accepted)
        return observed('list with the name of an option in other letter case', statusAndCode(entry));
      const same = itemsOf(entry.answer).length === itemsOf(control.answer).length;
      return observed('list with the name of an option in other letter case', same ? 'taken' : 'ignored');
    },
  ),
  check(
    'TC-GEN-037',
    mutated(({ pointer, keyword }) => pointer === 'url' && keyword === 'qualified'),
    ({ entry }) => observed('clockIn by its name with the namespace', statusAndCode(entry)),
  ),
  check('TC-GEN-038', everyAnswer, ({ entry }, context) => {
    const clothes = entry.exchange.intent?.mutation === undefined ? unusualClothes(entry, context) : [];
    // What a card in another state, or a role, has against it, it has against it in any clothes.
    if (clothes.length === 0) return notApplicable;
    const subject = `request with ${clothes.join(' and ')}`;
    if (!entry.accepted && refusalSays(entry) !== 'wrong') return unseen(subject);
    return observed(subject, entry.accepted ? 'accepted' : statusAndCode(entry));
  }),
  check(
    'TC-GEN-027',
    mutated(({ pointer, keyword }) => pointer === 'header:Accept' && keyword === 'unsupported'),
    ({ entry }) => observed('get that accepts only another format', statusAndCode(entry)),
  ),
  check('TC-GEN-040', everyAnswer, ({ entry, response: { status, body } }) => {
    const { operation, exchange } = entry;
    const isPlain =
      exchange.intent?.mutation === undefined && headerValue(exchange.request.headers, 'prefer') === undefined;
    if (operation === 'unknown' || !isPlain) return notApplicable;
    if (status < 200 || status >= 300) return unseen(`success of ${operation}`);
    return observed(`success of ${operation}`, `${status} ${body.kind === 'empty' ? 'without a body' : 'with a body'}`);
  }),
  check('TC-GEN-041', everyAnswer, ({ response: { headers } }) => {
    const said = [
      ['deprecated', headerValue(headers, 'deprecation')],
      ['ends', headerValue(headers, 'sunset')],
    ].flatMap(([word, value]) => (value === undefined ? [] : [`${word} ${dayOf(value)}`]));
    return observed('announcement of an end', said.length === 0 ? 'none' : said.join(', '));
  }),
];

/** The day that a header names: as seconds since the epoch (RFC 9745), or as a date of HTTP (RFC 8594). */
function dayOf(value: string): string {
  const [, seconds] = /^@(\d{1,12})$/.exec(value.trim()) ?? [];
  const time = seconds === undefined ? Date.parse(value) : Number(seconds) * 1000;
  return Number.isNaN(time) ? 'without a date' : new Date(time).toISOString().slice(0, 10);
}

/** What stands there by chance of the connection and says nothing of the service. */
const ofTheConnection: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
]);

/** A server sends the same few lists of headers again and again. */
const mostLists = 200;
const namesByList = new Map<string, string>();

/** The names of headers in lower case, each once and in order, without those of the connection. */
function namesOf(headers: Headers): string {
  let list = '';
  for (const [name] of headers) list += `${name}\n`;
  const known = namesByList.get(list);
  if (known !== undefined) return known;
  const names = new Set(headers.map(([name]) => name.toLowerCase()).filter((name) => !ofTheConnection.has(name)));
  const text = names.size === 0 ? 'none' : [...names].toSorted().join(', ');
  if (namesByList.size >= mostLists) namesByList.clear();
  namesByList.set(list, text);
  return text;
}

function kindOf(status: number, body: Body): string {
  if (status === 429) return 'an answer 429';
  if (status >= 400) return 'a refusal';
  return body.kind === 'empty' ? 'a success without a body' : 'a success with a body';
}
