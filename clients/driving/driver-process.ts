import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { LibraryCall, CallAnswer, DriverMessage, Hello } from '../protocol/messages.ts';
import { protocolVersion } from '../protocol/messages.ts';
import { NoAnswer, readAnswer, readHello, unasked } from '../protocol/read-answer.ts';
import { DriverFault, type Driver } from './driver.ts';
import { groupMemory } from './group-memory.ts';
import { LineReader } from './line-reader.ts';

export interface DriverProcessOptions {
  /** Beyond the environment of this process. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Milliseconds that one answer may take. */
  readonly patience: number;
  /** Bytes that the driver and what it starts may hold together. */
  readonly mostMemory: number;
}

/** How long a driver that was told to stop may take before it is ended. */
const stopPatience = 2000;
const memoryInterval = 500;
/** So many of its last lines are told where a driver fails. */
const toldLines = 10;

/** A driver in a process of its own, started without a shell, in a process group of its own so that nothing outlives it. */
export class DriverProcess implements Driver {
  readonly #command: readonly string[];
  readonly #options: DriverProcessOptions;
  readonly #lines = new LineReader();
  readonly #said: string[] = [];
  #child: ChildProcessByStdio<Writable, Readable, Readable> | undefined;
  #gone: string | undefined;
  #watching: NodeJS.Timeout | undefined;

  constructor(command: readonly string[], options: DriverProcessOptions) {
    this.#command = command;
    this.#options = options;
  }

  async start(): Promise<Hello> {
    const [program = '', ...words] = this.#command;
    const child = spawn(program, words, {
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
      env: { ...process.env, ...this.#options.environment },
    });
    this.#child = child;
    this.#follow(child);
    const line = await this.#exchange({ cmd: 'start', version: protocolVersion }, 'start');
    return this.#understood(() => readHello(line), line);
  }

  async ask(call: LibraryCall): Promise<CallAnswer> {
    const extra = this.#lines.waiting();
    if (extra !== undefined) throw this.#fault(unasked, extra);
    const line = await this.#exchange(call, call.op);
    return this.#understood(() => readAnswer(line, call.id), line);
  }

  async stop(): Promise<void> {
    clearInterval(this.#watching);
    const child = this.#child;
    if (child === undefined) return;
    if (this.#gone === undefined) {
      child.stdin.end(`${JSON.stringify({ cmd: 'stop' } satisfies DriverMessage)}\n`);
      await Promise.race([new Promise((resolve) => child.once('close', resolve)), wait(stopPatience)]);
    }
    this.end();
  }

  /** Ends the driver and everything that it started, at once. */
  end(): void {
    clearInterval(this.#watching);
    const group = this.#child?.pid;
    if (group === undefined) return;
    try {
      process.kill(-group, 'SIGKILL');
    } catch {
      // Nothing of the group is left.
    }
  }

  #follow(child: ChildProcessByStdio<Writable, Readable, Readable>): void {
    child.stdin.on('error', () => undefined);
    child.stdout.setEncoding('utf8').on('data', (text: string) => this.#lines.add(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#said.push(...text.split('\n').filter((line) => line.trim() !== ''));
      this.#said.splice(0, this.#said.length - 50);
    });
    child.on('error', (error) => this.#leave(`could not be started: ${error.message}`));
    child.on('close', (code, signal) => {
      this.#leave(signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`);
    });
    this.#watching = setInterval(() => void this.#weigh(child.pid), memoryInterval);
    this.#watching.unref();
  }

  #leave(why: string): void {
    this.#gone ??= why;
    this.#lines.close(this.#gone);
  }

  async #weigh(group: number | undefined): Promise<void> {
    const size = group === undefined ? undefined : await groupMemory(group);
    if (size === undefined || size <= this.#options.mostMemory) return;
    const [held, most] = [size, this.#options.mostMemory].map((bytes) => `${Math.round(bytes / 1e6)} MB`);
    this.#leave(`held ${held} of memory, more than the ${most} that it may (--driver-memory)`);
    this.end();
  }

  async #exchange(message: DriverMessage, doing: string): Promise<string> {
    this.#child?.stdin.write(`${JSON.stringify(message)}\n`);
    const { patience } = this.#options;
    const line = await this.#lines.next(patience);
    if (line.kind === 'line') return line.text;
    const why = line.kind === 'closed' ? line.why : `gave no answer within ${patience / 1000} s (--driver-timeout)`;
    throw this.#fault(`${why}, asked for ${doing}`);
  }

  #understood<T>(read: () => T, line: string): T {
    try {
      return read();
    } catch (error) {
      if (error instanceof NoAnswer) throw this.#fault(error.message, line);
      throw error;
    }
  }

  #fault(why: string, line?: string): DriverFault {
    const shown = line === undefined ? '' : ` (${line.slice(0, 200)})`;
    const last = this.#said.slice(-toldLines).map((one) => one.slice(0, 300));
    const told = last.length === 0 ? '' : ` Its last lines: ${last.join(' | ')}`;
    return new DriverFault(`The driver ${this.#command.join(' ')} ${why}${shown}.${told}`);
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
