import {
  isExampleDomain,
  isPlaceholder,
  isPublicAddress,
  isPublicGuid,
  isPublicHost,
  isPublicName,
  isReplaceableId,
} from './identifies-nobody.ts';
import type { SensitiveKind } from './sensitive-kind.ts';

/** True for a value that identifies nobody and opens nothing, though it looks as if. */
export function isHarmlessValue(kind: SensitiveKind, value: string): boolean {
  if (isTemplate(value)) return true;
  switch (kind) {
    case 'guid':
      return isPublicGuid(value);
    case 'mail':
      return isExampleDomain(value.slice(value.lastIndexOf('@') + 1));
    case 'name':
      return isPublicName(value);
    case 'id':
      return isPublicGuid(value) || !isReplaceableId(value);
    case 'host':
      return isPublicHost(value) || /^(localhost|\[?::1\]?)(:\d+)?$/i.test(value) || isPublicAddress(value);
    case 'address':
      return isPublicAddress(value);
    case 'secret':
    case 'mark':
      return isPlaceholder(value);
  }
}

/** What a script, a page or a document puts something into later: `${token}`, `{{host}}`, `…`. */
function isTemplate(value: string): boolean {
  return /^(?:\$\{[^{}]*\}?|\{\{[^{}]*\}\}|…)$/.test(value);
}
