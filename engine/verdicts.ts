import { checkedRequirements } from '../checks/index.ts';
import { actors, type Actor, type Capability } from '../traffic/actor.ts';
import type { Operation } from '../traffic/operation.ts';
import { requirements, type Requirement, type RequirementId } from '../specs/requirements/index.ts';
import { factId } from '../judgements/observed-fact.ts';
import {
  excludedBecause,
  leftByQuickRun,
  type ObservationRow,
  type UnseenRow,
  type Verdict,
} from '../judgements/verdict.ts';
import { tokenVariables } from '../traffic/token-variables.ts';
import type { Target } from '../targets/target.ts';
import type { Effort } from './cases/effort.ts';
import { suiteOf, type SuiteName } from './cases/suite.ts';
import type { ListObstacles } from './list-obstacles.ts';
import type { OfferedOperations } from './execute/offered-operations.ts';
import type { Found } from './preflight.ts';
import type { Undecided } from './counting.ts';
import type { Tallies, Tally } from './tally.ts';

/** What, beside the traffic, decides whether a requirement could be judged. */
export interface Circumstances {
  readonly target: Target;
  readonly suites: ReadonlySet<SuiteName>;
  readonly effort: Effort;
  readonly chosen: ReadonlySet<RequirementId> | undefined;
  /** With the reason that the user gave. */
  readonly excluded?: ReadonlyMap<RequirementId, string> | undefined;
  /** Why the run did not go to its end. */
  readonly stopped: string | undefined;
  /** What is there before the run and may keep the caller from clocking in. */
  readonly found: Found;
  readonly offer: OfferedOperations;
  readonly lists: ListObstacles;
  /** How late a read has shown a write, in milliseconds; 0 where none was late. */
  readonly longestLag?: number;
}

/** One verdict for each requirement of the target's API version, in the order of the specs. */
export function verdictsOf(tallies: Tallies, circumstances: Circumstances): readonly Verdict[] {
  const { apiVersion } = circumstances.target;
  return requirements
    .filter(({ versions }) => versions.includes(apiVersion))
    .map((row) => verdictOf(row, tallies.of(row.id), circumstances));
}

/** Everything observed, in the order of the specs. */
export function observationsOf(tallies: Tallies): readonly ObservationRow[] {
  return requirements.flatMap(({ id }) => tallies.of(id).observations.map((row) => ({ requirement: id, ...row })));
}

/** Everything that could have been observed and was not, in the order of the specs. */
export function unseenOf(tallies: Tallies): readonly UnseenRow[] {
  return requirements.flatMap(({ id: requirement }) =>
    [...tallies.of(requirement).unseen].map(([subject, tried]) => ({
      id: factId(requirement, subject),
      requirement,
      subject,
      tried,
    })),
  );
}

function verdictOf(row: Requirement, tally: Tally, circumstances: Circumstances): Verdict {
  return judgedOrOpen(row, tally, reasonToSkip(row, circumstances), () => {
    if (isOfUsers(tally, circumstances))
      return { kind: 'skipped', because: `needs ${tokenVariables.caller}: no call of an application showed it` };
    if (isLeftToLongerRuns(row, tally, circumstances)) return { kind: 'skipped', because: leftByQuickRun };
    return row.shownOnlyBy === 'writesToDeletedCards' &&
      circumstances.target.mayGiveIdsAgain &&
      circumstances.stopped === undefined
      ? {
          kind: 'skipped',
          because: 'not tried: this server may give the id of a deleted card to the next one, whoever makes it',
        }
      : { kind: 'inconclusive', because: reasonLeftOpen(row, tally, circumstances) };
  });
}

/**
 * The verdict that the traffic tells, of a run or of a file. What it tells nothing of is left to `open`.
 *
 * @param skipped why the requirement is not judged at all
 */
export function judgedOrOpen(
  row: Requirement,
  tally: Tally,
  skipped: string | undefined,
  open: () => { readonly kind: 'skipped' | 'inconclusive'; readonly because: string },
): Verdict {
  const base = { requirement: row.id, exercised: tally.exercised, violated: tally.violated };
  if (skipped !== undefined) return { ...base, kind: 'skipped', because: skipped };
  if (tally.violated > 0) return { ...base, kind: row.level === 'MUST' ? 'failed' : 'warned' };
  if (tally.observations.length > 0 && row.level === 'OBSERVE') return { ...base, kind: 'observed' };
  if (tally.exercised > 0) return { ...base, kind: 'passed' };
  return { ...base, ...open() };
}

/** Why a requirement is not judged at all; undefined if it is. The first reason that holds is the one to tell. */
function reasonToSkip(row: Requirement, { target, suites, chosen, excluded }: Circumstances): string | undefined {
  if (row.untestable !== undefined) return `cannot be tested from outside: ${row.untestable}`;
  if (row.binds !== 'server') return `binds the ${row.binds}, not the server`;
  const suite = suiteOf(row.id);
  if (!checkedRequirements.has(row.id)) return 'not checked by this version of the suite yet';
  const reason = excluded?.get(row.id);
  if (reason !== undefined) return excludedBecause(reason);
  if (!suites.has(suite) || (chosen !== undefined && !chosen.has(row.id))) return 'not chosen for this run';
  const missing = row.needs.find((need) => !(isActor(need) ? target.actors.has(need) : target.capabilities.has(need)));
  return missing === undefined ? undefined : `needs ${variableFor[missing]}`;
}

