import type { Behaviour } from '../../reference/behaviour.ts';
import type { FaultHooks } from '../../reference/fault.ts';

/** The same behaviour, which tells when one of its hooks has made a difference. */
export function watched(behaviour: Behaviour, onAct: () => void): Behaviour {
  const { start } = behaviour;
  return start === undefined ? behaviour : { ...behaviour, start: () => watchedHooks(start(), onAct) };
}

function watchedHooks(hooks: FaultHooks, onAct: () => void): FaultHooks {
  const { receive, identify, permit, read, store, look, reply } = hooks;
  /** A hook acts where it goes on with something else, or refuses. */
  const acting = <T>(given: T, act: () => T): T => {
    try {
      const taken = act();
      if (taken !== given) onAct();
      return taken;
    } catch (error) {
      onAct();
      throw error;
    }
  };
  return {
    ...(receive && { receive: (received) => acting(received, () => receive(received)) }),
    ...(identify && { identify: (principal) => acting(principal, () => identify(principal)) }),
    ...(permit && { permit: (permitted, call) => acting(permitted, () => permit(permitted, call)) }),
    ...(read && { read: (body, call) => acting(body, () => read(body, call)) }),
    ...(store && { store: (change) => acting(change.after, () => store(change)) }),
    ...(look && { look: (cards, call) => acting(cards, () => look(cards, call)) }),
    ...(reply && { reply: (given, call) => acting(given, () => reply(given, call)) }),
  };
}
