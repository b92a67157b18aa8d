import type { SensitiveKind } from '../../targets/pseudonyms/sensitive-kind.ts';
import type { Sighting } from '../../targets/pseudonyms/scan-lines.ts';
import { visible } from '../view/visible.ts';

const words: Readonly<Record<SensitiveKind, string>> = {
  guid: 'GUID that is neither a pseudonym nor documented',
  mail: 'mail address or user principal name',
  name: 'name of a person, a team or an application',
  id: 'id of a user, a team or a tenant',
  host: 'name of a host',
  address: 'IP address',
  secret: 'token, key or password',
  mark: 'skip token, which may hold ids',
};

/** One line: where it is and what it looks like, with no more of it than is needed to find it. */
export function scanFindingText(file: string, { line, column, kind, value }: Sighting): string {
  const place = column === undefined ? `${line}` : `${line}:${column}`;
  const encoded = column === undefined ? ', encoded' : '';
  return `${file}:${place}  ${words[kind]}: ${visible([...value].slice(0, 2).join(''))}… (${value.length} characters${encoded})\n`;
}

/** What a scan came to: places, and the files that have any. */
export interface ScanCount {
  readonly files: number;
  readonly credentials: number;
  readonly filesWithCredentials: number;
  /** Whatever tells of somebody, and opens nothing. */
  readonly personal: number;
  readonly filesWithPersonal: number;
}

/**
 * The last line of a scan. Ordinary traffic is full of ids and hosts, and has no business of a credential: the two are
 * never told as one.
 *
 * @param lookedFor all of it, or credentials alone
 */
export function summaryText(scan: ScanCount, lookedFor: 'everything' | 'credentials' = 'everything'): string {
  const { files, credentials, filesWithCredentials, personal, filesWithPersonal } = scan;
  const looked = `${files} ${files === 1 ? 'file' : 'files'}`;
  if (lookedFor === 'credentials' && credentials === 0) return `Searched ${looked}: nothing looks like a credential.\n`;
  if (credentials + personal === 0) return `Searched ${looked}: nothing looks secret or personal.\n`;
  const opening =
    credentials === 0
      ? `Searched ${looked}: nothing looks like a credential`
      : `${places(credentials)} like ${credentials === 1 ? 'a credential' : 'credentials'}, in ${filesWithCredentials} of ${looked}`;
  if (personal === 0) return `${opening}.\n`;
  const among = filesWithPersonal === 1 ? '1 file' : `${filesWithPersonal} files`;
  return `${opening}; ${places(personal)} personal, in ${among}.\n`;
}

function places(count: number): string {
  return count === 1 ? '1 place looks' : `${count} places look`;
}
