import { operations, type Operation } from '../../traffic/operation.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import { candidate, type Candidate } from './cause-candidate.ts';
import { enoughRequests, type AnswerStatistics } from './answer-statistics.ts';
import { enoughOfOperation, enoughOfServer, isAmong, operationsWhere, sum } from './counts.ts';
import type { ViolationSignature } from '../violation-signature.ts';

/** What a server does that is no time clock at all, or only repeats what one has said. */
export function serverCauses(statistics: AnswerStatistics): readonly Candidate[] {
  return [
    ...sameAnswer(statistics),
    ...noAnswer(statistics),
    ...echo(statistics),
    ...cannedAnswers(statistics),
    ...unrelatedAnswers(statistics),
  ];
}

function sameAnswer({ all, operations: counts, faults }: AnswerStatistics): readonly Candidate[] {
  const { first, answered, oneStatus, allAlike, different } = all;
  if (first === undefined || !oneStatus || faults.size > 0 || counts.size < 2) return [];
  if (answered < enoughOfServer || different < enoughRequests) return [];
  // Servers that refuse everything put the path or an id into the refusal.
  if (!allAlike && first.status < 400) return [];
  const fact = { kind: 'sameAnswer', requests: answered, status: first.status } as const;
  return [
    allAlike
      ? candidate({ ...fact, body: shortened(first.text) }, ({ about }) => about !== 'header')
      : candidate(fact, ({ about }) => about === 'status'),
  ];
}

function noAnswer({ all, faults }: AnswerStatistics): readonly Candidate[] {
  const [[fault, requests] = [undefined, 0]] = [...faults].toSorted(([, left], [, right]) => right - left);
  if (fault === undefined || all.answered > 0) return [];
  return [candidate({ kind: 'noAnswer', requests, fault }, () => false)];
}

function echo({ all, operations: counts }: AnswerStatistics): readonly Candidate[] {
  if (all.sent < enoughOfServer || all.sentBack < all.sent) return [];
  const echoing = operationsWhere(counts, ({ sent }) => sent > 0);
  if (echoing.length < 2) return [];
  // A list that is none is not worth a cause of its own beside this one.
  const strange = operationsWhere(counts, ({ told, another }) => told > 0 && another === told);
  const follows = ({ operation, about, status }: ViolationSignature): boolean =>
    about !== 'header' && status < 300 && (isAmong(operation, echoing) || isAmong(operation, strange));
  return [candidate({ kind: 'echo', requests: all.sent }, follows)];
}

/**
 * One answer to whatever is accepted. Without content that is usual; it says something only where nobody who has shown who
 * he is is refused.
 */
function cannedAnswers({ operations: counts }: AnswerStatistics): readonly Candidate[] {
  const canned = operationsWhere(
    counts,
    ({ accepted, acceptedAlike, differentAccepted, firstAccepted, refusedKnown }) =>
      accepted >= enoughOfOperation &&
      differentAccepted >= enoughRequests &&
      acceptedAlike &&
      firstAccepted !== undefined &&
      (firstAccepted.text !== '' || refusedKnown === 0),
  );
  if (canned.length === 0) return [];
  // Of what was accepted now and then only, such as writes to cards that never were, nothing can be told.
  const accepting = operationsWhere(counts, ({ accepted }) => accepted >= enoughOfOperation);
  const fact = {
    kind: 'cannedAnswers',
    requests: sum(canned, counts, ({ accepted }) => accepted),
    operations: canned,
    everywhere: canned.length === accepting.length && canned.length > 2,
  } as const;
  // A wrong status of success, a missing header or member are wrong in the one answer, whatever was sent.
  const follows = ({ operation, about, status, successDue }: ViolationSignature, id: RequirementId): boolean =>
    isAmong(operation, canned) &&
    operations.some((one) => one === operation && counts.get(one)?.firstAccepted?.status === status) &&
    about !== 'header' &&
    !successDue &&
    !id.startsWith('TC-SHAPE-');
  return [candidate(fact, follows)];
}

function unrelatedAnswers({ operations: counts }: AnswerStatistics): readonly Candidate[] {
  const get = counts.get('get');
  // Some may fit by chance.
  if (get === undefined || get.told < enoughOfServer || get.another < get.told / 2) return [];
  const others = operationsWhere(
    counts,
    ({ told, another }) => told >= enoughOfOperation && another >= told / 2,
  ).filter((operation) => operation !== 'get');
  const strange: readonly Operation[] = [...others, 'get'];
  const fact = {
    kind: 'unrelatedAnswers',
    requests: sum(strange, counts, ({ told }) => told),
    wrong: sum(strange, counts, ({ another }) => another),
    operations: strange,
    everywhere: others.length > 0,
  } as const;
  const isMixedUp = (operation: ViolationSignature['operation']): boolean =>
    operation !== 'unknown' && counts.get(operation)?.plainStatus === undefined;
  // Of what form cards and errors are, and with what status an operation answers that has only one, are matters of their own.
  const follows = ({ operation, another, about }: ViolationSignature, id: RequirementId): boolean => {
    if (about === 'header') return false;
    if (!fact.everywhere) return operation === 'get' && another;
    return about === 'status' ? isMixedUp(operation) : !/^TC-(SHAPE|GEN)-/.test(id);
  };
  return [candidate(fact, follows)];
}

/** Long enough to recognise an answer by, short enough for a sentence. */
const quoted = 60;

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= quoted ? text : `${characters.slice(0, quoted - 1).join('')}…`;
}
