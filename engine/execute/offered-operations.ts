import { errorCodes } from '../../checks/error-codes.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import { operations, routes, type ApiVersion, type Operation } from '../../traffic/operation.ts';

interface Answers {
  accepted: boolean;
  refused: boolean;
  missing: boolean;
  acceptedFromCaller: boolean;
  /** Status and codes of how the caller was refused, as far as they differ. */
  readonly refusals: Set<string>;
}

/** A server may make up a code for every refusal. */
const mostRefusals = 3;

/** What a server offers at all, by its answers to requests without a deliberate defect: many mocks build only a part. */
export class OfferedOperations {
  readonly #answers = new Map<Operation, Answers>();
  readonly #accepted = new Set<Operation>();

  add(exchanges: readonly Exchange[]): void {
    for (const { operation, actor, outcome, intent } of exchanges) {
      if (operation === 'unknown' || outcome.kind !== 'response') continue;
      // By another method, or under another name, it would be another operation.
      const isItself = !['method', 'url'].includes(intent?.mutation?.pointer ?? '');
      if (isItself && outcome.status >= 200 && outcome.status < 300) this.#accepted.add(operation);
      if (intent?.mutation !== undefined) continue;
      const answers = this.#answers.get(operation) ?? unasked();
      this.#answers.set(operation, answers);
      const { status, body } = outcome;
      if (status < 300) {
        answers.accepted = true;
        answers.acceptedFromCaller ||= actor === 'caller';
      } else if (actor === 'caller' && answers.refusals.size < mostRefusals) {
        const codes = errorCodes(body.kind === 'json' ? body.value : undefined);
        answers.refusals.add(`${status} ${codes[0] ?? 'without an error code'}`);
      }
      if (status < 300) continue;
      if (status === 404 || status === 405 || status === 501) answers.missing = true;
      else if (status < 500) answers.refused = true;
    }
  }

  /** The operations of which any call was accepted, with a deliberate defect or without: they are there. */
  accepted(): ReadonlySet<Operation> {
    return this.#accepted;
  }

  /** The operations that were asked for, and of which not one call was accepted. */
  neverAccepted(): ReadonlySet<Operation> {
    return new Set([...this.#answers].flatMap(([operation, { accepted }]) => (accepted ? [] : [operation])));
  }

  /** The operations that the caller was allowed to do at least once. */
  allowedToCaller(): ReadonlySet<Operation> {
    return new Set(
      [...this.#answers].flatMap(([operation, answers]) => (answers.acceptedFromCaller ? [operation] : [])),
    );
  }

  /** How the caller was refused an operation that was never accepted from the caller, such as `409 Conflict`; undefined for any other. */
  refusedAlways(operation: Operation): string | undefined {
    const answers = this.#answers.get(operation);
    return answers === undefined || answers.acceptedFromCaller || answers.refusals.size === 0
      ? undefined
      : [...answers.refusals].join(', ');
  }

  /** The operations of the version that were never accepted, but answered as if there were none: 404, 405 or 501. */
  missing(version: ApiVersion): readonly Operation[] {
    return operations.filter((operation) => {
      const answers = this.#answers.get(operation);
      const isMissing = answers !== undefined && answers.missing && !this.#accepted.has(operation) && !answers.refused;
      return isMissing && routes[operation].versions.includes(version);
    });
  }
}

function unasked(): Answers {
  return { accepted: false, refused: false, missing: false, acceptedFromCaller: false, refusals: new Set() };
}
