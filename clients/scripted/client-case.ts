import type { LibraryCall, DriverOperation } from '../protocol/messages.ts';
import type { ListenerAnswer } from '../../targets/listening/listener.ts';
import type { Draw } from './draw.ts';

/** A call as a case plans it; who runs it adds address, token and number. */
export interface PlannedCall extends Omit<LibraryCall, 'cmd' | 'id' | 'baseUrl' | 'token' | 'team'> {
  /** What to ask for where the library has no such call. */
  readonly otherwise?: DriverOperation;
}

/** Where the scripted service lies, for the links in its answers. */
export interface Place {
  /** Address of the collection of time cards. */
  readonly timeCards: string;
  /** The same on another host, which leads to the same service. */
  readonly timeCardsElsewhere: string;
}

/** What the library is asked, and what it is answered, request by request. */
export interface Script {
  readonly calls: readonly PlannedCall[];
  readonly answers: (place: Place) => readonly ListenerAnswer[];
}

/** A situation that a library is put into. */
export interface ClientCase {
  readonly id: string;
  /** The case without the oddness: where that fails as well, this one proves nothing. */
  readonly control?: string;
  /** So many fresh clients, where chance may decide; 1 if left out. */
  readonly clients?: number;
  script(draw: Draw): Script;
}
