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

  add(exchanges: readonly Exchange[]): void {
    for (const { operation, outcome, intent } of exchanges) {
      if (operation === 'unknown' || outcome.kind !== 'response' || intent?.mutation !== undefined) continue;
      const answers = this.#answers.get(operation) ?? { accepted: false, refused: false, missing: false };
      this.#answers.set(operation, answers);
      if (outcome.status < 300) answers.accepted = true;
      else if (outcome.status === 404 || outcome.status === 405 || outcome.status === 501) answers.missing = true;
      else if (outcome.status < 500) answers.refused = true;
    }
  }

  /** The operations that were asked for, and of which not one call was accepted. */
  neverAccepted(): ReadonlySet<Operation> {
    return new Set([...this.#answers].flatMap(([operation, { accepted }]) => (accepted ? [] : [operation])));
  }

  /** The operations of the version that were never accepted, but answered as if there were none: 404, 405 or 501. */
  missing(version: ApiVersion): readonly Operation[] {
    return operations.filter((operation) => {
      const answers = this.#answers.get(operation);
      const isMissing = answers !== undefined && answers.missing && !answers.accepted && !answers.refused;
      return isMissing && routes[operation].versions.includes(version);
    });
  }
}
