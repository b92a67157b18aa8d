import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bearer } from '../../targets/live/claims.ts';
import type { Certificate } from '../../targets/listening/certificate.ts';
import { tokenOf } from './tenant-people.ts';

/** What the sign-in service was asked for. */
export interface SignInRequest {
  readonly host: string;
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
}

/** How it answers, where it is not by a token. */
export interface Refusal {
  readonly status: number;
  readonly error: string;
  readonly description: string;
}

export interface EntraOptions {
  readonly certificate: Certificate;
  /** Seconds that a token lives. */
  readonly life?: number;
  /** Whose token is given, by what was asked. */
  readonly whom?: (form: SignInRequest['form']) => Bearer;
  readonly refuse?: (request: SignInRequest) => Refusal | undefined;
  readonly claims?: object;
}

/** Microsoft Entra as far as its clients need it: device code, client credentials, refresh, and GitHub's assertions beside it. */
export class FakeEntra {
  readonly requests: SignInRequest[] = [];
  /** Tokens that were given, with whom they stand for. */
  readonly issued = new Map<string, Bearer>();
  options: EntraOptions;
  #polls = 0;
  readonly #server: Server;

  constructor(options: EntraOptions) {
    this.options = options;
    this.#server = createServer(options.certificate, (request, response) => void this.#answer(request, response));
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  issue(bearer: Bearer, seconds = this.options.life ?? 3600, claims = this.options.claims ?? {}): string {
    const token = tokenOf(bearer, seconds, claims);
    this.issued.set(token, bearer);
    return token;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const host = request.headers.host ?? '';
    const url = new URL(request.url ?? '', `https://${host}`);
    const form = Object.fromEntries(new URLSearchParams(text));
    const asked = { host, path: url.pathname, form };
    this.requests.push(asked);
    const send = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const refusal = this.options.refuse?.(asked);
    if (refusal !== undefined)
      return send(refusal.status, { error: refusal.error, error_description: refusal.description });
    if (url.searchParams.has('audience'))
      return send(200, { value: tokenOf('application', 600, { aud: url.searchParams.get('audience') }) });
    const [, tenantId = ''] = url.pathname.split('/');
    const base = `https://${host}/${tenantId}`;
    if (url.pathname.endsWith('/openid-configuration'))
      return send(200, {
        issuer: `${base}/v2.0`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
      });
    if (url.pathname.endsWith('/devicecode')) {
      this.#polls = 0;
      return send(200, {
        user_code: 'ABCD-EFGH',
        device_code: 'the-device-code',
        verification_uri: 'https://microsoft.com/devicelogin',
        expires_in: 900,
        interval: 1,
        message: 'To sign in, open https://microsoft.com/devicelogin and enter the code ABCD-EFGH.',
      });
    }
    if (!url.pathname.endsWith('/token')) return send(404, { error: 'not_found' });
    if (form['grant_type']?.includes('device_code') && (this.#polls += 1) < 2)
      return send(400, { error: 'authorization_pending', error_description: 'AADSTS70016: pending' });
    return send(200, this.#grant(form, base, tenantId));
  }

  #grant(form: SignInRequest['form'], base: string, tenantId: string): object {
    const isApplication = form['grant_type'] === 'client_credentials';
    const bearer = this.options.whom?.(form) ?? (isApplication ? 'application' : 'caller');
    const life = this.options.life ?? 3600;
    const given = { token_type: 'Bearer', expires_in: life, access_token: this.issue(bearer) };
    if (isApplication) return given;
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const now = Math.floor(Date.now() / 1000);
    const who = { oid: 'o', sub: 's', tid: tenantId, preferred_username: 'worker@contoso.example', ver: '2.0' };
    const id = { aud: form['client_id'], iss: `${base}/v2.0`, iat: now, exp: now + 3600, ...who };
    return {
      ...given,
      refresh_token: 'the-refresh-token',
      client_info: part({ uid: 'o', utid: tenantId }),
      id_token: [part({ alg: 'none' }), part(id), ''].join('.'),
    };
  }
}
