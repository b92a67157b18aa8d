import { X509Certificate } from 'node:crypto';
import { request as requestTls } from 'node:https';
import { request } from 'node:http';
import { connect as connectTls } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { selfSigned } from './certificate.ts';
import { listen } from './listener.ts';
import { proxyOneName } from './one-name-proxy.ts';
import { decodeBody, type ReceivedRequest } from './received-request.ts';

describe('a certificate', () => {
  test('is good for its names and addresses, and on whatever day it is', () => {
    const { cert } = selfSigned(['localhost', 'graph.microsoft.com'], ['127.0.0.1']);
    const read = new X509Certificate(cert);
    expect(read.subjectAltName).toBe('DNS:localhost, DNS:graph.microsoft.com, IP Address:127.0.0.1');
    expect(Date.parse(read.validFrom)).toBe(Date.UTC(2020, 0, 1));
    expect(Date.parse(read.validTo)).toBe(Date.UTC(2049, 11, 31, 23, 59, 59));
    expect(read.ca).toBe(true);
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.checkHost('graph.microsoft.com')).toBe('graph.microsoft.com');
    expect(read.checkHost('example.com')).toBeUndefined();
  });

  test('has a key of its own each time', () => {
    expect(selfSigned(['a'], []).key).not.toBe(selfSigned(['a'], []).key);
  });
});

describe('a listener', () => {
  test('hands over a request as it came, and tells connections apart', async () => {
    const seen: ReceivedRequest[] = [];
    const listener = await listen((one) => {
      seen.push(one);
      return { status: 200, headers: [['X-Answer', 'yes']], text: 'né' };
    });
    const post = (): Promise<string> =>
      new Promise((resolve, reject) => {
        const sent = request(
          {
            port: listener.port,
            method: 'POST',
            path: "/a%20b?$filter=x'y",
            agent: false,
            headers: ['X-One', '1', 'x-one', '2', 'Host', 'here'] as unknown as Record<string, string>,
          },
          (answer) => {
            let text = '';
            answer
              .setEncoding('utf8')
              .on('data', (chunk: string) => (text += chunk))
              .on('end', () => resolve(text));
          },
        );
        sent.on('error', reject).end('body');
      });
    expect([await post(), await post()]).toEqual(['né', 'né']);
    await listener.close();
    expect(seen.map(({ connection }) => connection)).toEqual([1, 2]);
    expect(seen[0]).toMatchObject({ method: 'POST', target: "/a%20b?$filter=x'y", httpVersion: '1.1' });
    expect(seen[0]?.headers.slice(0, 2)).toEqual([
      ['X-One', '1'],
      ['x-one', '2'],
    ]);
    expect(seen[0]?.raw.toString()).toBe('body');
  });

  test('speaks TLS with a certificate, to who trusts it', async () => {
    const certificate = selfSigned(['localhost'], ['127.0.0.1']);
    const listener = await listen(() => ({ status: 204, headers: [], text: '' }), { certificate });
    const status = (ca?: string): Promise<unknown> =>
      new Promise((resolve) => {
        requestTls(
          { port: listener.port, host: '127.0.0.1', agent: false, ...(ca === undefined ? {} : { ca }) },
          (answer) => resolve(answer.statusCode),
        )
          .on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
          .end();
      });
    expect(await status(certificate.cert)).toBe(204);
    expect(await status()).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    await listener.close();
  });
});

describe('a proxy for one name', () => {
  const asked = (port: number, authority: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request({ port, method: 'CONNECT', path: authority, agent: false })
        .on('connect', ({ statusCode }, socket) => {
          socket.destroy();
          resolve(statusCode);
        })
        .on('error', reject)
        .end();
    });

  test('leads this name to the port, and refuses every other', async () => {
    const certificate = selfSigned(['graph.microsoft.com'], []);
    const listener = await listen(() => ({ status: 204, headers: [], text: '' }), { certificate });
    const proxy = await proxyOneName('graph.microsoft.com', listener.port);
    const names = [
      'login.microsoftonline.com:443',
      'graph.microsoft.com:80',
      'graph.microsoft.com.example:443',
      '127.0.0.1:443',
    ];
    for (const name of names) expect(await asked(proxy.port, name)).toBe(403);
    expect(await asked(proxy.port, 'graph.microsoft.com:443')).toBe(200);
    const through = await new Promise((resolve, reject) => {
      request({ port: proxy.port, method: 'CONNECT', path: 'graph.microsoft.com:443', agent: false })
        .on('connect', (_, socket) => {
          const secure = connectTls({ socket, servername: 'graph.microsoft.com', ca: certificate.cert }, () => {
            secure.end('GET / HTTP/1.1\r\nHost: graph.microsoft.com\r\nConnection: close\r\n\r\n');
            secure.once('data', (data) => resolve(data.toString().split('\r\n')[0]));
          });
          secure.on('error', reject);
        })
        .end();
    });
    expect(through).toBe('HTTP/1.1 204 No Content');
    await proxy.close();
    await listener.close();
  });

  test('answers plain requests with 403', async () => {
    const proxy = await proxyOneName('graph.microsoft.com', 1);
    expect((await fetch(`http://127.0.0.1:${proxy.port}/`)).status).toBe(403);
    await proxy.close();
  });
});

describe('the coding of a body', () => {
  const text = 'Zoë';
  test.each([
    ['gzip', gzipSync(text)],
    [undefined, Buffer.from(text)],
    ['identity', Buffer.from(text)],
  ])('%s is taken off', (coding, raw) => {
    expect(decodeBody(raw, coding)).toEqual({ kind: 'text', text });
  });

  test.each([
    ['gzip', Buffer.from(text)],
    ['zstd', Buffer.from(text)],
    ['toString', Buffer.from(text)],
  ])('%s that is none, or none that is known, is told', (coding, raw) => {
    expect(decodeBody(raw, coding)).toEqual({ kind: 'undecodable', coding });
  });
});
