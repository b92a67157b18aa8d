import type { Exchange } from '../specs/exchange.ts';
import { operations, routes, type ApiVersion, type Operation } from '../specs/operation.ts';

interface Answers {
  accepted: boolean;
  refused: boolean;
  missing: boolean;
}

/** What a server offers at all, by its answers to requests without a deliberate defect: many mocks build only a part. */
export class Offer {
  readonly #answers = new Map<Operation, Answers>();
  readonly #accepted = new Set<Operation>();

  add(exchanges: readonly Exchange[]): void {
    for (const { operation, outcome, intent } of exchanges) {
      if (operation === 'unknown' || outcome.kind !== 'response') continue;
      // By another method, or under another name, it would be another operation.
      const isItself = !['method', 'url'].includes(intent?.mutation?.pointer ?? '');
      if (isItself && outcome.status >= 200 && outcome.status < 300) this.#accepted.add(operation);
      if (intent?.mutation !== undefined) continue;
      const answers = this.#answers.get(operation) ?? { accepted: false, refused: false, missing: false };
      this.#answers.set(operation, answers);
      if (outcome.status < 300) answers.accepted = true;
      else if (outcome.status === 404 || outcome.status === 405 || outcome.status === 501) answers.missing = true;
      else if (outcome.status < 500) answers.refused = true;
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

  /** The operations of the version that were never accepted, but answered as if there were none: 404, 405 or 501. */
  missing(version: ApiVersion): readonly Operation[] {
    return operations.filter((operation) => {
      const answers = this.#answers.get(operation);
      const isMissing = answers !== undefined && answers.missing && !this.#accepted.has(operation) && !answers.refused;
      return isMissing && routes[operation].versions.includes(version);
    });
  }
}
