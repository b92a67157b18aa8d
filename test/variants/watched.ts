import type { Behaviour } from '../../reference/behaviour.ts';
import type { FaultHooks } from '../../reference/fault.ts';

/** The same behaviour, which tells when one of its hooks has made a difference. */
export function watched(behaviour: Behaviour, onAct: () => void): Behaviour {
  if (behaviour.start === undefined) return behaviour;
  return { ...behaviour, start: () => watchedHooks(behaviour.start?.() ?? {}, onAct) };
}

function watchedHooks(hooks: FaultHooks, onAct: () => void): FaultHooks {
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
    ...(hooks.answersAfter === undefined ? {} : { answersAfter: hooks.answersAfter }),
    receive: (received) => {
      // To take its time makes a difference where requests meet.
      if (hooks.answersAfter !== undefined && received.underWay > 1) onAct();
      return acting(received, () => hooks.receive?.(received) ?? received);
    },
    identify: (principal) => acting(principal, () => (hooks.identify ? hooks.identify(principal) : principal)),
    permit: (permitted, call) => acting(permitted, () => hooks.permit?.(permitted, call) ?? permitted),
    read: (body, call) => acting(body, () => (hooks.read ? hooks.read(body, call) : body)),
    store: (change) => acting(change.after, () => (hooks.store ? hooks.store(change) : change.after)),
    look: (cards, call) => acting(cards, () => hooks.look?.(cards, call) ?? cards),
    reply: (reply, call) => acting(reply, () => hooks.reply?.(reply, call) ?? reply),
  };
}
