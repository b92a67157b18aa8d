import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned, type Certificate } from '../targets/listening/certificate.ts';

/** A certificate for one run of the server, and the file that makes others trust it. */
export interface TrustFile {
  readonly certificate: Certificate;
  readonly path: string;
  remove(): void;
}

/** Makes a certificate for the address that the server listens on; its key is never written. */
export function makeTrustFile(host: string): TrustFile {
  const isAddress = /^[\d.]+$/.test(host);
  const certificate = selfSigned(
    ['localhost', ...(isAddress ? [] : [host])],
    ['127.0.0.1', ...(isAddress && host !== '127.0.0.1' && host !== '0.0.0.0' ? [host] : [])],
  );
  const folder = mkdtempSync(join(tmpdir(), 'timecard-serve-'));
  const path = join(folder, 'ca.pem');
  writeFileSync(path, certificate.cert);
  return { certificate, path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What makes each language trust the server, as lines for a shell. */
export function trustLines(path: string, assign: (pair: readonly [string, string]) => string): readonly string[] {
  const store = path.replace(/pem$/, 'p12');
  const keytool = `keytool -importcert -noprompt -alias timecard -file ${path} -keystore ${store} -storepass changeit`;
  const properties = `-Djavax.net.ssl.trustStore=${store} -Djavax.net.ssl.trustStorePassword=changeit`;
  return [
    '# Node, and this suite:',
    assign(['NODE_EXTRA_CA_CERTS', path]),
    assign(['TIMECARD_CA', path]),
    '# Python (httpx, urllib; requests) and Go:',
    assign(['SSL_CERT_FILE', path]),
    assign(['REQUESTS_CA_BUNDLE', path]),
    '# Java, once the first line has run:',
    `# ${keytool}`,
    `# ${assign(['JAVA_TOOL_OPTIONS', `'${properties}'`])}`,
  ];
}
