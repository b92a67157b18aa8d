/*
 * The server's own picture of a time card, written from the pages and not taken from the schemas, so that a mistake in
 * the derived schemas cannot hide in the server as well. Sources: v1.0 resource pages timeCard, timeCardEvent,
 * timeCardBreak, timeCardEntry, itemBody, identitySet (2025-01-17).
 *
 * Type aliases, not interfaces: only those are assignable to a JSON object.
 */

export type ItemBody = {
  readonly contentType: 'text' | 'html' | null;
  readonly content: string | null;
};

export type TimeCardEvent = {
  readonly dateTime: string;
  readonly isAtApprovedLocation: boolean | null;
  readonly notes: ItemBody | null;
};

type TimeCardBreak = {
  readonly breakId: string;
  readonly notes: ItemBody | null;
  readonly start: TimeCardEvent;
  readonly end: TimeCardEvent | null;
};

/** The times of a card: what an edit replaces, and what `originalEntry` keeps. */
export type TimeCardEntry = {
  readonly clockInEvent: TimeCardEvent | null;
  readonly clockOutEvent: TimeCardEvent | null;
  readonly breaks: readonly TimeCardBreak[];
};

export type Identity = { readonly id: string; readonly displayName: string };

export type IdentitySet = {
  readonly application: Identity | null;
  readonly device: Identity | null;
  readonly user: Identity | null;
};

export type CardState = 'clockedIn' | 'onBreak' | 'clockedOut';

/** A set of flags in fixed order; `none` is the empty set. Source: CSDL, confirmedBy IsFlags="true". */
export type ConfirmedBy = 'none' | 'user' | 'manager' | 'user,manager';

/** All thirteen keys are always present, as in every v1.0 example. */
export type TimeCard = TimeCardEntry & {
  readonly id: string;
  readonly createdDateTime: string;
  readonly lastModifiedDateTime: string;
  readonly userId: string;
  readonly state: CardState;
  readonly confirmedBy: ConfirmedBy;
  readonly notes: ItemBody | null;
  readonly lastModifiedBy: IdentitySet;
  readonly originalEntry: TimeCardEntry;
  readonly createdBy: IdentitySet;
};
