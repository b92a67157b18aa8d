import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FaultHooks } from '../../reference/fault.ts';
import type { ReferenceOptions, ReferenceServer } from '../../reference/server.ts';
import { selfSigned } from '../../targets/listening/certificate.ts';
import { FakeEntra, type EntraOptions } from './fake-entra.ts';
import { startFakeGraph } from './fake-graph.ts';
import { tenant } from './tenant-people.ts';

/** From the sources of a test and from a compiled trial. */
const preload =
  ['redirect.mjs', '../../../test/live/redirect.mjs']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path)) ?? 'redirect.mjs';

/** A sign-in service and a Graph on this machine, both under their real names, and a folder with the two keys. */
export interface LiveEnvironment {
  readonly entra: FakeEntra;
  readonly graph: ReferenceServer;
  readonly folder: string;
  /** PEM of the authority that both certificates come from. */
  readonly ca: string;
  /** For a process of its own. */
  readonly environment: Readonly<Record<string, string>>;
  readonly table: string;
  close(): Promise<void>;
}

export async function startLiveEnvironment(
  entraOptions: Omit<EntraOptions, 'certificate'> = {},
  graphOptions: ReferenceOptions = {},
  hooks: FaultHooks = {},
): Promise<LiveEnvironment> {
  const names = ['login.microsoftonline.com', 'graph.microsoft.com', 'localhost'];
  const certificate = selfSigned(names, ['127.0.0.1']);
  const entra = new FakeEntra({ ...entraOptions, certificate });
  const entraPort = await entra.listen();
  const graph = await startFakeGraph(entra.issued, { ...graphOptions, tls: certificate }, hooks);
  const folder = mkdtempSync(join(tmpdir(), 'live-'));
  writeFileSync(join(folder, 'ca.pem'), certificate.cert);
  writeFileSync(join(folder, 'timecard-conformance.config.json'), JSON.stringify({ liveTenant: tenant }));
  const table = JSON.stringify({
    'login.microsoftonline.com': entraPort,
    'graph.microsoft.com': Number(new URL(graph.url).port),
  });
  return {
    entra,
    graph,
    folder,
    ca: certificate.cert,
    table,
    environment: {
      // With what moves the clock of the tests, if anything does: tokens are of this time.
      NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import ${preload}`.trim(),
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
      CONNECT_TABLE: table,
      XDG_STATE_HOME: join(folder, 'state'),
      HOME: folder,
    },
    close: async () => {
      entra.close();
      await graph.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
