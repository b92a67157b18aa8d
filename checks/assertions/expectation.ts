import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { headerValue } from '../../traffic/headers.ts';
import { isWrite } from '../../traffic/operation.ts';
import { isNamedAsInPage } from '../../specs/page-spelling.ts';
import { isPlainText } from '../../traffic/plain-text.ts';
import { effects, successes } from '../../specs/situation.ts';
import { at } from '../../traffic/pointer.ts';
import { sameId } from './assertions.ts';
import type { JudgeContext } from '../context.ts';
import { instantOf, lacksOffset } from './instants.ts';
import { former } from '../card/location-names.ts';
import { holdsAnOpenCard, showsCardOpenBefore, wasClockedInBefore } from '../card/open-card.ts';
import { hasOtherOffset } from '../other-offset.ts';
import { isIn } from '../situation.ts';
import { isRecentAndFree } from '../times.ts';
import type { Entry, Trace } from '../trace/trace.ts';
import { unusualClothes } from '../unusual-clothes.ts';

/**
 * True where the documents show that this request succeeds: we sent it on purpose as valid, as the caller, in the
 * configured team, in the situation that its page or an example shows (specs/situation.ts), written as the pages write it,
 * with nothing in it that the documents leave open. For traffic of others nothing is known about the rights behind it, so nothing is promised.
 */
export function mustSucceed(entry: Entry, trace: Trace, context: JudgeContext): boolean {
  const { exchange, location, operation } = entry;
  const { intent } = exchange;
  if (intent === undefined || intent.mutation !== undefined) return false;
  // Which of two requests at once comes first is left to chance, and the order of their answers does not tell.
  if (intent.overlaps !== undefined) return false;
  // A service may take one write at a time, and refuse what comes meanwhile; a read stands in nobody's way.
  if (intent.beside !== undefined && operation !== 'unknown' && isWrite(operation)) return false;
  // Who cannot serve the language that is preferred may say so (RFC 9110, 12.5.4), though no page does.
  if (headerValue(exchange.request.headers, 'accept-language') !== undefined) return false;
  // Who prefers another answer than that of the page may get it, or none (RFC 7240).
  if (headerValue(exchange.request.headers, 'prefer') !== undefined) return false;
  if (
    operation === 'unknown' ||
    location?.teamId !== context.teamId ||
    !isNamedAsInPage(exchange.request.url, operation)
  )
    return false;
  return isDocumentedActor(entry) && isShownToSucceed(entry, trace, context) && says(entry, trace, context);
}

/** The request says what its page says, with nothing in it that the documents leave open. */
function says(entry: Entry, trace: Trace, context: JudgeContext): boolean {
  const { exchange, location, operation, sent } = entry;
  switch (operation) {
    case 'unknown':
      return false;
    case 'clockIn':
      return context.timeClock !== 'off' && promisedParameters(sent, context) && isForCaller(sent, context);
    case 'create':
      return typeof sent?.['userId'] === 'string' && promisedCreate(entry, trace, context);
    case 'list':
    case 'get':
    case 'delete':
      return location?.query === '';
    case 'clockOut':
    case 'startBreak':
    case 'endBreak':
      return promisedParameters(sent, context);
    case 'replace':
      return promisedReplace(entry, trace, context);
    case 'confirm':
      return exchange.request.body.kind === 'empty';
    case 'confirmForUser':
      return isOfOwner(entry);
  }
}

/** Source: beta confirmForUser page, permissions: delegated ones are not supported there; everywhere else the caller has them. */
function isDocumentedActor({ exchange: { actor }, operation }: Entry): boolean {
  return actor === (operation === 'confirmForUser' ? 'application' : 'caller');
}

/** True where the documents leave open what happens, so that even the status of a success is not judged. */
export function isUndocumented(entry: Entry, trace: Trace, context: JudgeContext): boolean {
  const { before, operation } = entry;
  if (operation === 'unknown' || entry.exchange.intent?.overlaps !== undefined) return true;
  if (operation === 'clockIn') {
    if (showsCardOpenBefore(entry, context)) return true;
    // With a card open elsewhere, a 201 says that a new one was made all the same; a 200 may be the open one again.
    const isNew = entry.status === 201 || (context.ofOthers === true && isMadeNow(entry));
    const mayBeOpen = context.openCardElsewhere === true || wasClockedInBefore(entry, context);
    return (mayBeOpen && !isNew) || holdsAnOpenCard(entry, trace, context);
  }
  if (before === undefined || before.state === 'unknown') return false;
  return !isIn(effects[operation], entry, trace, context);
}

/** A card that nothing has shown before, and that says itself that the call made it. */
function isMadeNow({ answer, shownBefore, exchange }: Entry): boolean {
  const created = at(answer, '/createdDateTime');
  // That its time lacks the Z says TC-GEN-013: it hides nothing else, where it fits the call as what it should be.
  const instant = instantOf(lacksOffset(created) ? `${String(created)}Z` : created) ?? NaN;
  const { startedAt, endedAt, serverClockOffset = 0 } = exchange;
  // A Date header leaves out the fraction of its second, and may have been written at either end of the exchange.
  const half = (endedAt - startedAt) / 2 + 250;
  const [from, to] = [startedAt + serverClockOffset - half, endedAt + serverClockOffset + half + 1000];
  return shownBefore === undefined && instant >= from && instant <= to;
}

