/**
 * True for what only looks like a key: a digest or the id of a commit, where the text says that it is one. It names content
 * that is there for all to see, and opens nothing.
 *
 * @param at where it stands in the line
 */
export function namesContent(value: string, line: string, at: number): boolean {
  // Subresource integrity, as lock files of npm have it.
  if (/^sha(?:1|256|384|512)-[A-Za-z\d+/]{20,}={0,2}$/.test(value)) return true;
  const before = line.slice(Math.max(at - 60, 0), at);
  if (/^[\da-f]{7,64}$/i.test(value)) return commitBefore.test(before) || digestBefore.test(before);
  // Digests of modules of Go.
  return /^[A-Za-z\d+/]{43}=$/.test(value) && /\bh1:$/.test(before);
}

const commitBefore =
  /(?:\/(?:blob|blame|commit|commits|raw|tree)\/|\b(?:commit|revision|rev|gitHead)["']?\s{0,3}[:=]?\s{0,3}["'`]?)$/i;
const digestBefore =
  /\b(?:sha-?(?:1|224|256|384|512)|md5|digest|checksum|etag)["']?\s{0,3}[:=-]?\s{0,3}(?:W\/)?["'`]?$/i;
