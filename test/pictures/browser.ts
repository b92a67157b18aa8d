import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

type Params = Readonly<Record<string, unknown>>;
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: Params;
  readonly error?: { readonly message: string };
}

const flags = ['--headless', '--no-sandbox', '--no-zygote', '--single-process', '--disable-gpu', '--hide-scrollbars'];

/** A Chromium, driven by the DevTools protocol over pipes: messages of JSON, each ended by a NUL. */
export class Browser {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number | string, (message: Message) => void>();
  #sent = 0;
  #session: string | undefined;

  constructor(path: string) {
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const;
    this.#child = spawn(path, [...flags, '--remote-debugging-pipe', 'about:blank'], { stdio: [...stdio] });
    this.#child.once('error', (error) => {
      process.stderr.write(`${path} cannot be started (${error.message}); set CHROME_PATH to a Chromium.\n`);
      process.exit(2);
    });
    let text = '';
    const from = this.#child.stdio[4] as Readable;
    from.setEncoding('utf8').on('data', (chunk: string) => {
      const messages = `${text}${chunk}`.split('\0');
      text = messages.pop() ?? '';
      for (const message of messages) this.#heed(JSON.parse(message) as Message);
    });
  }

  /** Opens a page as a browser of that size and colour scheme shows it, and gives its picture as PNG. */
  async picture(url: string, width: number, height: number, scheme: 'light' | 'dark'): Promise<Buffer> {
    return this.#shown(url, width, height, scheme, async () => {
      const { data } = await this.#ask('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(String(data), 'base64');
    });
  }

  /** The same, and gives what a JavaScript expression comes to in the page, as JSON. */
  async valueIn(url: string, width: number, scheme: 'light' | 'dark', expression: string): Promise<unknown> {
    return this.#shown(url, width, 800, scheme, async () => {
      const { result } = await this.#ask('Runtime.evaluate', { expression, returnByValue: true });
      return (result as { readonly value?: unknown }).value;
    });
  }

  async #shown<T>(
    url: string,
    width: number,
    height: number,
    scheme: 'light' | 'dark',
    look: () => Promise<T>,
  ): Promise<T> {
    const { targetId } = await this.#ask('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.#ask('Target.attachToTarget', { targetId, flatten: true });
    this.#session = String(sessionId);
    await this.#ask('Page.enable');
    await this.#ask('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    await this.#ask('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
    const loaded = new Promise<Message>((resolve) => this.#waiting.set('Page.loadEventFired', resolve));
    await this.#ask('Page.navigate', { url });
    await loaded;
    const seen = await look();
    this.#session = undefined;
    await this.#ask('Target.closeTarget', { targetId });
    return seen;
  }

  close(): void {
    this.#child.kill('SIGKILL');
  }

  async #ask(method: string, params: Params = {}): Promise<Params> {
    const id = (this.#sent += 1);
    const answer = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    const session = this.#session === undefined ? {} : { sessionId: this.#session };
    (this.#child.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, ...session })}\0`);
    const { result, error } = await answer;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }

  #heed(message: Message): void {
    const key = message.id ?? message.method ?? '';
    this.#waiting.get(key)?.(message);
    this.#waiting.delete(key);
  }
}
