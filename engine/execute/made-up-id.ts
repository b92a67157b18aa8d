const guidWithin = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/**
 * An id that no card has, in the form of the ids that a server gave, where that is a GUID with something around it: no
 * page says how ids look, and a server may refuse one of another form with 400 instead of 404.
 */
export function madeUpId(guid: string, known: Iterable<string>): string {
  const like = [...known].find((id) => guidWithin.test(id));
  return like === undefined ? `TCK_${guid}` : like.replace(guidWithin, guid);
}
