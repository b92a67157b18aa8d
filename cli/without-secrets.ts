import { namesOfTokens, Redaction, type SecretNames } from '../targets/redaction.ts';
import { tokensFrom } from '../targets/tokens.ts';

/**
 * What a command prints and writes goes through this: it knows the tokens of the environment, however short they are, and
 * what looks like a secret.
 *
 * @param more what else is known to open something, with what is to stand in its place
 */
export function redactionOf(environment: NodeJS.ProcessEnv, more: SecretNames = new Map()): Redaction {
  const known = [...more, ...secretsOfSignIn(environment), ...namesOfTokens(tokensFrom(environment))];
  return new Redaction(new Map(known), 'secrets');
}

/** What opens the sign-in service. */
const signInVariables = [
  'AZURE_CLIENT_SECRET',
  'AZURE_CLIENT_CERTIFICATE_PASSWORD',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
] as const;

function secretsOfSignIn(environment: NodeJS.ProcessEnv): readonly (readonly [secret: string, name: string])[] {
  return signInVariables.flatMap((name) => {
    const secret = environment[name]?.trim() ?? '';
    return secret === '' ? [] : [[secret, `$${name}`] as const];
  });
}

/** A sentence as it may be printed: it may quote an argument, a file or an answer. */
export function sentenceWithoutSecrets(sentence: string): string {
  return redactionOf(process.env).text(sentence);
}
