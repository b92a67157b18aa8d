import { routes, type Method } from '../../traffic/operation.ts';
import type { Step } from '../cases/case.ts';
import { idSegment, queryText } from '../cases/clothes.ts';

/** The path below the version that a step asks for. Source: "HTTP request" of each page. */
export function pathOf(step: Step, teamId: string, cardId: string | undefined): string {
  const route = routes[step.operation];
  const { clothes } = step;
  const lower = step.letterCase === 'names' || clothes?.includes('lowerCaseNames') === true;
  const collection = `/teams/${idSegment(teamId, clothes, 'encodedTeam')}/schedule/${lower ? 'timecards' : 'timeCards'}`;
  const isQualified = step.qualified === true || clothes?.includes('qualifiedName') === true;
  const namespace = isQualified ? 'microsoft.graph.' : '';
  const id = step.letterCase === 'id' ? cardId?.toUpperCase() : cardId;
  const card = route.on === 'card' && id !== undefined ? `/${idSegment(id, clothes)}` : '';
  const action = route.action === undefined ? '' : `/${namespace}${lower ? route.action.toLowerCase() : route.action}`;
  return `${collection}${card}${action}${step.query === undefined ? '' : `?${queryText(step.query, clothes)}`}`;
}

export function methodOf(step: Step): Method {
  return step.method ?? routes[step.operation].method;
}
