import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A certificate and its key, both as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/**
 * A self-signed certificate that is its own authority, for servers on this machine: EC P-256, good for the names and IPv4
 * addresses given, from 2020 to 2049, so that no clock of a client can be in the way. Made by hand as DER (X.690, RFC 5280), since Node makes keys and
 * signatures but no certificates; nothing of it is ever kept.
 */
export function selfSigned(names: readonly string[], addresses: readonly string[]): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'));
  const name = sequence(
    element(0x31, sequence(objectId('550403'), element(0x0c, Buffer.from('timecard-conformance')))),
  );
  const alternatives = sequence(
    ...names.map((one) => element(0x82, Buffer.from(one))),
    ...addresses.map((one) => element(0x87, Buffer.from(one.split('.').map(Number)))),
  );
  const authority = sequence(
    objectId('551d13'),
    element(1, Buffer.from([255])),
    octets(sequence(element(1, Buffer.from([255])))),
  );
  const contents = sequence(
    element(0xa0, element(2, Buffer.from([2]))),
    element(2, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    name,
    sequence(utcTime('200101000000Z'), utcTime('491231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    element(0xa3, sequence(authority, sequence(objectId('551d11'), octets(alternatives)))),
  );
  const signature = element(3, Buffer.from([0]), sign('sha256', contents, privateKey));
  const lines =
    sequence(contents, ecdsaWithSha256, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}

function element(tag: number, ...contents: readonly Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

function sequence(...contents: readonly Buffer[]): Buffer {
  return element(0x30, ...contents);
}

function octets(content: Buffer): Buffer {
  return element(4, content);
}

function objectId(hex: string): Buffer {
  return element(6, Buffer.from(hex, 'hex'));
}

/** Two digits of the year, of which 49 is 2049 (RFC 5280, 4.1.2.5.1). */
function utcTime(text: string): Buffer {
  return element(0x17, Buffer.from(text));
}
