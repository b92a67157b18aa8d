// Generated from specs/openapi by `npm run derive`. Do not edit.

/**
 * The current state of the card. The sentinel unknownFutureValue is never sent.
 */
export type TimeCardState = 'clockedIn' | 'onBreak' | 'clockedOut';
/**
 * Who confirmed the card: a set of none, user and manager, separated by commas.
 */
export type ConfirmedBy = string;
/**
 * How content is written.
 */
export type BodyType = 'text' | 'html';

/**
 * Notes.
 */
export interface ItemBody {
  /**
   * The text of the notes.
   */
  content?: string | null;
  contentType?: BodyType | null;
}
/**
 * A user, device or application. The id may be missing where it is not known.
 */
export interface Identity {
  /**
   * The id.
   */
  id?: string | null;
  /**
   * The name, possibly out of date.
   */
  displayName?: string | null;
}
/**
 * Who did something. An open type: further members may appear.
 */
export interface IdentitySet {
  application?: Identity | null;
  device?: Identity | null;
  user?: Identity | null;
}
/**
 * A moment at which somebody clocked in or out, or began or ended a break.
 */
export interface TimeCardEvent {
  /**
   * When it happened, in UTC.
   */
  dateTime: string;
  /**
   * Whether this happened at an approved location.
   */
  isAtApprovedLocation?: boolean | null;
  /**
   * Notes about the event.
   */
  notes?: ItemBody | null;
}
/**
 * A break. An open one has no end.
 */
export interface TimeCardBreak {
  /**
   * The id of the break.
   */
  breakId?: string | null;
  start: TimeCardEvent;
  end?: TimeCardEvent | null;
  /**
   * Notes about the break as a whole.
   */
  notes?: ItemBody | null;
}
/**
 * What a card said before it was edited.
 */
export interface TimeCardEntry {
  /**
   * When the user clocked in.
   */
  clockInEvent?: TimeCardEvent | null;
  /**
   * When the user clocked out.
   */
  clockOutEvent?: TimeCardEvent | null;
  /**
   * The breaks of the card.
   */
  breaks?: TimeCardBreak[];
}
/**
 * A time card of a schedule.
 */
export interface TimeCard {
  /**
   * The key of the card. Opaque.
   */
  id: string;
  /**
   * When the card was made, in UTC.
   */
  createdDateTime?: string | null;
  /**
   * Who made the card.
   */
  createdBy?: IdentitySet | null;
  /**
   * When the card was last changed, in UTC.
   */
  lastModifiedDateTime?: string | null;
  /**
   * Who last changed the card.
   */
  lastModifiedBy?: IdentitySet | null;
  /**
   * The user whose card it is.
   */
  userId?: string | null;
  state?: TimeCardState | null;
  confirmedBy?: ConfirmedBy | null;
  /**
   * Notes about the card as a whole.
   */
  notes?: ItemBody | null;
  /**
   * When the user clocked in.
   */
  clockInEvent?: TimeCardEvent | null;
  /**
   * When the user clocked out.
   */
  clockOutEvent?: TimeCardEvent | null;
  /**
   * The breaks of the card.
   */
  breaks?: TimeCardBreak[];
  /**
   * The entry before it was edited.
   */
  originalEntry?: TimeCardEntry | null;
}
/**
 * One page of time cards. More remain where there is a link to the next page.
 */
export interface TimeCardCollection {
  /**
   * The cards of this page.
   */
  value: TimeCard[];
  /**
   * To be followed as it is.
   */
  '@odata.nextLink'?: string;
}
/**
 * More about an error, possibly nested.
 */
export interface InnerError {
  /**
   * A more specific code.
   */
  code?: string | null;
  /**
   * When the error happened.
   */
  date?: string | null;
  /**
   * The id of the request, as the service gave it.
   */
  'request-id'?: string | null;
  /**
   * The id of the request, as the client gave it.
   */
  'client-request-id'?: string | null;
}
/**
 * What every refusal answers.
 */
export interface GraphError {
  error: GraphErrorDetail;
}
export interface GraphErrorDetail {
  /**
   * For programs to branch on.
   */
  code: string;
  /**
   * For people to read; may change.
   */
  message: string;
  innerError?: InnerError | null;
  innererror?: InnerError | null;
}
/**
 * A new time card.
 */
export interface CreateRequest {
  /**
   * The key of the card.
   */
  id?: string;
  /**
   * When the card was made, in UTC.
   */
  createdDateTime?: string | null;
  /**
   * Who made the card.
   */
  createdBy?: IdentitySet | null;
  /**
   * When the card was last changed, in UTC.
   */
  lastModifiedDateTime?: string | null;
  /**
   * Who last changed the card.
   */
  lastModifiedBy?: IdentitySet | null;
  /**
   * The user whose card it is.
   */
  userId?: string | null;
  state?: TimeCardState | null;
  /**
   * Who confirmed the card.
   */
  confirmedBy?: string | null;
  /**
   * Notes about the card as a whole.
   */
  notes?: ItemBody | null;
  /**
   * When the user clocked in.
   */
  clockInEvent?: TimeCardEvent | null;
  /**
   * When the user clocked out.
   */
  clockOutEvent?: TimeCardEvent | null;
  /**
   * The breaks of the card.
   */
  breaks?: TimeCardBreak[];
  /**
   * The entry before it was edited.
   */
  originalEntry?: TimeCardEntry | null;
}
/**
 * What a time card shall be.
 */
export interface ReplaceRequest {
  /**
   * The key of the card.
   */
  id?: string;
  /**
   * When the card was made, in UTC.
   */
  createdDateTime?: string | null;
  /**
   * Who made the card.
   */
  createdBy?: IdentitySet | null;
  /**
   * When the card was last changed, in UTC.
   */
  lastModifiedDateTime?: string | null;
  /**
   * Who last changed the card.
   */
  lastModifiedBy?: IdentitySet | null;
  /**
   * The user whose card it is.
   */
  userId?: string | null;
  state?: TimeCardState | null;
  /**
   * Who confirmed the card.
   */
  confirmedBy?: string | null;
  /**
   * Notes about the card as a whole.
   */
  notes?: ItemBody | null;
  /**
   * When the user clocked in.
   */
  clockInEvent?: TimeCardEvent | null;
  /**
   * When the user clocked out.
   */
  clockOutEvent?: TimeCardEvent | null;
  /**
   * The breaks of the card.
   */
  breaks?: TimeCardBreak[];
  /**
   * The entry before it was edited.
   */
  originalEntry?: TimeCardEntry | null;
}
export interface ClockInRequest {
  /**
   * Whether this happens at an approved location.
   */
  isAtApprovedLocation?: boolean | null;
  /**
   * Notes for the event that the call makes.
   */
  notes?: ItemBody | null;
  /**
   * The user to clock in on behalf of.
   */
  onBehalfOfUserId?: string | null;
}
export interface ClockOutRequest {
  /**
   * Whether this happens at an approved location.
   */
  isAtApprovedLocation?: boolean | null;
  /**
   * Notes for the event that the call makes.
   */
  notes?: ItemBody | null;
}
export interface StartBreakRequest {
  /**
   * Whether this happens at an approved location.
   */
  isAtApprovedLocation?: boolean | null;
  /**
   * Notes for the event that the call makes.
   */
  notes?: ItemBody | null;
}
export interface EndBreakRequest {
  /**
   * Whether this happens at an approved location.
   */
  isAtApprovedLocation?: boolean | null;
  /**
   * Notes for the event that the call makes.
   */
  notes?: ItemBody | null;
}
