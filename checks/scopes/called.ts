import { routes, type Operation } from '../../traffic/operation.ts';
import { headerValue } from '../../traffic/headers.ts';
import { isJsonObject, type JsonObject } from '../../traffic/json.ts';
import { notApplicable, violated, holds } from '../assertions/assertions.ts';
import type { Answer, Scope, Subject } from '../check.ts';
import type { JudgeContext } from '../context.ts';
import { isUndocumented, mustSucceed } from '../assertions/expectation.ts';
import { refusalSays } from '../assertions/refusal.ts';
import { showsWholeCards, type Entry } from '../trace/trace.ts';

/** A call of one operation without a deliberate defect. */
export interface Called extends Subject {
  readonly entry: Entry;
  /** Whether the documents promise that it succeeds. */
  readonly promised: boolean;
  /** The request's body; empty if it had none. */
  readonly sent: JsonObject;
}

/** Every call of the operation that is not deliberately defective. One scope object each, so that its checks share it. */
export function called(operation: Operation): Scope<Called> {
  const known = scopes.get(operation) ?? calledScope(operation);
  scopes.set(operation, known);
  return known;
}

const scopes = new Map<Operation, Scope<Called>>();

function calledScope(operation: Operation): Scope<Called> {
  return {
    subjects(entry, trace, context) {
      if (entry.operation !== operation || entry.exchange.intent?.mutation !== undefined) return [];
      const promised = mustSucceed(entry, trace, context);
      if (!promised && (!entry.accepted || isUndocumented(entry, trace, context) || !showsWholeCards(entry))) return [];
      return [{ entry, promised, sent: entry.sent ?? {}, evidence: evidenceOf(entry) }];
    },
  };
}

/** A successful answer that should hold one time card. */
export interface Returned extends Called {
  readonly card: JsonObject;
}

/** Every success of the operation whose answer is a JSON object. */
export function returned(operation: Operation): Scope<Returned> {
  const scope = called(operation);
  return {
    subjects(entry, trace, context) {
      const { answer } = entry;
      if (!entry.accepted || !isJsonObject(answer)) return [];
      return scope.subjects(entry, trace, context).map((subject) => ({ ...subject, card: answer }));
    },
  };
}

/** The operation answers with the status that its page documents; where the request prefers an answer, it may be that one (RFC 7240). */
export function documentedStatus({ entry, promised }: Called): Answer {
  if (entry.operation === 'unknown') return notApplicable;
  const expected = routes[entry.operation].success;
  if (entry.status === expected) return holds;
  if (entry.accepted && headerValue(entry.exchange.request.headers, 'prefer') !== undefined) return notApplicable;
  if (entry.accepted) return violated('status', expected, entry.status);
  if (!promised) return notApplicable;
  const because = refusalSays(entry);
  return because === 'wrong' ? violated('status', expected, entry.status) : { kind: 'undecided', because };
}

/** Refusals that are about the address or the rights of the caller, and say nothing about what was sent. */
const besideTheBody: ReadonlySet<number | undefined> = new Set([401, 403, 404, 405, 501]);

/**
 * The operation takes what was sent, with whatever status of success: which one it is, and whether the operation is there
 * at all, other requirements say.
 */
export function isAccepted({ entry, promised }: Called, { neverAccepted }: JudgeContext): Answer {
  if (entry.accepted) return holds;
  if (besideTheBody.has(entry.status)) return notApplicable;
  if (entry.operation !== 'unknown' && neverAccepted?.has(entry.operation) === true)
    return { kind: 'undecided', because: 'noControl' };
  const answer = documentedStatus({ entry, promised, sent: {}, evidence: [] });
  return answer.kind === 'violated' ? { ...answer, expected: '2xx' } : answer;
}

/** The exchange, and before it the answer that the knowledge about its card rests on. */
export function evidenceOf(entry: Entry): readonly number[] {
  const basis = entry.before?.latest?.sequence ?? entry.before?.madeBy?.sequence;
  return basis === undefined ? [entry.sequence] : [basis, entry.sequence];
}
