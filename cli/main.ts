#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { CommandError } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';

/** Each command is loaded only when it is called, so that `run` does not wait for what the others need. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import('./run.ts')).runCommand(),
  record: async () => (await import('./record.ts')).recordCommand(),
  replay: async () => (await import('./replay.ts')).replayCommand(),
  check: async () => (await import('./check.ts')).checkCommand(),
  scan: async () => (await import('./scan.ts')).scanCommand(),
  client: async () => (await import('./client.ts')).clientCommand(),
  driver: async () => (await import('./driver.ts')).driverCommand(),
  serve: async () => (await import('./serve.ts')).serveCommand(),
  report: async () => (await import('./report.ts')).reportCommand(),
  requirements: async () => (await import('./requirements.ts')).requirementsCommand(),
};

async function main(words: readonly string[]): Promise<void> {
  const first = words[0];
  const program = new Command('timecard-conformance')
    .description('Tells whether something behaves like the time clock of Microsoft Graph (the timeCard API of Shifts).')
    .version((await import('./suite-version.ts')).suiteVersion, '--version', 'print the version')
    .exitOverride()
    .showSuggestionAfterError();
  const wanted =
    first !== undefined && Object.hasOwn(commands, first)
      ? [first]
      : first === undefined || /^-(?!h$|-help$|-version$)/.test(first)
        ? ['run']
        : Object.keys(commands);
  for (const name of wanted) {
    const command = await commands[name]?.();
    if (command !== undefined)
      program.addCommand(command.exitOverride().copyInheritedSettings(program), {
        isDefault: name === 'run' && wanted.length === 1,
      });
  }
  await program.parseAsync([...words], { from: 'user' });
}

/** Whoever reads along may stop, as `head` does: what is under way goes on, and ends with its own exit code. */
function withoutReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
process.stdout.on('error', withoutReader);
process.stderr.on('error', withoutReader);

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.conforming : exitCodes.usage;
  } else if (error instanceof CommandError) {
    process.stderr.write(`timecard-conformance: ${error.message}\n`);
    process.exitCode = error.exitCode;
  } else {
    throw error;
  }
}
