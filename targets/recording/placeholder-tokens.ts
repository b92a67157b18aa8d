import type { Actor } from '../../traffic/actor.ts';
import { tokenVariables } from '../../traffic/token-variables.ts';
import type { Tokens } from '../tokens.ts';

const withToken = Object.keys(tokenVariables) as readonly (keyof Tokens)[];

/** What stands in a recording for the token of each actor that has one: the name of the variable that supplies it. */
export function placeholderTokens(actors: ReadonlySet<Actor>): Tokens {
  return Object.fromEntries(
    withToken.filter((actor) => actors.has(actor)).map((actor) => [actor, `$${tokenVariables[actor]}`]),
  );
}
