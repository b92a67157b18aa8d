import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { count } from '../reporters/view/amounts.ts';
import { makeFolder } from '../targets/make-folder.ts';
import { TextPseudonyms } from '../targets/pseudonyms/text-pseudonyms.ts';
import { tokensFrom } from '../targets/tokens.ts';
import { CommandError } from './command-error.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { scanFile } from './scan.ts';
import { readTextFile } from './text-file.ts';
import { unwritable } from './unwritable.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** `redact IN OUT`: a copy of a file with pseudonyms in the place of whatever `scan` would find. */
export function redactCommand(): Command {
  return new Command('redact')
    .description('write a copy of a text file without secrets and personal data; exits with 1 if any is left')
    .argument('<in>', 'a HAR file, a log, a stream of results, or any other text file')
    .argument('<out>', 'where to write the copy; an existing file is not overwritten')
    .action(async (from: string, to: string) => {
      process.exitCode = await redact(from, to);
    });
}

async function redact(from: string, to: string): Promise<ExitCode> {
  const tokens = tokensFrom(process.env);
  const text = readText(from);
  if (existsSync(to)) throw new CommandError(`${to} exists already; name a new file.`);
  write(to, new TextPseudonyms(tokens).text(text));
  // What the copy is for is to be given away: it is searched as strictly as any other file.
  const { credentials, personal } = await scanFile(to, Object.values(tokens));
  const left = credentials + personal;
  process.stdout.write(
    left === 0
      ? `${to} is a copy of ${from} in which nothing looks secret or personal. Read it before you share it.\n`
      : `${to} still holds ${count(left, 'place')} that ${left === 1 ? 'looks' : 'look'} secret or personal: see above.\n`,
  );
  return left === 0 ? exitCodes.conforming : exitCodes.nonconforming;
}

function readText(file: string): string {
  try {
    return readTextFile(file);
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${whyUnreadable(error, 'a file')}.`);
  }
}

function write(file: string, text: string): void {
  try {
    makeFolder(dirname(file));
    // Never over another file, whoever made it in the meantime.
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    throw unwritable(`The copy ${file}`, error);
  }
}
