import { Agent, request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as TlsAgent, request as requestTls } from 'node:https';
import { connect as connectTls } from 'node:tls';
import type { Outgoing } from './seams.ts';

/** An answer, whole. */
export interface Incoming {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** The connections of one client. */
export class Transport {
  readonly #plain = new Agent({ keepAlive: true });
  readonly #tls: TlsAgent;
  readonly #ca: string | undefined;
  readonly #proxy: string | undefined;

  /** @param proxy `http://host:port` for names that are not of this machine */
  constructor({ ca, proxy }: { readonly ca?: string; readonly proxy?: string } = {}) {
    this.#ca = ca;
    this.#proxy = proxy;
    this.#tls = new TlsAgent({ keepAlive: true, ...(ca === undefined ? {} : { ca }) });
  }

  async send({ method, url, headers, body, fresh }: Outgoing): Promise<Incoming> {
    const { protocol, hostname, port, host } = new URL(url);
    // As the caller wrote it: a URL object would encode it anew.
    const path = url.slice(url.indexOf(host) + host.length) || '/';
    const flat = [['Host', host] as const, ...headers].flat();
    const options: RequestOptions = { method, hostname, port, path, headers: flat };
    if (protocol === 'http:')
      return this.#exchange(requestHttp({ ...options, agent: fresh ? false : this.#plain }), body);
    if (this.#proxy !== undefined && !isOfThisMachine(hostname)) {
      const socket = await this.#through(this.#proxy, `${hostname}:${port || 443}`, hostname);
      return this.#exchange(requestHttp({ ...options, createConnection: () => socket }), body);
    }
    const trust = this.#ca === undefined ? {} : { ca: this.#ca };
    return this.#exchange(requestTls({ ...options, ...trust, agent: fresh ? false : this.#tls }), body);
  }

  close(): void {
    this.#plain.destroy();
    this.#tls.destroy();
  }

  #exchange(request: ReturnType<typeof requestHttp>, body: Buffer | undefined): Promise<Incoming> {
    return new Promise((resolve, reject) => {
      request.on('error', reject);
      request.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
        response.on('error', reject);
      });
      request.end(body);
    });
  }

  /** Source: RFC 9110, 9.3.6 CONNECT. */
  #through(proxy: string, authority: string, servername: string): Promise<ReturnType<typeof connectTls>> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(proxy);
      const asking = requestHttp({ hostname, port, method: 'CONNECT', path: authority, agent: false });
      asking.on('error', reject).on('connect', (response, socket) => {
        if (response.statusCode !== 200) return reject(new Error(`the proxy refuses ${authority}`));
        const secure = connectTls({ socket, servername, ...(this.#ca === undefined ? {} : { ca: this.#ca }) }, () =>
          resolve(secure),
        );
        secure.on('error', reject);
      });
      asking.end();
    });
  }
}

function isOfThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname.startsWith('127.');
}
