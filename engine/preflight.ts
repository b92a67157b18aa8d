import { sameId } from '../checks/assertions/assertions.ts';
import type { CardBefore } from '../checks/context.ts';
import type { Exchange } from '../traffic/exchange.ts';
import type { Json } from '../traffic/json.ts';
import { nextLinkOf } from '../traffic/next-link.ts';
import { at } from '../traffic/pointer.ts';
import { isThrottling } from '../traffic/undecided-status.ts';
import type { Target } from '../targets/target.ts';
import { notTls } from '../targets/transmission.ts';
import { cardIdsIn, sameOrigin } from './execute/answers.ts';
import { seededGuid } from './cases/seeded.ts';

export interface Preflight {
  /** Why the target cannot be judged: one sentence that says what is wrong and what to do. Absent if it can. */
  readonly obstacle?: string;
  readonly found: Found;
}

/** What was there before the run and may keep the caller from clocking in. */
export interface Found {
  /** The id of an open card of the caller that this run did not make; absent if there is none to be seen. */
  readonly openCard?: string;
  /** Every open card on the first pages, of whomever. */
  readonly openBefore: readonly CardBefore[];
  /** What the schedule says of itself; absent where it is not to be had, or does not say. */
  readonly timeClock?: 'on' | 'off';
}

/**
 * Looks whether judging makes sense before it starts, so that a wrong URL is one sentence and not forty findings.
 * A list that is not there is no obstacle: a mock may have built only some of the operations.
 */
export async function preflight(target: Target, seed: number): Promise<Preflight> {
  const schedule = `/teams/${encodeURIComponent(target.people.teamId)}/schedule`;
  const list = await get('list', `${schedule}/timeCards`, target, seededGuid(seed, 'preflight'));
  const obstacle = obstacleIn(list, target);
  if (obstacle !== undefined) return { obstacle, found: { openBefore: [] } };
  const openBefore = openCardsIn(list);
  openBefore.push(...(await openOnFurtherPages(list, target, seed)));
  const openCard = openCardOf(openBefore, target);
  const timeClock = timeClockIn(await get('unknown', schedule, target, seededGuid(seed, 'preflight schedule')));
  return {
    found: {
      openBefore,
      ...(openCard === undefined ? {} : { openCard }),
      ...(timeClock === undefined ? {} : { timeClock }),
    },
  };
}

function get(operation: 'list' | 'unknown', path: string, target: Target, requestId: string): Promise<Exchange> {
  const headers = { 'client-request-id': requestId };
  return target.send({ operation, method: 'GET', path, actor: 'caller', headers, purpose: 'preflight' });
}

/** Source: schedule resource, timeClockEnabled; a server of time cards alone has no schedule to show. */
function timeClockIn({ outcome }: Exchange): Found['timeClock'] {
  const body = outcome.kind === 'response' && outcome.status === 200 ? outcome.body : undefined;
  const enabled = body?.kind === 'json' ? at(body.value, '/timeClockEnabled') : undefined;
  return typeof enabled === 'boolean' ? (enabled ? 'on' : 'off') : undefined;
}

