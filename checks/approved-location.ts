import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';
import { equals, expectThat, holds, notApplicable } from './assertions/assertions.ts';
import type { Answer } from './check.ts';
import { current, former, saysTwoLocations, type Version } from './card/location-names.ts';
import { refusedWith, type Mutated } from './scopes/refusals.ts';

/**
 * A location that was sent comes back in the event. In beta either name sets it, and the current one takes precedence. The
 * older pages of beta know the former name only, and it is about to go: of a server that shows just one of them nothing
 * is asked that was said under the other.
 */
export function locationKept(sent: Json | undefined, card: JsonObject, event: string, { apiVersion }: Version): Answer {
  if (!isJsonObject(sent)) return notApplicable;
  if (apiVersion === 'v1.0') return kept(sent[current], card, `${event}/${current}`);
  const [only, second] = namesIn(at(card, event));
  if (only === undefined || second !== undefined) {
    return kept(Object.hasOwn(sent, current) ? sent[current] : sent[former], card, `${event}/${current}`);
  }
  // Whether such a server knows which of the two takes precedence is as open as whether it knows the other name.
  return only === former && saysTwoLocations(sent) ? notApplicable : kept(sent[only], card, `${event}/${only}`);
}

/**
 * A location that was sent as null does not come back as true, which nobody said: none and false are both what a service
 * may make of null.
 */
export function nullLocationKept(sent: Json | undefined, card: JsonObject, event: string, version: Version): Answer {
  if (!isJsonObject(sent)) return notApplicable;
  const names = version.apiVersion === 'v1.0' ? [current] : [current, former];
  const said = names.filter((name) => Object.hasOwn(sent, name));
  if (said.length === 0 || said.some((name) => sent[name] !== null)) return notApplicable;
  const shown = at(card, event);
  const [known, asked] = [namesIn(shown), namesIn(shown).filter((name) => said.includes(name))];
  // Of a server that shows one name nothing is asked that was said under the other; one that shows none leaves nulls out.
  if (!isJsonObject(shown) || (known.length > 0 && asked.length === 0)) return notApplicable;
  const wrong = asked.find((name) => shown[name] === true);
  return expectThat(wrong === undefined, `${event}/${wrong ?? current}`, null, true);
}

/** Of two locations that differ, the one under the current name is stored. */
export function currentLocationWins(sent: JsonObject, card: JsonObject, event: string): Answer {
  if (!saysTwoLocations(sent)) return notApplicable;
  const [only] = namesIn(at(card, event));
  if (only === former) {
    const shown = kept(sent[current], card, `${event}/${former}`);
    // Who shows the former name alone may know no other, as on the older pages.
    return shown.kind === 'violated' ? { kind: 'undecided', because: 'undocumented' } : shown;
  }
  return kept(sent[current], card, `${event}/${current}`);
}

/** Where an event carries both names, they hold the same value; it may as well carry one of them. */
export function sameUnderBothNames(card: JsonObject, event: string): Answer {
  const shown = at(card, event);
  if (!isJsonObject(shown)) return notApplicable;
  if (namesIn(shown).length < 2) return holds;
  const wanted = shown[current] ?? null;
  return expectThat(shown[former] === wanted, `${event}/${former}`, wanted, shown[former]);
}

/**
 * A location that is no boolean is refused. The older pages of beta know the former name only: a server that shows nothing
 * else may leave the current one aside, as it would any name that it does not know.
 */
export function wrongLocationRefused(subject: Mutated, { apiVersion }: Version): Answer {
  const { entry, control, mutation } = subject;
  const card = entry.before?.latest?.card ?? control.answer;
  const shown = isJsonObject(card) ? namesIn(at(card, '/clockInEvent')) : [];
  const unheard = shown.length === 1 && !shown.some((name) => mutation.pointer.endsWith(`/${name}`));
  return apiVersion === 'beta' && unheard ? notApplicable : refusedWith(400)(subject);
}

function kept(value: Json | undefined, card: JsonObject, pointer: string): Answer {
  return typeof value === 'boolean' ? equals(card, pointer, value) : notApplicable;
}

/** The current name first. */
function namesIn(event: Json | undefined): readonly (typeof current | typeof former)[] {
  return isJsonObject(event) ? ([current, former] as const).filter((name) => Object.hasOwn(event, name)) : [];
}
