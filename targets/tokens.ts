import http from 'node:http';
import { tokenVariables } from '../traffic/token-variables.ts';

export type Tokens = Readonly<Partial<Record<keyof typeof tokenVariables, string>>>;

/** A variable of the environment holds no token that could be sent: a sentence that says what to do. */
export class UnusableToken extends Error {
  override readonly name = 'UnusableToken';
}

/**
 * The tokens of the environment; an empty variable counts as absent. Who copies a whole header has the word Bearer before
 * the token, which is no part of it.
 */
export function tokensFrom(environment: NodeJS.ProcessEnv): Tokens {
  const found = Object.entries(tokenVariables).flatMap(([actor, variable]) => {
    const token = environment[variable]?.trim().replace(/^(?:authorization:\s*)?bearer(?:\s+|$)/i, '');
    return token === undefined || token === '' ? [] : [[actor, token] as const];
  });
  return Object.fromEntries(found);
}

/** @throws UnusableToken for a token that no header can hold, and where there is only the word Bearer */
export function refuseUnusableTokens(environment: NodeJS.ProcessEnv): void {
  const tokens = tokensFrom(environment);
  for (const [actor, variable] of Object.entries(tokenVariables)) {
    const token = tokens[actor as keyof Tokens];
    if (token === undefined && environment[variable]?.trim())
      throw new UnusableToken(`${variable} holds the word Bearer without a token; copy what follows it as well.`);
    const wrong = [...(token ?? '')].findIndex((character) => !canStandInHeader(character));
    if (wrong < 0) continue;
    const code = [...(token ?? '')][wrong]?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    throw new UnusableToken(
      `${variable} holds a character that no header can carry (U+${code}, number ${wrong + 1} of the token); copy the token again, without quotation marks and line breaks around it.`,
    );
  }
}

function canStandInHeader(character: string): boolean {
  try {
    http.validateHeaderValue('Authorization', character);
    return true;
  } catch {
    return false;
  }
}