/** What no application could show, after a run to its end that no user took part in. */
function isOfUsers({ undecided }: Tally, { target, stopped }: Circumstances): boolean {
  return !target.actors.has('caller') && stopped === undefined && undecided.size === 0;
}

/** What no traffic of a quick run came near to. What was refused each time a longer run may not show either. */
function isLeftToLongerRuns({ operations }: Requirement, { undecided }: Tally, circumstances: Circumstances): boolean {
  const { effort, stopped } = circumstances;
  return (
    effort === 'quick' &&
    stopped === undefined &&
    undecided.size === 0 &&
    reasonRefused(operations, circumstances) === undefined
  );
}

function isActor(need: Actor | Capability): need is Actor {
  return actors.some((actor) => actor === need);
}

/** What a user sets to supply an actor or a capability. */
const variableFor: Readonly<Record<Actor | Capability, string>> = {
  ...tokenVariables,
  nobody: 'nothing',
  authentication: 'TIMECARD_TOKEN',
  callerIdentity: '--user-id or TIMECARD_USER_ID',
  onBehalfOfUser: '--on-behalf-of-user-id or TIMECARD_ON_BEHALF_OF_USER_ID',
  otherTeam: '--other-team-id or TIMECARD_OTHER_TEAM_ID',
};

const sentences: Readonly<Record<Undecided, string>> = {
  lag: 'reads lagged too far behind writes',
  transport: 'the requests that could show it got no usable answer',
  refused:
    'it was refused, and no document says that it must not be: by a role, a lock, another system, or settings of the schedule',
  noControl: 'the same request without the defect was not accepted either, so its refusal proves nothing',
  cardInTheWay:
    'it was refused, and a card that was open, or may be of the same time, can be the reason as well: no document says what becomes of a second one',
  tooSoon: 'the write came too soon after the one before to tell their times apart',
  unknownClock: 'the server’s clock is more than a day away from ours and could not be relied on yet',
  unreadableTime:
    'the times in the answers cannot be read, so that nothing can be compared with them: see TC-GEN-013 and TC-SHAPE-021',
  undocumented: 'what the server did is not documented',
};

function reasonLeftOpen({ id, operations }: Requirement, tally: Tally, circumstances: Circumstances): string {
  const { stopped, effort, found, lists } = circumstances;
  const refused = reasonRefused(operations, circumstances);
  // More requests alone would not show it.
  if (refused !== undefined) return stopped === undefined ? refused : `${refused}; and ${stopped}`;
  if (stopped !== undefined)
    return effort === 'quick' ? `${stopped}; a quick run may not have come to it in any case` : stopped;
  const [commonest] = [...tally.undecided].toSorted(([, left], [, right]) => right - left);
  if (commonest !== undefined) return sentences[commonest[0]];
  const obstacle = lists.reason(id);
  if (obstacle !== undefined) return obstacle;
  const lag = circumstances.longestLag ?? 0;
  if (lag > 0 && id.startsWith('TC-LIST-'))
    return `no answer of this run could show it, perhaps because reads showed writes up to ${(lag / 1000).toFixed(1)} s late`;
  if (found.openCard === undefined) {
    const isNamed = circumstances.target.capabilities.has('callerIdentity');
    return `no answer of this run could show it${isNamed ? '' : '; with --user-id more can be: a card of somebody who is not named is not sent back'}`;
  }
  return `no answer of this run could show it, perhaps because the card ${found.openCard} was open before: clock it out or delete it, and run again`;
}

/** Of an operation of which every call was refused: how, and what the user can do about it. */
function reasonRefused(operations: readonly Operation[], { offer, found }: Circumstances): string | undefined {
  for (const operation of operations) {
    const how = offer.refusedAlways(operation);
    if (how === undefined) continue;
    const refused = `${operation} was refused each time (${how})`;
    if (operation === 'clockIn' && found.timeClock === 'off')
      return `${refused}, and the schedule says that its time clock is off (timeClockEnabled): turn it on, or name another team`;
    if (operation === 'clockIn' && how.includes('409') && found.openCard !== undefined)
      return `${refused}: the card ${found.openCard} was open before: clock it out or delete it, and run again`;
    if (operation === 'clockIn' && how.includes('409'))
      return `${refused}: the caller may be clocked in already, here or in another team, or the time clock be off; clock out, and run again`;
    if (how.includes('403'))
      return `${refused}: the caller may lack the role for it; let TIMECARD_TOKEN be that of an owner of the team`;
    return refused;
  }
  return undefined;
}
