import { writeSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { CommandError } from './command-error.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import type { Interruption } from './interruption.ts';
import { sentenceWithoutSecrets } from './without-secrets.ts';

/** Each command is loaded only when it is called, so that `run` does not wait for what the others need. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import('./run.ts')).runCommand(),
  record: async () => (await import('./record.ts')).recordCommand(),
  replay: async () => (await import('./replay.ts')).replayCommand(),
  check: async () => (await import('./check.ts')).checkCommand(),
  scan: async () => (await import('./scan.ts')).scanCommand(),
  redact: async () => (await import('./redact.ts')).redactCommand(),
  client: async () => (await import('./client.ts')).clientCommand(),
  driver: async () => (await import('./driver.ts')).driverCommand(),
  serve: async () => (await import('./serve.ts')).serveCommand(),
  doctor: async () => (await import('./doctor.ts')).doctorCommand(),
  cleanup: async () => (await import('./cleanup.ts')).cleanupCommand(),
  diff: async () => (await import('./diff.ts')).diffCommand(),
  report: async () => (await import('./report.ts')).reportCommand(),
  requirements: async () => (await import('./requirements.ts')).requirementsCommand(),
};

/** Runs the command that the words name. Whatever happens, the process ends with a code of `exitCodes`. */
export async function runCommandLine(words: readonly string[], interruption: Interruption): Promise<void> {
  process.stdout.on('error', onTerminalFault);
  process.stderr.on('error', onTerminalFault);
  const onFault = (error: unknown): void => {
    say(faultSentence(error));
    process.exitCode = exitCodes.fault;
    atExit(exitCodes.fault);
    // Cards may be open: whoever handles interruptions closes them, and ends.
    if (!interruption.ask()) process.exit();
  };
  process.on('uncaughtException', onFault);
  process.on('unhandledRejection', onFault);
  /** What commander has to say against the arguments; it is told once secrets are out of it. */
  let complaint = '';
  try {
    await perform(words, (text) => (complaint += text));
  } catch (error) {
    process.exitCode = told(error, complaint);
  }
  // Whoever interrupts does not wait for what may still be open.
  if (interruption.isAsked) process.stdout.write('', () => process.exit(exitCodes.interrupted));
}

async function perform(words: readonly string[], writeErr: (text: string) => void): Promise<void> {
  const first = words[0];
  const program = new Command('timecard-conformance')
    .description('Tells whether something behaves like the time clock of Microsoft Graph (the timeCard API of Shifts).')
    .version((await import('./suite-version.ts')).suiteVersion, '--version', 'print the version')
    .exitOverride()
    .configureOutput({ writeErr })
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
  for (const { options } of program.commands) refuseMissingValue(words, options);
  await program.parseAsync([...words], { from: 'user' });
}

/** commander takes the flag that follows for the value, and complains of something else, or of nothing. */
function refuseMissingValue(words: readonly string[], options: Command['options']): void {
  const names = new Set(options.map(({ long }) => long));
  const own = words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
  for (const [index, word] of own.entries()) {
    const next = own[index + 1];
    if (next !== undefined && names.has(next) && options.some(({ long, required }) => long === word && required))
      throw new CommandError(`${word} needs a value, and ${next} comes next; give it one, or leave it out.`);
  }
}

/** Says what is wrong, and gives the code for it. */
function told(error: unknown, complaint: string): ExitCode {
  if (error instanceof CommanderError) {
    write(withoutValue(complaint));
    return error.exitCode === 0 ? exitCodes.conforming : exitCodes.usage;
  }
  if (error instanceof CommandError) {
    say(error.message);
    return error.exitCode;
  }
  say(faultSentence(error));
  return exitCodes.fault;
}

/** commander quotes what it does not know: a flag with its value, which may be a token, or an address with a password. */
function withoutValue(text: string): string {
  return text.replace(/^(error: unknown option '[^'=]+)=[^]*?'(\n|$)/, "$1'$2").replaceAll(/'[^'\s]*:[^'\s]*@/g, "'…@");
}

/** A fault of ours, with the place where it happened: enough to report it, and no more than a sentence. */
function faultSentence(error: unknown): string {
  if (!(error instanceof Error)) return `This program broke (${String(error)}). Please report it with the command.`;
  const place = /\/dist\/(\S+?:\d+):\d+\)?$/m.exec(error.stack ?? '')?.[1];
  const [message = ''] = error.message.split('\n', 1);
  return `This program broke (${error.name}: ${message}${place === undefined ? '' : `, at ${place}`}). Please report it with the command.`;
}

function say(sentence: string): void {
  write(`timecard-conformance: ${sentence}\n`);
}

/** Without secrets, at once and not by way of a stream, so that it is there when the process ends. */
function write(text: string): void {
  try {
    writeSync(2, sentenceWithoutSecrets(text));
  } catch {
    // There is nobody to tell.
  }
}

/** Whoever reads along may stop, as `head` does: what is under way goes on, and ends with its own exit code. */
function onTerminalFault(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  say(`The output cannot be written (${error.message.replace(/, \w+$/, '')}); what was written to files is whole.`);
  atExit(exitCodes.fault);
}

/** What is more pressing than a fault: the order is that of `exitCode`. */
const morePressing: readonly unknown[] = [exitCodes.refused, exitCodes.leftBehind, exitCodes.usage];

/** Makes this the exit code, whatever is set until then, unless that is more pressing. */
function atExit(code: ExitCode): void {
  process.once('exit', () => {
    if (!morePressing.includes(process.exitCode)) process.exitCode = code;
  });
}
