import { isJsonObject } from '../traffic/json.ts';
import { apiVersions } from '../traffic/operation.ts';
import { at } from '../traffic/pointer.ts';
import { every, expectThat, holds, notApplicable, observed, unchanged, violated } from './assertions/assertions.ts';
import { comparedProperties } from './card/card-properties.ts';
import { check, type Answer, type Check, type Scope } from './check.ts';
import { listFactChecks } from './list-facts.ts';
import { listOptionChecks } from './list-options.ts';
import { hasNoUsableAnswer } from './assertions/refusal.ts';
import { called, documentedStatus } from './scopes/called.ts';
import { deletedMeanwhile, listedAndGot } from './scopes/listed.ts';
import { stateIn, walksOfOpenCards } from './scopes/filtered-walks.ts';
import { idsIn, inAnOrder, nextLink, pages, queryOf, type Page } from './scopes/lists.ts';
import { mutated, refusedWith } from './scopes/refusals.ts';
import { followedLinks, walks, walksPastDeletes, walksSoFar, type Walk } from './scopes/walks.ts';

const wholeWalks = walks(/^$/, 'own team');
const wholeWalksOrInAnOrder = eachOf(wholeWalks, walksSoFar(inAnOrder, 'own team'));
const walksInAnySize = eachOf(walks(/^(\$top=\d+)?$/, 'own team'), walksOfOpenCards);
/** In an order of their own as well: wherever the server takes $orderby, its pages hold together. */
const pagesOfCards = /^\$top=\d+(&\$order[bB]y=[^&]+)?$/;
const walksOrTheirBeginning = eachOf(
  walks(pagesOfCards, 'own team'),
  walksSoFar(pagesOfCards, 'own team'),
  walksOfOpenCards,
);
/** Whole, by pages, by state or in an order: what must not be there must not be there in any of them. */
const anyQuery = /^(\$top=\d+)?(^|&)?(\$filter=state eq '\w+'|\$orderby=[^&]+)?$/i;
const anyWalks = walks(anyQuery, 'own team');
const walksElsewhere = walks(anyQuery, 'another team');

function eachOf(...scopes: readonly Scope<Walk>[]): Scope<Walk> {
  return { subjects: (entry, trace, context) => scopes.flatMap((scope) => scope.subjects(entry, trace, context)) };
}

const queried = (keyword: string) =>
  mutated(
    (mutation, operation) => operation === 'list' && mutation.pointer === 'url:query' && mutation.keyword === keyword,
  );

/** The first of the caller's own cards that no page shows. */
function missingId({ own, ids }: Walk): string | undefined {
  const known = new Set(ids);
  return own.find(({ id }) => !known.has(id))?.id;
}

/** As above, of the cards that another list has shown: one that no list shows at all is TC-LIST-003's matter. */
function lostId(walk: Walk): string | undefined {
  const known = new Set(walk.ids);
  return walk.own.find(({ id }) => walk.listed.has(id) && !known.has(id))?.id;
}

/** The first of the caller's own cards that comes twice; other people's may be moved by them between two pages. */
function repeatedId({ own, ids }: Walk): string | undefined {
  const [once, twice] = [new Set<string>(), new Set<string>()];
  for (const id of ids) (once.has(id) ? twice : once).add(id);
  return twice.size === 0 ? undefined : own.find(({ id }) => twice.has(id))?.id;
}

/** Found before the end is as well as found; whether one is missing only the end can tell. */
function finds(walk: Walk): Answer {
  if (walk.own.length === 0 || walk.endless !== undefined) return notApplicable;
  // What is no list shows nothing of the cards in it; TC-LIST-001 says so.
  if (!walk.pages.every(({ answer }) => Array.isArray(at(answer, '/value')))) return notApplicable;
  const missing = missingId(walk);
  if (missing === undefined) return holds;
  return walk.isOver ? violated('/value', `the card ${missing}`, '(absent)') : notApplicable;
}

function hasLinks(walk: Walk): Answer {
  if (walk.endless !== undefined) return violated('/@odata.nextLink', 'none on the last page', walk.endless);
  if (walk.pages.length > 1) return holds;
  // Of a state TC-LIST-016 says what is missing.
  const missing = isOfOneState(walk) ? undefined : lostId(walk);
  return missing === undefined
    ? notApplicable
    : violated('/@odata.nextLink', `a link, as ${missing} remains`, undefined);
}

/** The version of the API in a URL: what stands before the teams. */
function versionIn(url: string): string | undefined {
  return /\/([^/?]+)\/teams\//i.exec(url)?.[1]?.toLowerCase();
}

/** A link whose path is not one of the API may lead wherever it likes: it is opaque. */
function staysInVersion({ entry }: Page): Answer {
  const link = nextLink(entry);
  const [asked, leads] = [versionIn(entry.exchange.request.url), link === undefined ? undefined : versionIn(link)];
  const isKnown = apiVersions.some((version) => version === leads);
  return isKnown && asked !== undefined
    ? expectThat(leads === asked, '/@odata.nextLink', `a link into ${asked}`, link)
    : notApplicable;
}

