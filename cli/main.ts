#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { CommandError } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';

/** Builds the program only for the command that is called, so that `run` does not wait for what other commands load. */
async function program(): Promise<Command> {
  const root = new Command('timecard-conformance');
  return root;
}

try {
  await (await program()).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : exitCodes.usage;
  else if (error instanceof CommandError) {
    process.stderr.write(`timecard-conformance: ${error.message}\n`);
    process.exitCode = error.exitCode;
  } else throw error;
}
