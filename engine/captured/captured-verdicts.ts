import type { Check } from '../../checks/check.ts';
import { checks } from '../../checks/index.ts';
import { capabilities as allCapabilities, type Capability } from '../../traffic/actor.ts';
import type { ApiVersion } from '../../traffic/operation.ts';
import { requirements, type Requirement, type RequirementId } from '../../specs/requirements/index.ts';
import { excludedBecause, type Verdict } from '../../judgements/verdict.ts';
import type { Undecided } from '../counting.ts';
import type { Tally } from '../tally.ts';
import { judgedOrOpen } from '../verdicts.ts';
import type { Uncertainty } from './uncertainty.ts';
import type { CapturedJudgement } from './judge-captured.ts';

export interface CaptureCircumstances {
  readonly apiVersion: ApiVersion;
  readonly capabilities: ReadonlySet<Capability>;
  readonly chosen: ReadonlySet<RequirementId> | undefined;
  /** With the reason that the user gave. */
  readonly excluded: ReadonlyMap<RequirementId, string> | undefined;
}

/** One verdict for each requirement of the API version, in the order of the specs. */
export function capturedVerdicts(
  judgement: CapturedJudgement,
  circumstances: CaptureCircumstances,
): readonly Verdict[] {
  return requirements
    .filter(({ versions }) => versions.includes(circumstances.apiVersion))
    .map((row) => verdictOf(row, judgement, circumstances));
}

/**
 * What no exchange of a file could show is skipped and not left open: nobody can ask the file for more. Left open is only
 * what seemed wrong, and could not be told for certain.
 */
function verdictOf(
  row: Requirement,
  { tallies, doubts }: CapturedJudgement,
  circumstances: CaptureCircumstances,
): Verdict {
  const tally = tallies.of(row.id);
  return judgedOrOpen(row, tally, reasonToSkip(row, circumstances), () => {
    const doubt = doubts.get(row.id);
    const because = doubt === undefined ? reasonLeftOpen(tally) : whyDoubted[doubt];
    return because === undefined || doubt === 'unseen'
      ? { kind: 'skipped', because: because ?? 'nothing in the file shows it' }
      : { kind: 'inconclusive', because };
  });
}

const checkOf: ReadonlyMap<RequirementId, Check> = new Map(checks.map((one) => [one.requirement, one]));

/** True for a requirement that only traffic made for it can show, such as a request beside its control. */
export function needsMadeTraffic(id: RequirementId): boolean {
  return checkOf.get(id)?.scope.needsMadeTraffic === true;
}

function reasonToSkip(row: Requirement, { capabilities, chosen, excluded }: CaptureCircumstances): string | undefined {
  if (row.untestable !== undefined) return `cannot be tested from outside: ${row.untestable}`;
  if (row.binds !== 'server') return `binds the ${row.binds}, not the server`;
  if (!checkOf.has(row.id)) return 'not checked by this version of the suite yet';
  if (chosen !== undefined && !chosen.has(row.id)) return 'not chosen for this run';
  const reason = excluded?.get(row.id);
  if (reason !== undefined) return excludedBecause(reason);
  if (needsMadeTraffic(row.id)) return 'needs traffic made for it';
  const missing = allCapabilities.find((one) => row.needs.includes(one) && !capabilities.has(one));
  return missing === undefined ? undefined : whatIsMissing[missing];
}

const whatIsMissing: Readonly<Record<Capability, string>> = {
  authentication: 'needs requests with tokens in the file',
  callerIdentity: 'needs --user-id or TIMECARD_USER_ID, as no token in the file tells who asked',
  onBehalfOfUser: 'needs requests on behalf of a second user in the file',
  otherTeam: 'needs requests to a second team in the file',
};

const whyDoubted: Readonly<Record<Uncertainty, string>> = {
  unseen: 'the file does not hold the headers that would show it',
  lag: 'seemed violated, in a read too soon after a write to tell it from one that lags',
  order: 'seemed violated, and the times in the file are too coarse to tell which request came first',
  stranger: 'seemed violated, and somebody whose requests are not in the file may have changed the card',
};

const sentences: Readonly<Record<Undecided, string>> = {
  lag: 'reads lagged too far behind writes',
  transport: 'the requests that could show it got no usable answer',
  refused: 'it was refused, and no document says that it must not be',
  cardInTheWay: 'it was refused, and a card that was open, or may be of the same time, can be the reason as well',
  noControl: 'no request in the file was accepted that could be compared with the refused one',
  tooSoon: 'the write came too soon after the one before to tell their times apart',
  unknownClock: 'the server’s clock is more than a day away from ours and could not be relied on yet',
  unreadableTime:
    'the times in the answers cannot be read, so that nothing can be compared with them: see TC-GEN-013 and TC-SHAPE-021',
  undocumented: 'what the server did is not documented',
};

function reasonLeftOpen({ undecided }: Tally): string | undefined {
  const [commonest] = [...undecided].toSorted(([, left], [, right]) => right - left);
  return commonest === undefined ? undefined : sentences[commonest[0]];
}