function obstacleIn({ outcome, request }: Exchange, target: Target): string | undefined {
  const { baseUrl } = target;
  if (outcome.kind === 'transport') return transportObstacle(outcome.fault, outcome.detail, baseUrl);
  const { status, body } = outcome;
  const asked = `${request.method} ${request.url}`;
  if (status === 401) {
    return target.capabilities.has('authentication')
      ? `${asked} was answered 401: the server does not accept the token in TIMECARD_TOKEN; get a new one.`
      : `${asked} was answered 401: set TIMECARD_TOKEN in the environment to a token that the server accepts.`;
  }
  if (status === 403)
    return `${asked} was answered 403: the caller may not read time cards of this team; check the permission Schedule.ReadWrite.All and --team-id.`;
  if (status === 404 && isTeamUnknown(at(body.kind === 'json' ? body.value : undefined, '/error'))) {
    return `${asked} was answered 404: the server does not know team ${target.people.teamId}; set --team-id or TIMECARD_TEAM_ID.`;
  }
  if (isThrottling(status)) return `${asked} was answered ${status} repeatedly; try later, or more slowly with --rate.`;
  if (status >= 300 && status < 400)
    return `${asked} was answered ${status}, a redirect; give the address it leads to as --base-url.`;
  // By the documents a request without a token is refused, if with 401: the other refusals prove nothing without one.
  if (status >= 400 && status < 500 && status !== 404 && status !== 405 && !target.capabilities.has('authentication'))
    return `${asked} was answered ${status}, and no token was sent with it: set TIMECARD_TOKEN; any text will do for a mock that only checks whether there is one.`;
  if (status < 200 || status >= 300) return undefined;
  if (body.kind === 'empty')
    return `${asked} was answered ${status} with an empty body, where Graph answers with a list; is ${baseUrl} the base URL of a time clock?`;
  if (body.kind !== 'json')
    return `${asked} was answered ${status} with ${body.kind === 'malformed' ? 'JSON that cannot be read' : 'text that is not JSON'}; is ${baseUrl} the base URL of a time clock?`;
  return undefined;
}

/** Pages behind the first that are looked at: a team that is asked before its run has few open cards, or very many. */
const furtherPages = 4;
/** So many requests must be allowed, lest looking takes what judging needs. */
const enoughRequests = 400;

async function openOnFurtherPages(list: Exchange, target: Target, seed: number): Promise<readonly CardBefore[]> {
  const open: CardBefore[] = [];
  let page = list;
  for (let count = 1; count <= furtherPages && target.remaining() > enoughRequests; count += 1) {
    const link = nextLinkOf(page);
    if (link === undefined || cardIdsIn(page).length === 0 || !sameOrigin(link, target.baseUrl)) break;
    page = await get('list', link, target, seededGuid(seed, `preflight ${count}`));
    open.push(...openCardsIn(page));
  }
  return open;
}

function openCardsIn({ outcome }: Exchange): CardBefore[] {
  const cards =
    outcome.kind === 'response' && outcome.body.kind === 'json' ? at(outcome.body.value, '/value') : undefined;
  if (!Array.isArray(cards)) return [];
  const open = (cards as readonly Json[]).filter((card) => at(card, '/state') !== 'clockedOut');
  return open.map((card) => {
    const owner = at(card, '/userId');
    return { id: String(at(card, '/id') ?? '(without an id)'), ...(typeof owner === 'string' ? { owner } : {}) };
  });
}

/** The first that is the caller's, as far as it is known who that is. */
function openCardOf(open: readonly CardBefore[], { people, capabilities }: Target): string | undefined {
  return open.find(({ owner }) => !capabilities.has('callerIdentity') || sameId(owner, people.callerId))?.id;
}

function transportObstacle(fault: string, detail: string, baseUrl: string): string {
  switch (fault) {
    case 'refused':
      if (detail === notTls)
        return `${baseUrl} does not speak https (${detail}); give its address with http:// as --base-url.`;
      return `Nothing can be reached at ${baseUrl} (${detail}); start the server, or check --base-url${/CERT|SELF_SIGNED|ISSUER/.test(detail) ? ' and --ca' : ''}.`;
    case 'timeout':
      return `${baseUrl} took the request and gave ${detail}; check the server, or raise --request-timeout.`;
    case 'tooLarge':
      return `${baseUrl} answered with a list larger than we read (${detail}); check --base-url${/bytes/.test(detail) ? ', or raise --max-response-size' : ''}.`;
    default:
      return `${baseUrl} broke off its answer (${detail}); check the server and --base-url.`;
  }
}

function isTeamUnknown(error: unknown): boolean {
  return typeof error === 'object' && error !== null && /team/i.test(JSON.stringify(error));
}
