/** Every GUID that the suite makes up has this form: see `seededGuid`. */
const madeUpGuid = /(?<![0-9a-f])[0-9a-f]{8}-7e57-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-7e57[0-9a-f]{8}(?![0-9a-f])/i;

/** True for an id that holds a GUID of ours: no server has given it to anybody. */
export function isMadeUp(id: string): boolean {
  return madeUpGuid.test(id);
}
