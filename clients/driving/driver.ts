import type { LibraryCall, CallAnswer, Hello } from '../protocol/messages.ts';

/** A driver that can be asked: a process, or a client in this one. */
export interface Driver {
  /** Once, before any call. Throws a DriverFault. */
  start(): Promise<Hello>;
  /** One call at a time. Throws a DriverFault where no answer comes. */
  ask(call: LibraryCall): Promise<CallAnswer>;
  /** Ends it and everything that it started. Never throws. */
  stop(): Promise<void>;
}

/** The driver itself failed, which says nothing about its library. The message is one sentence for the user. */
export class DriverFault extends Error {
  override readonly name = 'DriverFault';
}
