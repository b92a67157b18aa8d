import type { CauseFact } from '../specs/cause.ts';
import { operations, routes, type Operation } from '../specs/operation.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { enoughRequests, type Census, type Count } from './census.ts';
import type { Manner } from './manner.ts';

/** What may be the cause of several findings, and which violations follow from it. */
export interface Candidate {
  readonly fact: CauseFact;
  readonly follows: (manner: Manner, requirement: RequirementId) => boolean;
}

/** Fewer answers than this say nothing of a whole server, and fewer than that nothing of an operation. */
const enoughOfServer = 10;
const enoughOfOperation = 5;

/** What is certain from the answers of a run, what says most first. */
export function candidates(census: Census): readonly Candidate[] {
  return [
    ...sameAnswer(census),
    ...noAnswer(census),
    ...echo(census),
    ...cannedAnswers(census),
    ...unrelatedAnswers(census),
    ...failing(census),
    ...otherSuccess(census),
    ...notJson(census),
  ];
}

function sameAnswer({ all, operations: counts, faults }: Census): readonly Candidate[] {
  const { first, answered, oneStatus, allAlike, different } = all;
  if (first === undefined || !oneStatus || faults.size > 0 || counts.size < 2) return [];
  if (answered < enoughOfServer || different < enoughRequests) return [];
  // Servers that refuse everything put the path or an id into the refusal.
  if (!allAlike && first.status < 400) return [];
  const fact = { kind: 'sameAnswer', requests: answered, status: first.status } as const;
  return [
    allAlike
      ? { fact: { ...fact, body: shortened(first.text) }, follows: ({ about }) => about !== 'header' }
      : { fact, follows: ({ about }) => about === 'status' },
  ];
}

function noAnswer({ all, faults }: Census): readonly Candidate[] {
  const [[fault, requests] = [undefined, 0]] = [...faults].toSorted(([, left], [, right]) => right - left);
  if (fault === undefined || all.answered > 0) return [];
  return [{ fact: { kind: 'noAnswer', requests, fault }, follows: () => false }];
}

function echo({ all, operations: counts }: Census): readonly Candidate[] {
  if (all.sent < enoughOfServer || all.sentBack < all.sent) return [];
  const echoing = operationsWhere(counts, ({ sent }) => sent > 0);
  if (echoing.length < 2) return [];
  // A list that is none is not worth a cause of its own beside this one.
  const strange = operationsWhere(counts, ({ told, another }) => told > 0 && another === told);
  const follows = ({ operation, about, status }: Manner): boolean =>
    about !== 'header' && status < 300 && (isAmong(operation, echoing) || isAmong(operation, strange));
  return [{ fact: { kind: 'echo', requests: all.sent }, follows }];
}

/** One answer to whatever is accepted. Without content that is usual; it says something only where nothing is refused. */
function cannedAnswers({ operations: counts }: Census): readonly Candidate[] {
  const canned = operationsWhere(
    counts,
    ({ accepted, answered, acceptedAlike, differentAccepted, firstAccepted }) =>
      accepted >= enoughOfOperation &&
      differentAccepted >= enoughRequests &&
      acceptedAlike &&
      (firstAccepted?.text !== '' || accepted === answered),
  );
  if (canned.length === 0) return [];
  const accepting = operationsWhere(counts, ({ accepted }) => accepted > 0);
  const fact = {
    kind: 'cannedAnswers',
    requests: sum(canned, counts, ({ accepted }) => accepted),
    operations: canned,
    everywhere: canned.length === accepting.length && canned.length > 2,
  } as const;
  // A wrong status of success, a missing header or member are wrong in the one answer, whatever was sent.
  const follows = ({ operation, about, status, successDue }: Manner, id: RequirementId): boolean =>
    isAmong(operation, canned) && status < 300 && about !== 'header' && !successDue && !id.startsWith('TC-SHAPE-');
  return [{ fact, follows }];
}

function unrelatedAnswers({ operations: counts }: Census): readonly Candidate[] {
  const get = counts.get('get');
  // A few may fit by chance.
  if (get === undefined || get.told < enoughOfServer || get.another < get.told * 0.8) return [];
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
  const follows = fact.everywhere
    ? ({ about }: Manner) => about !== 'header'
    : ({ operation, another, about }: Manner) => operation === 'get' && another && about !== 'header';
  return [{ fact, follows }];
}

