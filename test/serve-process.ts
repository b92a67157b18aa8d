import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The reference server in a process of its own, as a user starts it. */
export interface ServeProcess {
  readonly baseUrl: string;
  /** The variables that it prints, for a run against it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Resolves when the process is gone. */
  readonly stop: () => Promise<void>;
}

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

/** @param words flags of `serve`, besides the port */
export async function startServe(words: readonly string[] = []): Promise<ServeProcess> {
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const printed = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (/^npx timecard-conformance run/m.test(text)) resolve(text);
    });
    child.on('close', () => reject(new Error(`serve ended early:\n${text}`)));
  });
  const environment: Record<string, string> = {};
  for (const [, name = '', value = ''] of printed.matchAll(/^export (\w+)=(\S+)/gm))
    environment[name] = value.replaceAll(/^['"]|['"]$/g, '');
  return {
    baseUrl: environment['TIMECARD_BASE_URL'] ?? '',
    environment,
    stop: async () => {
      child.kill();
      await gone;
    },
  };
}
