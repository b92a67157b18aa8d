import { exitCodes, type ExitCode } from './exit-codes.ts';

/** Something the user can put right: one sentence that says what is wrong and what to do. Printed without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: ExitCode;

  constructor(sentence: string, exitCode: ExitCode = exitCodes.usage) {
    super(sentence);
    this.exitCode = exitCode;
  }
}
