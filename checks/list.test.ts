import type { Exchange } from '../traffic/exchange.ts';
import type { Json, JsonObject } from '../traffic/json.ts';
import { changed, otherTeam, secondUser, team } from '../test/exchanges.ts';
import {
  asChanged,
  beside,
  clockIn,
  clockOut,
  closedCard,
  create,
  createdCard,
  get,
  list,
  openCard,
  refusal,
  remove,
} from '../test/card-exchanges.ts';
import { describeChecks, type Row } from '../test/check-table.ts';
import { listChecks } from './list.ts';

const both = [create(), clockIn()];
const latestFirst = '$top=1&$orderby=createdDateTime desc';
const openOnes = "$top=1&$filter=state eq 'clockedIn'";
const colleagues = { ...openCard, id: 'TCK_colleague', userId: secondUser };
const foreign = { ...closedCard, id: 'TCK_foreign', userId: secondUser };
const notes = { content: 'of a copy', contentType: 'text' };
const read = [create(), get(createdCard)] as const;
const links = Array.from({ length: 30 }, (_, index) => `https://clock.test/next/${index + 1}`);
const noneOf = (pages: number): readonly (readonly Json[])[] => Array.from({ length: pages }, () => []);

/** The pages of one list: the first with the query, the others under opaque links. */
function pagesOf(query: string, ...pages: readonly (readonly Json[])[]): readonly Exchange[] {
  return pages.map((value, index) => {
    const link = index === pages.length - 1 ? undefined : `${links[index]}`;
    return list(value, {
      ...(index === 0 ? { query } : { url: `${links[index - 1]}` }),
      response: { body: { value, ...(link === undefined ? {} : { '@odata.nextLink': link }) } },
    });
  });
}

/** So many cards, each made a second after the one before. */
function madeEachSecond(amount: number): readonly JsonObject[] {
  return Array.from({ length: amount }, (_, index) => ({
    ...closedCard,
    id: `TCK_${index}`,
    createdDateTime: new Date(Date.UTC(2025, 0, 7, 21, 35, index)).toISOString(),
  }));
}

const toItself = list([createdCard], {
  url: `${links[0]}`,
  response: { body: { value: [createdCard], '@odata.nextLink': `${links[0]}` } },
});
const first = pagesOf('$top=1', [openCard], []).slice(0, 1);

function leading(link: string): Exchange {
  return list([openCard], { response: { body: { value: [openCard], '@odata.nextLink': link } } });
}

const [second, third] = [changed(createdCard, { '/id': 'TCK_2' }), changed(createdCard, { '/id': 'TCK_3' })];
/** Three cards that are there, and a list that shows them. */
const three = [
  clockIn(),
  create({ '/id': 'TCK_2' }),
  create({ '/id': 'TCK_3' }),
  list([openCard, second, third], { query: '' }),
];

/** A list of two pages between which a card is deleted. */
function pastDelete(
  query: string,
  card: JsonObject,
  pages: readonly (readonly Json[])[],
  status = 204,
): readonly Exchange[] {
  const [front, ...rest] = pagesOf(query, ...pages);
  return [...(front === undefined ? [] : [front]), remove(card, { response: { status } }), ...rest];
}

