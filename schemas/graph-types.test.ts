/**
 * Our generated types against Microsoft's published ones, name by name and member by member. All members of the latter are
 * optional and nullable, so that plain assignability would let anything pass. Everything but the last test is judged by
 * the compiler: a line below that does not hold is an error of `tsc`.
 */
import type * as graph from '@microsoft/microsoft-graph-types';
import type * as graphBeta from '@microsoft/microsoft-graph-types-beta';
import { expect, test } from 'vitest';
import { apiVersions } from '../traffic/operation.ts';
import { definitions } from './generated/schemas.ts';
import type * as beta from './generated/types-beta.ts';
import type * as v1 from './generated/types-v1.0.ts';

/** True where two types are the same, in both directions. */
type Same<Left, Right> = [Left] extends [Right] ? ([Right] extends [Left] ? true : false) : false;

/** A member without `undefined`; objects stand for their names of members, as they are compared on their own. */
type Shallow<Member> = Member extends undefined
  ? never
  : Member extends readonly (infer Element)[]
    ? readonly Shallow<Element>[]
    : Member extends object
      ? { readonly members: keyof Member }
      : Member;

/** The names of the members that only one of two types has, or that differ in type or in whether they may be null. */
type Differing<Ours, Theirs> = {
  [Name in keyof Ours | keyof Theirs]-?: Name extends keyof Ours & keyof Theirs
    ? Same<Shallow<Ours[Name]>, Shallow<Theirs[Name]>> extends true
      ? never
      : Name
    : Name;
}[keyof Ours | keyof Theirs];

/** Compiles only where exactly the listed members differ. */
function differIn<Ours, Theirs, Listed>(_holds: Same<Differing<Ours, Theirs>, Listed>): void {}

/**
 * The exceptions, each with its reason:
 * - `state`: no `unknownFutureValue`, a sentinel that is never sent (best practices, evolvable enumerations);
 * - `confirmedBy`: a set of flags, `user,manager` being documented, where theirs is one of its members;
 * - `breaks`: never null, as CSDL has no null for a collection; theirs makes every member of an entity nullable.
 */
type OfTimeCard = 'state' | 'confirmedBy' | 'breaks';
type OfTimeCardEntry = 'breaks';

differIn<v1.TimeCard, graph.TimeCard, OfTimeCard>(true);
differIn<v1.TimeCardEntry, graph.TimeCardEntry, OfTimeCardEntry>(true);
differIn<v1.TimeCardEvent, graph.TimeCardEvent, never>(true);
differIn<v1.TimeCardBreak, graph.TimeCardBreak, never>(true);
differIn<v1.ItemBody, graph.ItemBody, never>(true);
differIn<v1.IdentitySet, graph.IdentitySet, never>(true);
differIn<v1.Identity, graph.Identity, never>(true);

differIn<beta.TimeCard, graphBeta.TimeCard, OfTimeCard>(true);
differIn<beta.TimeCardEntry, graphBeta.TimeCardEntry, OfTimeCardEntry>(true);
differIn<beta.TimeCardEvent, graphBeta.TimeCardEvent, never>(true);
differIn<beta.TimeCardBreak, graphBeta.TimeCardBreak, never>(true);
differIn<beta.ItemBody, graphBeta.ItemBody, never>(true);
differIn<beta.IdentitySet, graphBeta.IdentitySet, never>(true);
differIn<beta.Identity, graphBeta.Identity, never>(true);

// What the versions differ in, and that requests name what the resource has.
differIn<v1.TimeCardEvent, beta.TimeCardEvent, 'atApprovedLocation'>(true);
differIn<v1.ClockInRequest, beta.ClockInRequest, 'atApprovedLocation'>(true);
differIn<v1.CreateRequest, graph.TimeCard, OfTimeCard>(true);
differIn<v1.ReplaceRequest, graph.TimeCard, OfTimeCard>(true);

/** Compiles only where the members of an enumeration are these and, on their side, the sentinel. */
function members<Ours extends string, Theirs extends string>(
  names: Readonly<Record<Ours | Exclude<Theirs, 'unknownFutureValue'>, true>>,
  _same: Same<Ours, Exclude<Theirs, 'unknownFutureValue'>>,
): string[] {
  return Object.keys(names);
}

test('the enumerations of the schemas have the members that the types have', () => {
  const states = members<v1.TimeCardState & beta.TimeCardState, graph.TimeCardState | graphBeta.TimeCardState>(
    { clockedIn: true, onBreak: true, clockedOut: true },
    true,
  );
  const bodyTypes = members<v1.BodyType & beta.BodyType, graph.BodyType | graphBeta.BodyType>(
    { text: true, html: true },
    true,
  );
  const flags = members<Exclude<graph.ConfirmedBy, 'unknownFutureValue'>, graphBeta.ConfirmedBy>(
    { none: true, user: true, manager: true },
    true,
  );
  for (const version of apiVersions) {
    const { timeCardState, bodyType, confirmedBy } = definitions[version];
    expect(timeCardState).toMatchObject({ enum: states });
    expect(bodyType).toMatchObject({ enum: bodyTypes });
    expect(confirmedBy?.['pattern']).toBe(`^(?:${flags.join('|')})(?:,(?:${flags.join('|')}))*$`);
  }
});
