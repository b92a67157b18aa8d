import type { FaultHooks } from './fault.ts';

/** Hooks around hooks: what comes in passes the outer ones first, what goes out the inner ones. */
export function layered(outer: FaultHooks, inner: FaultHooks): FaultHooks {
  const inward = [outer, inner] as const;
  return {
    // Asked for each request: a fault may be slow only now and then.
    get answersAfter() {
      return (outer.answersAfter ?? 0) + (inner.answersAfter ?? 0);
    },
    receive: (received) => inward.reduce((current, hooks) => hooks.receive?.(current) ?? current, received),
    identify: (principal) =>
      inward.reduce((current, hooks) => (hooks.identify ? hooks.identify(current) : current), principal),
    permit: (permitted, call) => inward.reduce((current, hooks) => hooks.permit?.(current, call) ?? current, permitted),
    read: (body, call) => inward.reduce((current, hooks) => (hooks.read ? hooks.read(current, call) : current), body),
    store: (change) =>
      inward.reduce((after, hooks) => (hooks.store ? hooks.store({ ...change, after }) : after), change.after),
    look: (cards, call) => inward.reduce((current, hooks) => hooks.look?.(current, call) ?? current, cards),
    reply: (reply, call) => inward.reduceRight((current, hooks) => hooks.reply?.(current, call) ?? current, reply),
  };
}
