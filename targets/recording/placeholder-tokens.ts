import type { Actor } from '../../specs/actor.ts';
import { tokenVariables } from '../../specs/token-variables.ts';
import type { Tokens } from '../redaction.ts';
import type { WireRequest } from '../wire.ts';

const withToken = Object.keys(tokenVariables) as readonly (keyof Tokens)[];

/** What stands in a recording for the token of each actor that has one: the name of the variable that supplies it. */
export function placeholderTokens(actors: ReadonlySet<Actor>): Tokens {
  return Object.fromEntries(
    withToken.filter((actor) => actors.has(actor)).map((actor) => [actor, `$${tokenVariables[actor]}`]),
  );
}

/** The request with the token itself. */
export function withRealToken(request: WireRequest, tokens: Tokens): WireRequest {
  const headers = request.headers.map(([name, value]) => {
    if (name.toLowerCase() !== 'authorization') return [name, value] as const;
    const actor = withToken.find((one) => value === `Bearer $${tokenVariables[one]}`);
    const token = actor === undefined ? undefined : tokens[actor];
    return [name, token === undefined ? value : `Bearer ${token}`] as const;
  });
  return { ...request, headers };
}
