/**
 * A script for `node --require` that leads what a program sends to one name to a port of this machine: Node 20 knows no
 * HTTPS_PROXY. It changes where a socket goes, and nothing that is written to it.
 */
export function nodePreload(host: string, port: number): string {
  return `'use strict';
const tls = require('node:tls');
const connect = tls.connect;
tls.connect = function (options, ...rest) {
  const isMeant = typeof options === 'object' && (options.host ?? options.servername) === '${host}' && !options.socket;
  if (!isMeant) return connect.call(this, options, ...rest);
  const here = { ...options, host: '127.0.0.1', hostname: '127.0.0.1', port: ${port}, servername: '${host}' };
  return connect.call(this, here, ...rest);
};
`;
}
