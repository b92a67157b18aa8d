// Preload (NODE_OPTIONS=--import …): connections to the hosts in CONNECT_TABLE, a JSON object of host → port, go to that port of
// this machine; names and certificates are checked as ever. Any other host but this machine is refused, so that no test can
// reach a real tenant. The product knows nothing of it.
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

// oxlint-disable-next-line typescript/unbound-method -- called with its socket below
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function redirected(...args) {
  // Node hands over [options, callback] once it has normalised them.
  const options = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof options === 'object' && options !== null && options.host !== undefined) {
    const port = JSON.parse(process.env.CONNECT_TABLE ?? '{}')[options.host];
    if (port !== undefined) {
      options.host = '127.0.0.1';
      options.port = port;
    } else if (!/^(127\.|localhost$|::1$)/.test(options.host)) {
      const error = Object.assign(new Error(`refused by the test: ${options.host}`), { code: 'ENOTFOUND' });
      process.nextTick(() => this.destroy(error));
      return this;
    }
  }
  return connect.apply(this, args);
};
syncBuiltinESMExports();
