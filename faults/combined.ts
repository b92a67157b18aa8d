import type { Fault, FaultHooks } from '../reference/fault.ts';

/** Several faults at once: at each seam, each goes on with what the one before it answered. */
export function combined(faults: readonly Fault[]): Fault {
  return {
    id: faults.map(({ id }) => id).join('+'),
    start: () => inTurn(faults.map((one) => one.start())),
  };
}

function inTurn(all: readonly FaultHooks[]): FaultHooks {
  return {
    receive: (received) => all.reduce((current, hooks) => hooks.receive?.(current) ?? current, received),
    identify: (principal) =>
      all.reduce((current, hooks) => (hooks.identify ? hooks.identify(current) : current), principal),
    permit: (permitted, call) => all.reduce((current, hooks) => hooks.permit?.(current, call) ?? current, permitted),
    read: (body, call) => all.reduce((current, hooks) => (hooks.read ? hooks.read(current, call) : current), body),
    store: (change) =>
      all.reduce((after, hooks) => (hooks.store ? hooks.store({ ...change, after }) : after), change.after),
    reply: (reply, call) => all.reduce((current, hooks) => hooks.reply?.(current, call) ?? current, reply),
  };
}
