import type { Exchange } from '../traffic/exchange.ts';
import { isNamedAsInPage } from '../specs/page-spelling.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { sameOrigin } from './execute/answers.ts';
import { nextLinkOf } from '../traffic/next-link.ts';

/** What kept lists from showing what is required of them, as a reader of the report has to know it. */
export class ListObstacles {
  readonly #baseUrl: string;
  #elsewhere: string | undefined;
  #refused: string | undefined;

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  add(exchanges: readonly Exchange[]): void {
    for (const exchange of exchanges) {
      const link = nextLinkOf(exchange);
      if (link !== undefined && !sameOrigin(link, this.#baseUrl)) this.#elsewhere ??= link;
      this.#refused ??= refusedQuery(exchange);
    }
  }

  /** Why a requirement of lists may not have been shown; undefined for any other, and where nothing stood in the way. */
  reason(requirement: RequirementId): string | undefined {
    if (!requirement.startsWith('TC-LIST-')) return undefined;
    if (this.#elsewhere !== undefined)
      return `@odata.nextLink leads away from --base-url and was not followed, so that no token goes elsewhere: ${this.#elsewhere}`;
    return this.#refused === undefined
      ? undefined
      : `no answer of this run could show it, perhaps because a list was refused: ${this.#refused}`;
  }
}

/** A query that no deliberate defect is in, under the name that the page gives the list, and its status. */
function refusedQuery({ operation, request, outcome, intent }: Exchange): string | undefined {
  const isRefused =
    outcome.kind === 'response' && outcome.status >= 400 && outcome.status < 500 && outcome.status !== 429;
  const query = request.url.split('?')[1];
  if (operation !== 'list' || !isRefused || query === undefined || intent?.mutation !== undefined) return undefined;
  return isNamedAsInPage(request.url, operation) ? `${query} with ${outcome.status}` : undefined;
}
