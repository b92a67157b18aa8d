import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Transmission } from './transmission.ts';

/* node:crypto signs no certificates, so openssl makes one for this run. */
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
const [keyFile, certificateFile] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];

beforeAll(() => {
  if (!hasOpenssl) return;
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  spawnSync('openssl', ['req', '-x509', ...kind, ...names, '-keyout', keyFile, '-out', certificateFile]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function ask(ca: string | undefined) {
  const certificate = readFileSync(certificateFile);
  const server = createServer({ key: readFileSync(keyFile), cert: certificate }, (_, response) => response.end('safe'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const transmission = new Transmission({ timeout: 2000, maxResponseSize: 100, ...(ca === undefined ? {} : { ca }) });
  try {
    return await transmission.send({ method: 'GET', url, headers: [], text: undefined });
  } finally {
    transmission.close();
    server.close();
    server.closeAllConnections();
  }
}

test.skipIf(!hasOpenssl)(
  'a certificate that signed itself is trusted if it was given (skipped without openssl)',
  async () => {
    expect(await ask(readFileSync(certificateFile, 'utf8'))).toMatchObject({
      kind: 'response',
      status: 200,
      text: 'safe',
    });
  },
);

test.skipIf(!hasOpenssl)('and refused otherwise, with the reason (skipped without openssl)', async () => {
  expect(await ask(undefined)).toEqual({
    kind: 'transport',
    fault: 'refused',
    detail: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  });
});
