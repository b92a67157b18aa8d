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

/** The last line of a scan. */
export function summaryText(scan: {
  readonly files: number;
  readonly tainted: number;
  readonly sightings: number;
}): string {
  const { files, tainted, sightings } = scan;
  const looked = `${files} ${files === 1 ? 'file' : 'files'}`;
  if (sightings === 0) return `Searched ${looked}: nothing looks secret or personal.\n`;
  const places = sightings === 1 ? '1 place looks' : `${sightings} places look`;
  return `${places} secret or personal, in ${tainted} of ${looked}.\n`;
}
