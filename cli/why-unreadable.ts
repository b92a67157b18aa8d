/** Why a file could not be read, for the end of a sentence. */
export function whyUnreadable(error: unknown, wanted: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return `it is a directory; name ${wanted} in it`;
  if (code === 'EACCES') return 'permission denied';
  if (code === 'ERR_STRING_TOO_LONG' || code === 'ERR_FS_FILE_TOO_LARGE')
    return 'it is larger than this program can read';
  return error instanceof Error ? error.message : 'no reason was given';
}
