// A driver that is bad in the way that its first word names.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const [way] = process.argv.slice(2);
const hello = { version: 1, library: { name: 'bad', version: '1', language: 'Node' } };
const say = (value) => process.stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`);

console.error('the driver is about to begin');
if (way === 'noise') say('Loading the library …');
if (way === 'exits') process.exit(7);
if (way === 'silent') setInterval(() => undefined, 1000);
if (way === 'child') spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
const flood = () => process.stdout.write('x'.repeat(65_536), flood);
if (way === 'endless-line') flood();

let count = 0;
const hoard = [];
for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  if (way === 'silent' || way === 'endless-line') continue;
  if (message.cmd === 'start') say(way === 'version-two' ? { ...hello, version: 2 } : hello);
  if (message.cmd !== 'call') continue;
  count += 1;
  if (way === 'dies' && count === 12) {
    console.error('panic: index out of range');
    process.exit(2);
  }
  if (way === 'hangs' && count === 12) await new Promise(() => setInterval(() => undefined, 1000));
  if (way === 'hoards' && count === 10) setInterval(() => hoard.push(Buffer.alloc(50_000_000, 1)), 20);
  if (way === 'hoards' && count > 10) continue;
  if (way === 'out-of-order' && count === 11) say({ id: message.id + 1, value: null });
  else if (way === 'not-an-answer' && count === 11) say({ id: message.id, result: 1 });
  else if (message.op === 'echo') say({ id: message.id, value: null });
  else say({ id: message.id, error: { message: 'none' } });
  if (way === 'twice' && count === 11) say({ id: message.id, value: null });
}