function isOfOneState({ pages: [first] }: Walk): boolean {
  return stateIn(queryOf(first)) !== '';
}

/** Cards of ours behind the first page, whoever they are of, and each of them once; TC-LIST-016 says what is missing. */
function reachesOpenCards({ pages: read, ids, isMade, endless }: Walk): Answer {
  const ours = ids.filter(isMade);
  const repeated = ours.find((id, index) => ours.indexOf(id) < index);
  if (read.length === 1 || endless !== undefined) return notApplicable;
  if (repeated !== undefined) return violated('/value', `the card ${repeated} once`, 'twice');
  return read.slice(1).some((page) => idsIn(page).some(isMade)) ? holds : notApplicable;
}

function reachesTheRest(walk: Walk): Answer {
  if (isOfOneState(walk)) return reachesOpenCards(walk);
  if (walk.pages.length === 1 || walk.endless !== undefined || walk.own.length === 0) return notApplicable;
  const repeated = repeatedId(walk);
  if (repeated !== undefined) return violated('/value', `the card ${repeated} once`, 'twice');
  // What is missing is known at the end only.
  if (!walk.isOver) return notApplicable;
  const missing = lostId(walk);
  return missing === undefined ? holds : violated('/value', `the card ${missing}`, '(absent)');
}

export const listChecks: readonly Check[] = [
  check('TC-LIST-001', called('list'), (subject) => {
    if (!subject.entry.accepted) return documentedStatus(subject);
    const { answer } = subject.entry;
    const value = at(answer, '/value');
    return every(
      documentedStatus(subject),
      isJsonObject(answer)
        ? expectThat(Array.isArray(value), '/value', 'an array', value)
        : violated('body', 'an object with the cards in an array named value', answer),
    );
  }),
  check('TC-LIST-002', pages(/^(?!.*\$select)/i), ({ items }) => {
    // What a card must look like beyond that, the shape checks say of every card, listed or not.
    for (const [index, item] of items.entries()) {
      if (!isJsonObject(item)) return violated(`/value/${index}`, 'a timeCard object', item);
      if ((item['id'] ?? '') === '') return violated(`/value/${index}/id`, 'the id of a timeCard', item['id']);
    }
    return items.length === 0 ? notApplicable : holds;
  }),
  check('TC-LIST-003', wholeWalksOrInAnOrder, finds),
  check('TC-LIST-010', anyWalks, ({ ids, gone }) => {
    const back = ids.find((id) => gone.has(id));
    if (gone.size === 0) return notApplicable;
    return back === undefined ? holds : violated('/value', `without the deleted card ${back}`, back);
  }),
  check('TC-LIST-011', walksElsewhere, ({ ids, own }) => {
    const listed = new Set(ids);
    const astray = own.find(({ id }) => listed.has(id));
    if (own.length === 0) return notApplicable;
    return astray === undefined ? holds : violated('/value', `without the other team’s card ${astray.id}`, astray.id);
  }),
  check('TC-LIST-005', walksInAnySize, hasLinks),
  check('TC-LIST-012', walksOrTheirBeginning, reachesTheRest),
  check('TC-LIST-023', followedLinks, ({ entry: { status = 0, accepted } }) =>
    hasNoUsableAnswer(status) ? notApplicable : expectThat(accepted, 'status', 200, status),
  ),
  check('TC-LIST-024', pages(/^/), staysInVersion),
  check('TC-LIST-027', pages(/^/), ({ entry: { answer } }) => {
    const link = at(answer, '/@odata.nextLink');
    if (typeof link === 'string') return notApplicable;
    return expectThat(link === undefined, '/@odata.nextLink', '(absent)', link);
  }),
  check('TC-LIST-025', walksPastDeletes, (walk) => {
    const [repeated, missing] = [repeatedId(walk), lostId(walk)];
    if (walk.own.length === 0) return notApplicable;
    if (repeated !== undefined) return violated('/value', `the card ${repeated} once`, 'twice');
    // What is missing is known at the end only; that the rest was reached, as soon as it was.
    if (!walk.isOver) return missingId(walk) === undefined && walk.goesOnWithOwn ? holds : notApplicable;
    return missing === undefined ? holds : violated('/value', `the card ${missing}`, '(absent)');
  }),
  check('TC-LIST-013', listedAndGot, ({ got, listed, pointer }) => {
    const answer = unchanged(got, listed, comparedProperties);
    return answer.kind === 'violated' ? { ...answer, pointer: `${pointer}${answer.pointer}` } : answer;
  }),
  check('TC-LIST-019', deletedMeanwhile, ({ shown }) =>
    observed('a card that is deleted between two pages of a list', shown ? 'still shown' : 'not shown'),
  ),
  ...listOptionChecks,
  ...listFactChecks,
  check('TC-LIST-007', queried('undocumentedExpression'), ({ entry }) =>
    observed(`list with ${queryOf(entry)}`, entry.status ?? 'no answer'),
  ),
  check('TC-LIST-008', queried('invalidFilter'), refusedWith(400)),
  check('TC-LIST-009', queried('undocumentedOption'), ({ entry }) =>
    observed(`list with ${queryOf(entry)}`, entry.status ?? 'no answer'),
  ),
];
