/** Why a card is not ours, though the request that was answered with it asked for a new one. */
export const reasonsNotOurs = [
  'seenBefore',
  'idGivenAgain',
  'notAddressable',
  'idTwice',
  'anotherUser',
  'anotherTime',
  'tooManySeen',
] as const;
export type WhyNotOurs = (typeof reasonsNotOurs)[number];

/**
 * What an answer changes of the cards that are ours. It is found out where real values are known, and goes with the answer
 * from there on, into a recording too: whoever sees only pseudonyms decides nothing anew.
 */
export interface OwnershipChange {
  readonly notOurs?: WhyNotOurs;
  /** JSON pointers to ids of cards that we deleted: they are shown again, and so may be somebody else's by now. */
  readonly shownAgain?: readonly string[];
  /** The server gives ids a second time: no card that we deleted is ours any longer. */
  readonly givesIdsAgain?: true;
}

/** How many deleted cards are remembered, so that memory does not grow with the run. */
export const mostRemoved = 1000;

/** The reason as the end of a sentence about the card. */
export const whyNotOursWords: Readonly<Record<WhyNotOurs, string>> = {
  seenBefore: 'an earlier answer had shown it',
  idGivenAgain: 'its id is that of a card that was deleted before',
  notAddressable: 'its id cannot stand in a URL so that it leads to this card and to no other',
  idTwice: 'its answer has more than one id',
  anotherUser: 'it belongs to another user than was asked for',
  anotherTime: 'its times are not those that were asked for, or not those of the request',
  tooManySeen: 'the answers have shown more ids than can be told apart',
};