/** In the situation in which the documents show that the operation succeeds, and for the caller's own card: no page says who may touch another's. */
export function isShownToSucceed(entry: Entry, trace: Trace, context: JudgeContext): boolean {
  const { operation, before } = entry;
  // What was shown may be older than a write of which nobody knows what it does.
  if (operation === 'unknown' || before?.unsettled === true) return false;
  return (
    unusualClothes(entry, context).length === 0 &&
    isIn(successes[operation], entry, trace, context) &&
    belongsToCaller(before?.owner, context)
  );
}

function belongsToCaller(owner: string | undefined, { callerId, capabilities }: JudgeContext): boolean {
  return !capabilities.has('callerIdentity') || owner === undefined || sameId(owner, callerId);
}

/**
 * Only a manager may clock somebody else in, and whether the caller is one is not known (TC-CLOCKIN-022). A user that is
 * null is shown nowhere, though the CSDL allows it.
 */
function isForCaller(body: JsonObject, { callerId, capabilities }: JudgeContext): boolean {
  if (!Object.hasOwn(body, 'onBehalfOfUserId')) return true;
  return body['onBehalfOfUserId'] === callerId && capabilities.has('callerIdentity');
}

/** The one create that v1.0 documents, whether it names the owner or, as an older page, leaves it to the token. */
export function promisedCreate(entry: Entry, trace: Trace, context: JudgeContext): boolean {
  const { sent } = entry;
  return (
    unusualClothes(entry, context).length === 0 &&
    promisedBody(sent, context) &&
    promisedCard(sent) &&
    (sent['userId'] === undefined || belongsToCaller(String(sent['userId']), context)) &&
    isRecentAndFree(entry, trace, context)
  );
}

/** The one replacement that v1.0 documents: a closed card in place of a closed card of the same user, by its last modifier. */
function promisedReplace(entry: Entry, trace: Trace, context: JudgeContext): boolean {
  const { state = 'clockedOut', lastModifiedBy, ...card } = entry.sent ?? {};
  const modifier = at(lastModifiedBy, '/user/id') ?? context.callerId;
  return (
    state === 'clockedOut' &&
    promisedBody(card, context) &&
    promisedCard(card) &&
    isOfOwner(entry) &&
    sameId(String(modifier), context.callerId) &&
    isRecentAndFree(entry, trace, context)
  );
}

/** The user that the request names is the one to whom the card belongs. */
function isOfOwner({ sent, before }: Entry): boolean {
  const user = sent?.['userId'];
  return sameId(user, before?.owner);
}

/** The parameters of an action. That their notes may be null is only SHOULD (TC-CLOCKIN-036). */
function promisedParameters(body: JsonObject | undefined, context: JudgeContext): body is JsonObject {
  return promisedBody(body, context) && body['notes'] !== null;
}

/**
 * An empty object is only SHOULD (TC-CLOCKIN-023, TC-CLOCKOUT-015), and so is another offset than Z (TC-GEN-021); exotic
 * text and html are promised by nobody.
 */
function promisedBody(body: JsonObject | undefined, { apiVersion }: JudgeContext): body is JsonObject {
  if (body === undefined || !Object.keys(body).every((name) => declaredNames.has(name))) return false;
  // v1.0 never knew the former name of a place, wherever it stands.
  if (apiVersion === 'v1.0' && hasMember(body, former)) return false;
  return Object.keys(body).length > 0 && !hasUnpromisedText(body) && !hasOtherOffset(body);
}

function hasMember(value: Json, name: string): boolean {
  if (Array.isArray(value)) return (value as readonly Json[]).some((one) => hasMember(one, name));
  if (!isJsonObject(value)) return false;
  return Object.hasOwn(value, name) || Object.values(value).some((member) => hasMember(member, name));
}

/** A server may refuse what no table of a page names, such as the misspelt atAprovedLocation of the beta examples. */
const declaredNames: ReadonlySet<string> = new Set([
  'isAtApprovedLocation',
  'atApprovedLocation',
  'notes',
  'onBehalfOfUserId',
  'userId',
  'clockInEvent',
  'clockOutEvent',
]);

function hasUnpromisedText(value: Json): boolean {
  if (Array.isArray(value)) return (value as readonly Json[]).some(hasUnpromisedText);
  if (!isJsonObject(value)) return false;
  const { content, contentType } = value;
  if (contentType === 'html' || (typeof content === 'string' && !isPlainText(content))) return true;
  // Notes without content or without its type are valid by the CSDL, which calls both nullable, but shown nowhere.
  if (Object.hasOwn(value, 'content') !== Object.hasOwn(value, 'contentType')) return true;
  if (content === null || contentType === null) return true;
  return Object.values(value).some(hasUnpromisedText);
}

/** No breaks, no properties that the service sets. That both events have their times is asked elsewhere. */
function promisedCard(body: JsonObject): boolean {
  const documented = new Set(['userId', 'clockInEvent', 'clockOutEvent', 'notes']);
  return Object.keys(body).every((name) => documented.has(name));
}

/** The operation is not there: a 404 on one card may be about the card, on the collection only about route or team. */
export function isUnreachable({ status, cardId }: Entry): boolean {
  return status === 405 || status === 501 || (status === 404 && cardId === undefined);
}
