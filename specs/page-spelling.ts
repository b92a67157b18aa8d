import { routes, type Operation } from '../traffic/operation.ts';

/** Resource and action are named as the page's template names them; another letter case is only SHOULD (TC-GEN-008). */
export function isNamedAsInPage(url: string, operation: Operation): boolean {
  const { action } = routes[operation];
  const [path = ''] = url.split('?', 1);
  return path.includes('/schedule/timeCards') && (action === undefined || path.endsWith(`/${action}`));
}
