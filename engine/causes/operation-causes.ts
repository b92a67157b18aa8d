import type { CauseFact } from '../../judgements/cause.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import { operations, routes, type Operation } from '../../traffic/operation.ts';
import { candidate, type Candidate } from './cause-candidate.ts';
import type { AnswerStatistics, Count } from './answer-statistics.ts';
import { byStatus, enoughOfOperation, enoughOfServer, isAmong, operationsWhere, sum, type Counts } from './counts.ts';
import type { DefectKind } from '../defect-of.ts';
import type { ViolationSignature } from '../violation-signature.ts';

/** What a server does that may well be a time clock in other things. */
export function operationCauses(statistics: AnswerStatistics): readonly Candidate[] {
  return [
    ...failing(statistics),
    ...otherSuccess(statistics),
    ...nothingRefused(statistics),
    ...membersMissing(statistics),
    ...timesWithoutOffset(statistics),
    notesLost(),
    textBroken(),
    ...notJson(statistics),
  ];
}

/** Operations that fail at every request that should succeed, by the status that they fail with. */
function failing({ operations: counts }: AnswerStatistics): readonly Candidate[] {
  const made = sum(['create', 'clockIn'], counts, ({ accepted }) => accepted);
  // What takes one body and not another is there, and does not always fail.
  const only = ({ plain, plainStatus, accepted }: Count) => ({
    status: accepted > 0 ? undefined : plainStatus,
    times: plain,
  });
  return byStatus(counts, only, (status) => status >= 400).flatMap(([status, failed]) => {
    const onCard = failed.filter((operation) => routes[operation].on === 'card');
    // Without a card that was made, 404 is no more than that there is no such operation.
    if (status !== 404 || made === 0 || !onCard.includes('get')) return [operationFails(status, failed, counts)];
    const rest = failed.filter((operation) => !onCard.includes(operation));
    return [
      candidate({ kind: 'nothingStored', requests: plainOf(onCard, counts), made }, statusOf(onCard, status)),
      ...(rest.length === 0 ? [] : [operationFails(status, rest, counts)]),
    ];
  });
}

function operationFails(status: number, failed: readonly Operation[], counts: Counts): Candidate {
  return candidate(
    { kind: 'operationFails', requests: plainOf(failed, counts), operations: failed, status },
    statusOf(failed, status),
  );
}

function statusOf(listed: readonly Operation[], status: number): (manner: ViolationSignature) => boolean {
  return ({ operation, about, status: seen }) => about === 'status' && seen === status && isAmong(operation, listed);
}

function plainOf(listed: readonly Operation[], counts: Counts): number {
  return sum(listed, counts, ({ plain }) => plain);
}

function otherSuccess({ operations: counts }: AnswerStatistics): readonly Candidate[] {
  const only = ({ plainAccepted, plainAcceptedStatus }: Count) => ({
    status: plainAcceptedStatus,
    times: plainAccepted,
  });
  const isOther = (status: number, operation: Operation): boolean => status !== routes[operation].success;
  return byStatus(counts, only, isOther).map(([status, listed]) =>
    candidate(
      {
        kind: 'otherSuccess',
        requests: sum(listed, counts, ({ plainAccepted }) => plainAccepted),
        operations: listed,
        status,
      },
      (manner) => manner.successDue && statusOf(listed, status)(manner),
    ),
  );
}

/** A server that takes every id, and one that takes every body. */
function nothingRefused({ operations: counts }: AnswerStatistics): readonly Candidate[] {
  const isTaken =
    (wanted: DefectKind): Candidate['follows'] =>
    ({ about, status, defect, sentWrong }) =>
      (about === 'status' && status < 300 && defect === wanted) ||
      // What is taken in comes out again.
      (sentWrong && wanted === 'body');
  // An operation that accepts nothing at all says nothing of what it would refuse.
  const byId = operationsWhere(counts, ({ wrongIds, accepted }) => wrongIds > 0 && accepted > 0);
  const byBody = operationsWhere(counts, ({ wrongBodies, accepted }) => wrongBodies > 0 && accepted > 0);
  const ids = sum(byId, counts, ({ wrongIds }) => wrongIds);
  const bodies = sum(byBody, counts, ({ wrongBodies }) => wrongBodies);
  return [
    ...(byId.length > 1 && ids === sum(byId, counts, ({ wrongIdsAccepted }) => wrongIdsAccepted)
      ? [candidate({ kind: 'anyIdAccepted', requests: ids, operations: byId }, isTaken('id'))]
      : []),
    ...(byBody.length > 1 && bodies === sum(byBody, counts, ({ wrongBodiesAccepted }) => wrongBodiesAccepted)
      ? [candidate({ kind: 'anyBodyAccepted', requests: bodies, operations: byBody }, isTaken('body'))]
      : []),
  ];
}

function membersMissing({ all }: AnswerStatistics): readonly Candidate[] {
  if (all.cards < enoughOfOperation) return [];
  const fact = (explained: readonly ViolationSignature[]): CauseFact => ({
    kind: 'membersMissing',
    answers: all.cards,
    members: [...new Set(explained.map(({ absent }) => absent))],
  });
  const makesOrShows = ['create', 'clockIn', 'get'] as const;
  const follows = ({ operation, absent }: ViolationSignature): boolean =>
    isAmong(operation, makesOrShows) && absent !== '' && !all.members.has(absent);
  return [{ fact, follows }];
}

function timesWithoutOffset({ times }: AnswerStatistics): readonly Candidate[] {
  const { all, withoutOffset, example } = times;
  if (withoutOffset < enoughOfOperation || example === undefined) return [];
  return [
    candidate(
      { kind: 'timesWithoutOffset', times: all, wrong: withoutOffset, example },
      ({ lacksOffset }) => lacksOffset,
    ),
  ];
}

/**
 * Where plain notes are lost, what becomes of livelier ones says nothing of its own. Those of one kind of request alone may be
 * lost for a reason of their own, such as a break that is taken for another.
 */
function notesLost(): Candidate {
  return {
    fact: (explained) => ({ kind: 'notesLost', operations: shownBy(explained) }),
    follows: ({ notesLost: isLost }) => isLost,
    suits: (requirements) => new Set(requirements.map(groupOf).filter((group) => group !== 'NOTES')).size > 1,
  };
}

/** `BREAK` of `TC-BREAK-009`. */
function groupOf(id: RequirementId): string | undefined {
  return id.split('-')[1];
}

/** Text is broken alike wherever it stands. */
function textBroken(): Candidate {
  return {
    fact: (explained) => ({ kind: 'textBroken', operations: shownBy(explained) }),
    follows: ({ textBroken: isBroken }) => isBroken,
  };
}

function shownBy(explained: readonly ViolationSignature[]): readonly Operation[] {
  return operations.filter((one) => explained.some(({ operation }) => operation === one));
}

function notJson({ all }: AnswerStatistics): readonly Candidate[] {
  if (all.withBody < enoughOfServer || all.json > 0) return [];
  return [
    candidate(
      { kind: 'notJson', requests: all.answered, answers: all.withBody },
      ({ about, body }) => about === 'content' && body === 'text',
    ),
  ];
}
