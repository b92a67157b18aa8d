import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A reference server in a process of its own, so that it does not share a thread with what is measured. */
export interface ReferenceProcess {
  readonly baseUrl: string;
  readonly environment: Readonly<Record<string, string>>;
  stop(): void;
}

const command = fileURLToPath(new URL('../cli/main.js', import.meta.url));

/** @param behaviour the defect or the variant that it is to have */
export async function startReferenceProcess(
  behaviour: { readonly fault?: string; readonly variant?: string } = {},
): Promise<ReferenceProcess> {
  const flags = Object.entries(behaviour).flatMap(([kind, id]) => [`--${kind}`, id]);
  const child = spawn(process.execPath, [command, 'serve', '--port', '0', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const environment: Record<string, string> = {};
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += String(chunk);
    if (/^npx timecard-conformance run/m.test(printed)) break;
  }
  for (const [, name = '', value = ''] of printed.matchAll(/^export (\w+)=(\S+)/gm))
    environment[name] = value.replaceAll(/^['"]|['"]$/g, '');
  const baseUrl = environment['TIMECARD_BASE_URL'];
  if (baseUrl === undefined) throw new Error(`serve did not print its URL:\n${printed}`);
  return { baseUrl, environment, stop: () => child.kill() };
}
