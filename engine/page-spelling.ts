import { operations, routes } from '../specs/operation.ts';

const actions: ReadonlySet<string> = new Set(operations.flatMap((name) => routes[name].action ?? []));
const actionName = new RegExp(`^(?:microsoft\\.graph\\.)?(?:${[...actions].join('|')})$`, 'i');

/** No name is in another letter case or qualified, and no letter is encoded that needs not be. */
export function isSpelledAsInPages(url: string): boolean {
  const [, below = ''] = url.replace(/\?.*$/, '').split('/schedule/');
  const [collection, ...rest] = below.split('/');
  const isAction = (segment: string): boolean => actionName.test(segment);
  return collection === 'timeCards' && rest.every((one) => isPlain(one) && (actions.has(one) || !isAction(one)));
}

function isPlain(segment: string): boolean {
  try {
    return encodeURIComponent(decodeURIComponent(segment)) === segment;
  } catch {
    return false;
  }
}
