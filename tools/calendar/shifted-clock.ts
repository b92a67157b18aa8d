// Preloaded into every process and thread of a test run (NODE_OPTIONS=--import): moves the clock by CLOCK_AHEAD milliseconds.
// Timers and durations stay as they are. Files and certificates keep the time of the machine.
import { ServerResponse } from 'node:http';

const ahead = Number(process.env['CLOCK_AHEAD'] ?? 0);
const machine = Date;
const { timeOrigin } = performance;

const now = (): number => machine.now() + ahead;

globalThis.Date = new Proxy(machine, {
  construct: (date, given, made) => Reflect.construct(date, given.length === 0 ? [now()] : given, made) as Date,
  // Called without `new`, Date answers the time of now as text.
  apply: () => new machine(now()).toString(),
  get: (date, name) => (name === 'now' ? now : (Reflect.get(date, name) as unknown)),
});
Object.defineProperty(performance, 'timeOrigin', { value: timeOrigin + ahead });

// node:http dates its answers by a Date of its own.
type WriteHead = (this: ServerResponse, ...given: unknown[]) => ServerResponse;
const writeHead = Reflect.get(ServerResponse.prototype, 'writeHead') as WriteHead;
ServerResponse.prototype.writeHead = function dated(this: ServerResponse, ...given: unknown[]) {
  const named = given.some((one) => typeof one === 'object' && /"date"/i.test(JSON.stringify(one)));
  if (this.sendDate && !named && !this.hasHeader('date')) this.setHeader('date', new Date().toUTCString());
  return writeHead.apply(this, given);
};
