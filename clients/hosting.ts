import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from '../targets/listening/certificate.ts';
import { nodePreload } from '../targets/listening/node-preload.ts';
import { listen } from '../targets/listening/listener.ts';
import { proxyOneName } from '../targets/listening/one-name-proxy.ts';
import type { Host } from './scene.ts';
import type { Stage } from './scripted/stage.ts';

/** A stage that can be reached under the name of a host. */
export interface Hosting {
  readonly address: string;
  /** Another name of the same service. */
  readonly elsewhere: string;
  /** What the driver's process has to know to reach it, and to trust it. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const graph = 'graph.microsoft.com';

/** Puts a stage up under the name of a host; for TLS with a certificate that nobody else has and that is gone afterwards. */
export async function hostStage(stage: Stage, host: Host): Promise<Hosting> {
  if (host === 'loopback') {
    const listener = await listen((request) => stage.answer(request));
    return {
      address: `http://127.0.0.1:${listener.port}`,
      elsewhere: `http://localhost:${listener.port}`,
      environment: {},
      close: () => listener.close(),
    };
  }
  const certificate = selfSigned([graph, 'localhost'], ['127.0.0.1']);
  const listener = await listen((request) => stage.answer(request), { certificate });
  const proxy = host === 'graph' ? await proxyOneName(graph, listener.port) : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'timecard-client-'));
  const ca = join(folder, 'ca.pem');
  const script = join(folder, 'preload.cjs');
  writeFileSync(ca, certificate.cert);
  writeFileSync(script, nodePreload(graph, listener.port));
  return {
    address: host === 'graph' ? `https://${graph}` : `https://127.0.0.1:${listener.port}`,
    elsewhere: `https://localhost:${listener.port}`,
    environment: {
      ...trusting(ca),
      ...(proxy === undefined ? {} : proxied(proxy.port, script)),
    },
    close: async () => {
      rmSync(folder, { recursive: true, force: true });
      await proxy?.close();
      await listener.close();
    },
  };
}

/** How the languages of the drivers are told which authority to trust; TIMECARD_CA_FILE for those that have no variable. */
function trusting(ca: string): Readonly<Record<string, string>> {
  return { NODE_EXTRA_CA_CERTS: ca, SSL_CERT_FILE: ca, REQUESTS_CA_BUNDLE: ca, TIMECARD_CA_FILE: ca };
}

/** How they are told of the proxy; a driver in Java reads TIMECARD_PROXY_PORT. */
function proxied(port: number, script: string): Readonly<Record<string, string>> {
  const proxy = `http://127.0.0.1:${port}`;
  return {
    HTTPS_PROXY: proxy,
    https_proxy: proxy,
    NO_PROXY: '127.0.0.1,localhost',
    no_proxy: '127.0.0.1,localhost',
    TIMECARD_PROXY_PORT: String(port),
    NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --require ${JSON.stringify(script)}`.trim(),
  };
}
