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
  /** The id of the new card is a counter or as short as one: once deleted, it may be given to somebody else's next card. */
  readonly idMayComeAgain?: true;
}

/** True for an id that no server gives twice, whatever becomes of its card: it holds a GUID, or as much chance as one. */
export function isUnrepeatable(id: string): boolean {
  if (/[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}/i.test(id)) return true;
  const letters = id.replaceAll(/[^\dA-Za-z]/g, '');
  return letters.length >= 16 && new Set(letters).size >= 8;
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