const rows: readonly Row[] = [
  {
    requirement: 'TC-LIST-001',
    violated: [list([], { response: { body: [] } })],
    pointer: 'body',
    holds: [list([])],
    silent: [list([], { query: '$search=a', response: refusal(400) })],
  },
  {
    requirement: 'TC-LIST-001',
    name: 'an object without an array',
    violated: [list([], { response: { body: { value: {} } } })],
    pointer: '/value',
    holds: [list([])],
    silent: [list([], { query: '$search=a', response: refusal(400) })],
  },
  {
    requirement: 'TC-LIST-002',
    violated: [list([openCard, { state: 'clockedIn' }])],
    pointer: '/value/1/id',
    holds: [list([openCard, { id: 'TCK_1', vendor: 7 }])],
    silent: [list([]), list([{ state: 'clockedIn' }], { query: '$select=state', intent: false })],
  },
  {
    requirement: 'TC-LIST-002',
    name: 'no object',
    violated: [list([7])],
    pointer: '/value/0',
    holds: [list([openCard])],
    silent: [list([])],
  },
  {
    requirement: 'TC-LIST-003',
    violated: [...both, list([openCard, foreign])],
    pointer: '/value',
    holds: [...both, ...pagesOf('', [foreign, openCard], [], [createdCard])],
    // Of somebody else, made later, made elsewhere, in doubt, or not seen to the end.
    silent: [
      clockIn({ '/userId': secondUser }),
      list([]),
      create({}, { team: otherTeam }),
      list([]),
      create(),
      remove(createdCard, { fault: 'reset' }),
      list([]),
      list([], { response: { body: { value: [], '@odata.nextLink': `${links[0]}` } } }),
    ],
  },
  {
    requirement: 'TC-LIST-003',
    name: 'before the end of a list in an order',
    violated: [...both, list([foreign])],
    pointer: '/value',
    holds: [...both, ...pagesOf(latestFirst, [openCard], [createdCard], [foreign]).slice(0, 2)],
    // What is not found yet may come, and a list of one state or in no order says nothing before its end.
    silent: [
      ...both,
      ...pagesOf(latestFirst, [openCard], [foreign], [createdCard]).slice(0, 2),
      ...pagesOf('$top=2', [openCard, createdCard], []).slice(0, 1),
      ...pagesOf(`${latestFirst}&$filter=state eq 'clockedIn'`, [openCard, createdCard], []).slice(0, 1),
    ],
  },
  {
    requirement: 'TC-LIST-004',
    violated: [list([openCard, foreign], { query: '%24top=1' })],
    pointer: '/value',
    holds: [list([openCard], { query: '%24top=1' })],
    silent: [
      list([openCard, foreign]),
      list([openCard, foreign], { query: '$Top=1' }),
      list([], { query: '$top=1', response: { body: [] } }),
    ],
  },
  {
    requirement: 'TC-LIST-005',
    violated: [...both, list([openCard, createdCard]), ...pagesOf('$top=1', [openCard])],
    pointer: '/@odata.nextLink',
    holds: [...both, ...pagesOf('$top=1', [openCard], [createdCard])],
    silent: [
      ...pagesOf('$top=1', [foreign]),
      ...both,
      // Cards that no list has shown are TC-LIST-003's matter.
      ...pagesOf('$top=1', [foreign]),
      ...pagesOf('$top=9', [openCard, createdCard]),
      ...pagesOf("$top=1&$filter=state eq 'clockedOut'", [createdCard]),
    ],
  },
  {
    requirement: 'TC-LIST-005',
    name: 'without an end',
    violated: [...both, ...first, toItself, toItself],
    pointer: '/@odata.nextLink',
    holds: [...both, ...pagesOf('$top=1', [openCard], [createdCard], [])],
    silent: [...both, ...first, toItself],
  },
  {
    requirement: 'TC-LIST-006',
    violated: [list([createdCard, openCard], { query: "$filter=state%20eq%20'clockedOut'" })],
    pointer: '/value/1/state',
    holds: [list([createdCard, foreign], { query: "$filter=state%20eq%20'clockedOut'" })],
    silent: [
      list([openCard]),
      list([], { query: "$filter=state%20eq%20'clockedOut'" }),
      list([{ id: 'TCK_1' }], { query: "$select=id&$filter=state%20eq%20'clockedOut'", intent: false }),
    ],
  },
  {
    requirement: 'TC-LIST-007',
    observed: beside('list', ['url:query', 'undocumentedExpression'], { query: '$orderby=id' }),
    value: 200,
    silent: [list([])],
  },
  {
    requirement: 'TC-LIST-008',
    violated: beside('list', ['url:query', 'invalidFilter'], { query: '$filter=x' }),
    pointer: 'status',
    holds: beside('list', ['url:query', 'invalidFilter'], { query: '$filter=x', response: refusal(400) }),
    silent: [list([], { query: '$filter=x', response: refusal(400) })],
  },
  {
    requirement: 'TC-LIST-009',
    observed: beside('list', ['url:query', 'undocumentedOption'], { query: '$count=true', response: refusal(400) }),
    value: 400,
    silent: [list([])],
  },
  {
    requirement: 'TC-LIST-010',
    violated: [clockIn(), remove(openCard), list([openCard])],
    pointer: '/value',
    holds: [clockIn(), remove(openCard), list([foreign])],
    silent: [clockIn(), list([openCard]), remove(openCard, { response: refusal(403) }), list([openCard])],
  },
  {
    requirement: 'TC-LIST-010',
    name: 'of the cards in a state',
    violated: [clockIn(), remove(openCard), list([openCard], { query: "$filter=state%20eq%20'clockedIn'" })],
    pointer: '/value',
    holds: [clockIn(), remove(openCard), list([foreign], { query: "$top=2&$filter=state%20eq%20'clockedIn'" })],
    silent: [clockIn(), remove(openCard), list([openCard], { query: '$search=a' })],
  },
  {
    requirement: 'TC-LIST-010',
    name: 'in an order',
    violated: [clockIn(), remove(openCard), list([openCard], { query: '$orderby=createdDateTime%20desc' })],
    pointer: '/value',
    holds: [clockIn(), remove(openCard), list([foreign], { query: '$top=2&$orderby=createdDateTime' })],
    silent: [clockIn(), remove(openCard), list([openCard], { query: '$orderby=createdDateTime&$skip=1' })],
  },
  {
    requirement: 'TC-LIST-011',
    name: 'by pages',
    violated: [clockIn(), list([openCard], { team: otherTeam, query: '$top=1' })],
    pointer: '/value',
    holds: [clockIn(), list([foreign], { team: otherTeam, query: "$filter=state%20eq%20'clockedIn'" })],
    silent: [clockIn(), list([openCard], { team, query: '$top=1' })],
  },
  {
    requirement: 'TC-LIST-012',
    name: 'in an order that was asked for',
    violated: [...both, ...pagesOf('$top=1&$orderby=createdDateTime', [openCard], [openCard, createdCard])],
    pointer: '/value',
    holds: [...both, ...pagesOf('$top=1&$orderby=createdDateTime', [openCard], [createdCard])],
    silent: [...both, ...pagesOf('$top=9&$orderby=createdDateTime', [openCard, createdCard])],
  },
  {
    requirement: 'TC-LIST-011',
    violated: [clockIn(), list([openCard], { team: otherTeam })],
    pointer: '/value',
    holds: [clockIn(), list([foreign], { team: otherTeam })],
    silent: [
      list([foreign], { team: otherTeam }),
      clockIn(),
      list([openCard], { team }),
      list([], { team: otherTeam, response: refusal(403) }),
    ],
  },
  {
    requirement: 'TC-LIST-012',
    violated: [...both, ...pagesOf('$top=1', [openCard], [openCard, createdCard])],
    pointer: '/value',
    holds: [...both, ...pagesOf('$top=1', [openCard], [createdCard])],
    // A single page, other people's cards that move, a write in between, a list without an end.
    silent: [
      ...pagesOf('$top=1', [foreign], [foreign]),
      ...both,
      ...pagesOf('$top=9', [openCard, createdCard]),
      ...first,
      remove(openCard),
      ...pagesOf('$top=1', [], [createdCard, createdCard]).slice(1),
    ],
  },
  {
    requirement: 'TC-LIST-012',
    name: 'losing one on the way',
    violated: [...both, list([openCard, createdCard]), ...pagesOf('$top=1', [openCard], [foreign])],
    pointer: '/value',
    holds: [...both, ...pagesOf('$top=1', [], [openCard], [createdCard, foreign])],
    silent: [...both, ...first, toItself, toItself],
  },
  {
    requirement: 'TC-LIST-012',
    name: 'again and again, where no page is the last',
    violated: [...both, ...pagesOf('$top=1', [openCard], [openCard], []).slice(0, 2)],
    pointer: '/value',
    holds: [...both, ...pagesOf('$top=1', [openCard], [createdCard])],
    silent: [...both, list([openCard, createdCard]), ...pagesOf('$top=1', [openCard], [], []).slice(0, 2)],
  },
  {
    requirement: 'TC-LIST-005',
    name: 'where one empty page follows another',
    violated: [...both, ...pagesOf('$top=1', [openCard, createdCard], ...noneOf(21)).slice(0, 21)],
    pointer: '/@odata.nextLink',
    holds: [...both, ...pagesOf('$top=1', [openCard, createdCard], ...noneOf(19))],
    silent: [...both, ...pagesOf('$top=1', [openCard, createdCard], ...noneOf(21)).slice(0, 20)],
  },
  {
    requirement: 'TC-LIST-005',
    name: 'where one empty page follows another, and nobody named a size',
    violated: [...both, ...pagesOf('', [openCard, createdCard], ...noneOf(21)).slice(0, 21)],
    pointer: '/@odata.nextLink',
    holds: [...both, ...pagesOf('', [openCard], [createdCard])],
    silent: [...both, ...pagesOf('$skip=1', [openCard, createdCard], ...noneOf(21)).slice(0, 21)],
  },
  {
    requirement: 'TC-LIST-005',
    name: 'of the open cards',
    violated: [...both, ...pagesOf(openOnes, [openCard], [], []).slice(0, 1), toItself, toItself],
    pointer: '/@odata.nextLink',
    holds: [...both, ...pagesOf(openOnes, [foreign], [openCard])],
    // One page, or not to the end; of the closed ones, of which there may be thousands.
    silent: [
      ...both,
      ...pagesOf(openOnes, [openCard]),
      ...pagesOf(openOnes, [openCard], []).slice(0, 1),
      ...pagesOf("$top=1&$filter=state eq 'clockedOut'", [foreign], [createdCard]),
    ],
  },
  {
    requirement: 'TC-LIST-012',
    name: 'of the open cards',
    violated: [...both, ...pagesOf(openOnes, [openCard], [openCard])],
    pointer: '/value',
    // Also of a colleague's card, since a user has one open card.
    holds: [clockIn({ '/id': 'TCK_colleague', '/userId': secondUser }), ...pagesOf(openOnes, [foreign], [colleagues])],
    // On the first page only, of others, or not to the end; what is missing is TC-LIST-016's matter.
    silent: [
      ...both,
      ...pagesOf(openOnes, [openCard]),
      ...pagesOf(openOnes, [openCard], [foreign, foreign]),
      ...pagesOf(openOnes, [foreign], [openCard], []).slice(0, 2),
    ],
  },
  {
    requirement: 'TC-LIST-016',
    name: 'of a card that a list in an order has shown',
    violated: [clockIn(), get(openCard), ...pagesOf(latestFirst, [openCard], []).slice(0, 1), ...pagesOf(openOnes, [])],
    pointer: '/value',
    holds: [
      clockIn(),
      get(openCard),
      ...pagesOf(latestFirst, [openCard], []).slice(0, 1),
      ...pagesOf(openOnes, [openCard]),
    ],
    silent: [clockIn(), get(openCard), ...pagesOf(openOnes, [foreign])],
  },
  {
    requirement: 'TC-LIST-025',
    name: 'before the end of a list in an order',
    violated: [...three, ...pastDelete(latestFirst, second, [[openCard], [openCard], []]).slice(0, 3)],
    pointer: '/value',
    holds: [...three, ...pastDelete(latestFirst, second, [[openCard], [third], []]).slice(0, 3)],
    // Not all are reached yet, or all were before the delete.
    silent: [
      ...three,
      ...pastDelete(latestFirst, second, [[openCard], [foreign], []]).slice(0, 3),
      ...pastDelete(latestFirst, third, [[openCard], [foreign], []]).slice(0, 3),
    ],
  },
  {
    requirement: 'TC-LIST-023',
    violated: [...first, list([], { url: `${links[0]}`, response: refusal(404) })],
    pointer: 'status',
    holds: [...first, list([], { url: `${links[0]}` })],
    // Not now, by somebody else, after a write, much later, no link at all, or a token of others that has ended.
    silent: [
      ...first,
      list([], { url: `${links[0]}`, response: refusal(429) }),
      list([], { url: `${links[0]}`, response: refusal(503) }),
      list([], { url: `${links[0]}`, response: refusal(502) }),
      list([], { url: `${links[0]}`, actor: 'secondUser', response: refusal(403) }),
      list([], { url: `${links[0]}`, intent: false, response: refusal(401) }),
      list([], { url: `${links[1]}`, response: refusal(404) }),
      create(),
      list([], { url: `${links[0]}`, response: refusal(404) }),
      ...first,
      list([], { url: `${links[0]}`, at: '2025-01-07T23:50:00Z', response: refusal(410) }),
    ],
  },
  {
    requirement: 'TC-LIST-024',
    violated: [leading('https://clock.test/beta/teams/x/schedule/timeCards?$skiptoken=a')],
    pointer: '/@odata.nextLink',
    holds: [leading('https://other.test/graph/V1.0/teams/x/schedule/timecards?$skiptoken=a')],
    // None, of a path of its own, or of no version that there is.
    silent: [
      list([openCard]),
      leading('https://clock.test/next/1'),
      leading('https://clock.test/v2/teams/x/schedule/timeCards?$skiptoken=a'),
    ],
  },
  {
    requirement: 'TC-LIST-027',
    violated: [list([openCard], { response: { body: { value: [openCard], '@odata.nextLink': null } } })],
    pointer: '/@odata.nextLink',
    holds: [list([openCard])],
    silent: [leading('https://clock.test/next/1')],
  },
  {
    requirement: 'TC-LIST-025',
    violated: [...three, ...pastDelete('$top=1', second, [[openCard], []])],
    pointer: '/value',
    holds: [...three, ...pastDelete('$top=1', second, [[openCard], [third]])],
    // Of a card that was shown already, of none that is there, beside another write, of another list, or of others’ cards.
    silent: [
      ...three,
      ...pastDelete('$top=1', openCard, [[openCard], []]),
      create({ '/id': 'TCK_4' }),
      ...pastDelete('$top=2', changed(createdCard, { '/id': 'TCK_4' }), [[openCard], []], 404),
      ...pastDelete('$top=3', changed(createdCard, { '/id': 'TCK_4' }), [[openCard], []]).flatMap((one) =>
        one.operation === 'delete' ? [one, create({ '/id': 'TCK_5' })] : [one],
      ),
      ...pastDelete("$filter=state eq 'clockedOut'", changed(createdCard, { '/id': 'TCK_5' }), [[openCard], []]),
    ],
  },
  {
    requirement: 'TC-LIST-025',
    name: 'of a card that comes twice',
    violated: [...three, ...pastDelete('$top=1', second, [[openCard], [openCard, third]])],
    pointer: '/value',
    holds: [...three, ...pastDelete('$top=1', second, [[], [openCard, third]])],
    silent: pastDelete('$top=1', second, [[openCard], []]),
  },
  {
    requirement: 'TC-LIST-013',
    name: 'of a card that another one of its user may have closed',
    violated: [clockIn(), get(openCard), create({}, { response: refusal(409) }), list([closedCard])],
    pointer: '/value/0/state',
    holds: [clockIn(), clockIn({ '/id': 'TCK_second' }), get(openCard), get(openCard), list([openCard])],
    silent: [clockIn(), get(openCard), clockIn({ '/id': 'TCK_second' }), list([closedCard])],
  },
  {
    requirement: 'TC-LIST-013',
    violated: [...read, list([foreign, { ...createdCard, notes }])],
    pointer: '/value/1/notes',
    holds: [...read, list([foreign, { ...createdCard, vendor: 7 }])],
    // Never read, read once since a write, left out properties, or under way with another request.
    silent: [
      create(),
      list([{ ...createdCard, notes }]),
      clockIn(),
      clockOut(),
      get(openCard),
      list([closedCard]),
      get(closedCard),
      list([openCard], { query: '$select=id', intent: false }),
      list([openCard], { intent: { overlaps: 'it' } }),
    ],
  },
  {
    requirement: 'TC-LIST-014',
    observed: [list([createdCard, openCard], { query: '$orderby=clockInEvent/dateTime%20desc' })],
    value: 'another',
    silent: [list([createdCard, openCard]), list([openCard], { query: '$orderby=clockInEvent/dateTime' })],
  },
  {
    requirement: 'TC-LIST-014',
    name: 'in order',
    observed: [list([createdCard, openCard], { query: '$orderby=clockInEvent/dateTime' })],
    value: 'as asked for',
    silent: [list([createdCard, openCard], { query: '$orderby=nobodyKnows' })],
  },
  {
    requirement: 'TC-LIST-026',
    violated: [list([]), list([], { query: '$top=2', response: refusal(400) })],
    pointer: 'status',
    holds: [list([]), list([], { query: '$top=2' })],
    // Nothing is listed at all, too much is asked for, somebody else asks, or something stands in the way.
    silent: [
      list([], { response: refusal(403) }),
      list([], { query: '$top=2', response: refusal(400) }),
      list([]),
      list([], { query: "$filter=state%20eq%20'clockedOut'", response: refusal(400) }),
      list([], { query: '$top=2', actor: 'secondUser', response: refusal(400) }),
      list([], { query: '$top=2', team: otherTeam, response: refusal(400) }),
      list([], { query: '$top=2', intent: asChanged('url:query', 'invalidFilter'), response: refusal(400) }),
      list([], { query: '$top=2', intent: false, response: refusal(400) }),
      list([], { query: '$top=2', response: refusal(403) }),
    ],
  },
  {
    requirement: 'TC-LIST-026',
    name: 'as the example of beta prints it',
    context: { apiVersion: 'beta' },
    violated: [list([]), list([], { query: "$top=2&$filter=state%20eq%20'clockedOut'", response: refusal(400) })],
    pointer: 'status',
    holds: [list([]), list([], { query: "$top=2&$filter=state%20eq%20'clockedOut'" })],
    silent: [
      list([]),
      list([], { query: "$filter=state%20eq%20'onBreak'", response: refusal(400) }),
      list([], { query: '$orderby=state', response: refusal(400) }),
      list([], { url: list([], { query: '$top=2' }).request.url.toLowerCase(), response: refusal(404) }),
    ],
  },
  {
    requirement: 'TC-LIST-015',
    violated: [list([openCard, createdCard], { query: "$filter=state%20eq%20'clockedIn'" })],
    pointer: '/value/1/state',
    holds: [list([openCard], { query: "$filter=state%20eq%20'clockedIn'" })],
    // Names of options and of states in another case may be unknown to the server, which then shows everything.
    silent: [
      list([createdCard], { query: "$filter=state%20eq%20'clockedin'" }),
      list([createdCard], { query: "$Filter=state%20eq%20'clockedIn'" }),
      list([openCard], { query: "$filter=state%20eq%20'clockedOut'" }),
      list([], { query: "$filter=state%20eq%20'onBreak'" }),
      list([createdCard], { query: "$filter=state%20ne%20'clockedIn'" }),
    ],
  },
  {
    requirement: 'TC-LIST-016',
    violated: [...both, list([openCard, createdCard]), ...pagesOf("$filter=state%20eq%20'clockedOut'", [foreign])],
    pointer: '/value',
    holds: [...both, list([openCard, createdCard]), ...pagesOf("$filter=state%20eq%20'clockedOut'", [], [createdCard])],
    // Not in the whole list, in another state, written to since.
    silent: [
      ...both,
      ...pagesOf("$filter=state%20eq%20'clockedOut'", [foreign]),
      list([openCard, createdCard]),
      ...pagesOf("$filter=state%20eq%20'onBreak'", []),
      clockOut(),
      ...pagesOf("$filter=state%20eq%20'clockedIn'", []),
    ],
  },
  {
    requirement: 'TC-LIST-017',
    violated: pagesOf("$top=1&$filter=state%20eq%20'clockedOut'", [createdCard], [openCard]),
    pointer: '/value/0/state',
    holds: pagesOf("$top=1&$filter=state%20eq%20'clockedOut'", [createdCard], [foreign]),
    // One page, no filter, one that was not kept to from the first.
    silent: [
      ...pagesOf("$filter=state%20eq%20'clockedOut'", [createdCard, openCard]),
      ...pagesOf('$top=1', [createdCard], [openCard]),
    ],
  },
  {
    requirement: 'TC-LIST-017',
    name: 'of a server that does not filter at all',
    violated: pagesOf("$filter=state%20eq%20'clockedOut'", [createdCard], [openCard]),
    pointer: '/value/0/state',
    holds: pagesOf("$filter=state%20eq%20'clockedOut'", [createdCard], [], [foreign]),
    silent: pagesOf("$filter=state%20eq%20'clockedOut'", [openCard], [openCard]),
  },
  {
    requirement: 'TC-LIST-018',
    violated: pagesOf('$top=1', [createdCard], [openCard, foreign]),
    pointer: '/value',
    holds: pagesOf('$top=1', [createdCard], [openCard], [foreign]),
    silent: [
      ...pagesOf('$top=1', [createdCard, openCard], [openCard, foreign]),
      ...pagesOf('', [], [openCard, foreign]),
    ],
  },
  {
    requirement: 'TC-LIST-019',
    observed: [...both, ...first, remove(createdCard), ...pagesOf('$top=1', [openCard], [createdCard]).slice(1)],
    value: 'still shown',
    silent: [...both, ...first, remove(openCard), ...pagesOf('$top=1', [openCard], [createdCard]).slice(1)],
  },
  {
    requirement: 'TC-LIST-019',
    name: 'not shown',
    observed: [...both, ...first, remove(createdCard), ...pagesOf('$top=1', [openCard], []).slice(1)],
    value: 'not shown',
    silent: [...both, remove(createdCard), ...pagesOf('$top=1', [openCard], [])],
  },
  {
    requirement: 'TC-LIST-028',
    observed: pagesOf('', madeEachSecond(8)),
    value: 'oldest first',
    // Fewer may stand in any order by chance, and so may cards of one moment.
    silent: [...pagesOf('', madeEachSecond(2)), ...pagesOf('$filter=x', madeEachSecond(12))],
  },
  {
    requirement: 'TC-LIST-028',
    name: 'the other way round, over pages',
    observed: pagesOf('$top=5', madeEachSecond(8).toReversed().slice(0, 5), madeEachSecond(8).toReversed().slice(5)),
    value: 'newest first',
    silent: pagesOf('$top=5', madeEachSecond(7).slice(0, 5), madeEachSecond(7).slice(5)),
  },
  {
    requirement: 'TC-LIST-028',
    name: 'neither',
    observed: pagesOf('', [...madeEachSecond(8).slice(4), ...madeEachSecond(4)]),
    value: 'another',
    silent: pagesOf('', [closedCard, closedCard]),
  },
  {
    requirement: 'TC-LIST-028',
    name: 'a short page',
    observed: pagesOf('', madeEachSecond(4).slice(0, 2), madeEachSecond(4).slice(2)),
    value: '2',
    silent: pagesOf('$top=2', madeEachSecond(4).slice(0, 2), madeEachSecond(4).slice(2)),
  },
  {
    requirement: 'TC-LIST-028',
    name: 'a page of some',
    observed: pagesOf('', madeEachSecond(12).slice(0, 5), madeEachSecond(12).slice(5)),
    value: '5',
    silent: pagesOf('', madeEachSecond(1)),
  },
  {
    requirement: 'TC-LIST-028',
    name: 'a whole page',
    observed: pagesOf('', madeEachSecond(12)),
    value: 'at least 10',
    silent: [list([], { response: refusal(403) })],
  },
];

describeChecks('list', listChecks, rows);
