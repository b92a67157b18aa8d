/** The disk took no more of what must not be lost. The run ends with its clean-up; the message is one sentence for the user. */
export class StorageFault extends Error {
  override readonly name = 'StorageFault';

  constructor(what: string, cause: unknown, remedy: string) {
    super(`${what} cannot be written (${reasonOf(cause)}); ${remedy}`, { cause });
  }
}

function reasonOf(cause: unknown): string {
  // Node's messages end with the call and the path, which the sentence has already.
  return cause instanceof Error ? cause.message.replace(/, \w+( '.*')?$/, '') : 'no reason was given';
}
