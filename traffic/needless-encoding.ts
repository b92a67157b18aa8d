/** Letters, digits and the marks that mean the same with and without percent-encoding (RFC 3986, 2.3). */
const unreserved = /%(?:2[DE]|3\d|4[1-9A-F]|5[\dAF]|6[1-9A-F]|7[\dAE])/i;

/** True for a part of a path in which something is percent-encoded that need not be: it asks for the same without that. */
export function isNeedlesslyEncoded(part: string): boolean {
  return unreserved.test(part);
}
