import https from 'node:https';
import { isJsonObject, type Json } from '../../traffic/json.ts';

/** Bytes; an assertion has some 2,000. */
const longest = 100_000;
/** Milliseconds. */
const timeout = 30_000;

/**
 * What GitHub says of the job that asks: the assertion with which Microsoft Entra lets it in as an application.
 * Source: GitHub Actions, "OpenID Connect reference": GET $ACTIONS_ID_TOKEN_REQUEST_URL&audience=…, answer { "value": "…" }.
 * @throws Error with what went wrong, without the token
 */
export function gitHubAssertion(url: string, bearer: string, ca: string | undefined): Promise<string> {
  const address = `${url}&audience=${encodeURIComponent('api://AzureADTokenExchange')}`;
  return new Promise((resolve, reject) => {
    const request = https.get(
      address,
      { headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' }, timeout, ...(ca && { ca }) },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
          if (text.length > longest) request.destroy(new Error('GitHub answered more than an assertion'));
        });
        response.on('end', () => {
          const assertion = valueIn(text);
          if (assertion !== undefined) resolve(assertion);
          else reject(new Error(`GitHub answered ${response.statusCode ?? 0} without an assertion`));
        });
        response.on('error', reject);
      },
    );
    request.on('timeout', () => request.destroy(new Error('GitHub gave no answer within 30 s')));
    request.on('error', reject);
  });
}

function valueIn(text: string): string | undefined {
  try {
    const body = JSON.parse(text) as Json;
    const value = isJsonObject(body) ? body['value'] : undefined;
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