/** Operations that fail at every request that should succeed, by the status that they fail with. */
function failing({ operations: counts }: Census): readonly Candidate[] {
  const made = sum(['create', 'clockIn'], counts, ({ accepted }) => accepted);
  return byStatus(counts, (status) => status >= 400).flatMap(([status, failed]) => {
    const onCard = failed.filter((operation) => routes[operation].on === 'card');
    // Without a card that was made, 404 is no more than that there is no such operation.
    if (status !== 404 || made === 0 || !onCard.includes('get')) return [operationFails(status, failed, counts)];
    const rest = failed.filter((operation) => !onCard.includes(operation));
    return [
      {
        fact: { kind: 'nothingStored', requests: plainOf(onCard, counts), made },
        follows: statusOf(onCard, status),
      },
      ...(rest.length === 0 ? [] : [operationFails(status, rest, counts)]),
    ];
  });
}

function operationFails(
  status: number,
  failed: readonly Operation[],
  counts: ReadonlyMap<Operation, Count>,
): Candidate {
  return {
    fact: { kind: 'operationFails', requests: plainOf(failed, counts), operations: failed, status },
    follows: statusOf(failed, status),
  };
}

function statusOf(listed: readonly Operation[], status: number): Candidate['follows'] {
  return ({ operation, about, status: seen }) => about === 'status' && seen === status && isAmong(operation, listed);
}

function plainOf(listed: readonly Operation[], counts: ReadonlyMap<Operation, Count>): number {
  return sum(listed, counts, ({ plain }) => plain);
}

function otherSuccess({ operations: counts }: Census): readonly Candidate[] {
  const isOther = (status: number, operation: Operation): boolean =>
    status >= 200 && status < 300 && status !== routes[operation].success;
  return byStatus(counts, isOther).map(([status, failed]) => ({
    fact: {
      kind: 'otherSuccess',
      requests: plainOf(failed, counts),
      operations: failed,
      status,
    },
    follows: ({ operation, successDue, status: seen }) => successDue && seen === status && isAmong(operation, failed),
  }));
}

function notJson({ all }: Census): readonly Candidate[] {
  if (all.withBody < enoughOfServer || all.json > 0) return [];
  return [
    {
      fact: { kind: 'notJson', requests: all.answered, answers: all.withBody },
      follows: ({ about, body }) => about === 'content' && body === 'text',
    },
  ];
}

/** The operations that answer every request without a deliberate defect with one status, by that status. */
function byStatus(
  counts: ReadonlyMap<Operation, Count>,
  isMeant: (status: number, operation: Operation) => boolean,
): readonly (readonly [status: number, operations: readonly Operation[]])[] {
  const groups = new Map<number, Operation[]>();
  for (const operation of operations) {
    const { plain = 0, plainStatus } = counts.get(operation) ?? {};
    if (plainStatus === undefined || plain < enoughRequests || !isMeant(plainStatus, operation)) continue;
    groups.set(plainStatus, [...(groups.get(plainStatus) ?? []), operation]);
  }
  return [...groups];
}

function operationsWhere(
  counts: ReadonlyMap<Operation, Count>,
  holds: (count: Count) => boolean,
): readonly Operation[] {
  return operations.filter((operation) => {
    const count = counts.get(operation);
    return count !== undefined && holds(count);
  });
}

function isAmong(operation: Manner['operation'], listed: readonly Operation[]): boolean {
  return listed.some((one) => one === operation);
}

function sum(
  listed: readonly Operation[],
  counts: ReadonlyMap<Operation, Count>,
  figure: (count: Count) => number,
): number {
  return listed.reduce((total, operation) => {
    const count = counts.get(operation);
    return total + (count === undefined ? 0 : figure(count));
  }, 0);
}

/** Long enough to recognise an answer by, short enough for a sentence. */
const quoted = 60;

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= quoted ? text : `${characters.slice(0, quoted - 1).join('')}…`;
}
