import type { Mutation } from '../../traffic/exchange.ts';
import { headerValue } from '../../traffic/headers.ts';
import type { Operation } from '../../traffic/operation.ts';
import { expectThat } from '../assertions/assertions.ts';
import type { Answer, Scope, Subject } from '../check.ts';
import type { JudgeContext } from '../context.ts';
import { errorCodes } from '../error-codes.ts';
import { holdsAnOpenCard } from '../card/open-card.ts';
import { hasNoUsableAnswer, refusalSays } from '../assertions/refusal.ts';
import { overlapsKnownCard } from '../times.ts';
import type { Entry, Trace } from '../trace/trace.ts';

/** A request that differs from its control in exactly one thing. */
export interface Mutated extends Subject {
  readonly entry: Entry;
  readonly mutation: Mutation;
  readonly control: Entry;
  /** For a card that could not be removed: it is open (TC-CLOCKIN-024), or covers the same time (TC-CREATE-014). */
  readonly mayBeRefusedAnyway: boolean;
}

/**
 * Every deliberately changed request that `select` picks, once it and its control are both in. The control may come
 * after it, so that a refused clockOut can be followed by the accepted one on the same card.
 */
export function mutated(select: (mutation: Mutation, operation: Operation | 'unknown') => boolean): Scope<Mutated> {
  return {
    needsMadeTraffic: true,
    subjects(entry, trace, context) {
      return pairsEndingWith(entry, trace).flatMap(({ changed, mutation, control }) =>
        select(mutation, changed.operation) ? [subjectOf(changed, mutation, control, trace, context)] : [],
      );
    },
  };
}

interface Pair {
  readonly changed: Entry;
  readonly mutation: Mutation;
  readonly control: Entry;
}

/** Scopes by the dozen ask for the pairs of the same entry, one after the other; they are looked for once. */
let latest: { readonly entry: Entry; readonly pairs: readonly Pair[] } | undefined;

/** Changed requests with their controls, of which the entry is the later one. */
function pairsEndingWith(entry: Entry, trace: Trace): readonly Pair[] {
  if (latest?.entry === entry) return latest.pairs;
  const mutation = entry.exchange.intent?.mutation;
  const control = mutation === undefined ? undefined : stepNamed(trace, entry, mutation.controlOf);
  const own = mutation === undefined || control === undefined ? [] : [{ changed: entry, mutation, control }];
  const earlier = waitingFor(trace, entry).flatMap((changed) => {
    const its = changed.exchange.intent?.mutation;
    return its === undefined ? [] : [{ changed, mutation: its, control: entry }];
  });
  latest = { entry, pairs: [...own, ...earlier] };
  return latest.pairs;
}

function subjectOf(entry: Entry, mutation: Mutation, control: Entry, trace: Trace, context: JudgeContext): Mutated {
  const mayBeRefusedAnyway =
    (entry.operation === 'clockIn' && holdsAnOpenCard(entry, trace, context)) ||
    (entry.operation === 'create' && overlapsKnownCard(entry, trace, context));
  // The mutated exchange is the decisive one, even where its control came later.
  return { entry, mutation, control, mayBeRefusedAnyway, evidence: [control.sequence, entry.sequence] };
}

function stepNamed(trace: Trace, near: Entry, step: string): Entry | undefined {
  const { intent } = near.exchange;
  return intent === undefined
    ? undefined
    : trace.asStep(intent.case, step).find(({ sequence }) => sequence < near.sequence);
}

function waitingFor(trace: Trace, control: Entry): readonly Entry[] {
  const { intent } = control.exchange;
  return intent === undefined
    ? []
    : trace.controlledBy(intent.case, intent.step).filter(({ sequence }) => sequence < control.sequence);
}

/**
 * Refused with one of the statuses. A refusal proves nothing unless the control was accepted; that a defective request is
 * accepted needs no control, and may even spoil it, as a clockOut that should have been refused closes the card.
 */
export function refusedWith(...statuses: readonly number[]): (subject: Mutated) => Answer {
  const expected = statuses.length === 1 ? (statuses[0] ?? null) : [...statuses];
  return (subject) => {
    const { status, accepted } = subject.entry;
    if (accepted) return expectThat(false, 'status', expected, status);
    return (
      undecided(subject) ??
      expectThat(
        statuses.some((one) => one === status),
        'status',
        expected,
        status,
      )
    );
  };
}

const guid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/**
 * A card that is not there is refused with 404. An id that does not look like those of the server may be refused with 400
 * before anybody looks for the card: how ids look is documented nowhere.
 */
export function unknownCardRefused(subject: Mutated): Answer {
  const { entry, control } = subject;
  const [own, other] = [entry, control].map(({ cardId }) => cardId?.replace(guid, ''));
  if (entry.status === 400 && own !== other) return { kind: 'undecided', because: 'undocumented' };
  return refusedWith(404)(subject);
}

/** Refused with any 4xx. */
export function refused(subject: Mutated): Answer {
  const { status = 0, accepted } = subject.entry;
  if (accepted) return expectThat(false, 'status', '4xx', status);
  return undecided(subject) ?? expectThat(status >= 400 && status < 500, 'status', '4xx', status);
}

/** Accepted like its control. That it is refused for a reason beside what differs, such as a lock, leaves it open. */
export function acceptedLikeControl(subject: Mutated): Answer {
  const { entry, control, mutation } = subject;
  const asksForRights = mutation.pointer.startsWith('header:');
  const isAboutRights = entry.status === 401 || entry.status === 403;
  const because = undecided(subject);
  if (because !== undefined) return because;
  if (!entry.accepted && !(asksForRights && isAboutRights) && refusalSays(entry) === 'refused')
    return { kind: 'undecided', because: 'refused' };
  return expectThat(entry.status === control.status, 'status', control.status ?? null, entry.status);
}

/** Why nothing can be said: the control was not accepted, or would not be by now, or the request itself got no usable answer. */
function undecided(subject: Mutated): Answer | undefined {
  const { entry, control, mayBeRefusedAnyway } = subject;
  const { status, accepted } = entry;
  if (isUnknownSpelling(subject)) return { kind: 'undecided', because: 'noControl' };
  // Who cannot serve the language that is preferred may say so before anything else is looked at.
  if (status === 406 && headerValue(entry.exchange.request.headers, 'accept-language') !== undefined)
    return { kind: 'undecided', because: 'undocumented' };
  if (!control.accepted) return { kind: 'undecided', because: 'noControl' };
  if (mayBeRefusedAnyway && !accepted) return { kind: 'undecided', because: 'cardInTheWay' };
  return hasNoUsableAnswer(status) ? { kind: 'undecided', because: 'transport' } : undefined;
}

/** Not found under names in another letter case than its control's: the server may know one spelling of them (TC-GEN-008). */
function isUnknownSpelling({ entry, control, mutation }: Mutated): boolean {
  const spellsAsControl = namesOf(entry) === namesOf(control) || mutation.pointer === 'url';
  return !spellsAsControl && (entry.status === 404 || entry.status === 405);
}

function namesOf({ exchange: { request } }: Entry): string | undefined {
  return /\/schedule\/timecards\b/i.exec(request.url)?.[0];
}

/** What came of a request, as a stable fact: `204`, `403 Forbidden`, `404 NotFound > TeamNotFound`, `no answer`. */
export function statusAndCode({ status, accepted, answer }: Entry): string {
  if (status === undefined) return 'no answer';
  const codes = errorCodes(answer);
  return accepted || codes.length === 0 ? String(status) : `${status} ${codes.join(' > ')}`;
}
