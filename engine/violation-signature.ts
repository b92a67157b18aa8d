import { lacksOffset } from '../checks/assertions/instants.ts';
import type { Exchange } from '../traffic/exchange.ts';
import type { Json } from '../traffic/json.ts';
import type { Violated } from '../judgements/judgement.ts';
import type { Operation } from '../traffic/operation.ts';
import { decisiveExchange } from './decisive-exchange.ts';
import { defectOf, type DefectKind } from './defect-of.ts';
import { answersAnother } from './causes/answers-another.ts';

/** How a requirement was violated, without the values: a run knows only a few such manners, however long it is. */
export interface ViolationSignature {
  /** Of the exchange that decided it. */
  readonly operation: Operation | 'unknown';
  /** 0 where no answer came. */
  readonly status: number;
  readonly body: 'empty' | 'json' | 'text';
  /** The part of the answer that was wrong. */
  readonly about: 'status' | 'header' | 'content';
  /** With `about: 'status'`: another success was due, and not a refusal. */
  readonly successDue: boolean;
  /** The answer shows something else than what was asked for. */
  readonly another: boolean;
  /** What was deliberately wrong with the request. */
  readonly defect: DefectKind;
  /** The value is one that was sent wrong on purpose, and comes back. */
  readonly sentWrong: boolean;
  /** A time that does not say its offset. */
  readonly lacksOffset: boolean;
  /** Notes that were sent are not there at all. */
  readonly notesLost: boolean;
  /** Characters came back as U+FFFD, the sign for bytes that are no text. */
  readonly textBroken: boolean;
  /** The member of the answer that was looked for and not there; empty if none was. */
  readonly absent: string;
}

/** The manner of a violation; undefined where its decisive exchange is not among these. */
export function signatureOf(
  violation: Violated,
  exchanges: readonly Exchange[],
  sentWrong: boolean,
): ViolationSignature | undefined {
  const decisive = decisiveExchange(violation, exchanges);
  if (decisive === undefined) return undefined;
  const { pointer, expected, actual } = violation;
  const { operation, outcome } = decisive;
  return {
    operation,
    status: outcome.kind === 'response' ? outcome.status : 0,
    body: outcome.kind === 'response' ? bodyOf(outcome.body.kind) : 'empty',
    about: pointer === 'status' ? 'status' : pointer.startsWith('header:') ? 'header' : 'content',
    successDue: pointer === 'status' && typeof expected === 'number' && expected >= 200 && expected < 300,
    another: answersAnother(decisive) === true,
    defect: defectOf(decisive),
    sentWrong,
    lacksOffset: lacksOffset(actual),
    notesLost: /\/notes(\/content)?$/.test(pointer) && expected !== null && (actual === null || isAbsent(actual)),
    textBroken: replacements(actual) > replacements(expected),
    absent: isAbsent(actual) ? (/^\/([^/]+)$/.exec(pointer)?.[1] ?? '') : '',
  };
}

/** A card may be replaced by what a broken answer showed, so that some stand in what is expected as well. */
function replacements(value: Json): number {
  return typeof value === 'string' ? value.split('\uFFFD').length - 1 : 0;
}

function isAbsent(actual: Json): boolean {
  return typeof actual === 'string' && /^\(absent\)(,|$)/.test(actual);
}

function bodyOf(kind: 'empty' | 'json' | 'malformed' | 'other'): ViolationSignature['body'] {
  return kind === 'empty' || kind === 'json' ? kind : 'text';
}
