const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The same id; a GUID is the same in either letter case. */
export function sameId(left: string, right: string): boolean {
  return left === right || (guid.test(left) && left.toLowerCase() === right.toLowerCase());
}
