import { isJsonObject } from '../../traffic/json.ts';
import type { Scene } from '../scene.ts';
import { callsOf, errorInWords, servedCard, type CallInScene } from './in-scene.ts';
import { pagesSoundly } from './listing.ts';

/** Why a scene is no control: what of it does not work at all; undefined where it does. */
export function whyUnsound(scene: Scene): string | undefined {
  const bad = callsOf(scene).find((call) => !isSound(call));
  if (bad === undefined) return undefined;
  const { call, answer } = bad.made;
  if ('unsupported' in answer) return answer.unsupported;
  const told = 'error' in answer ? JSON.stringify(errorInWords(bad)) : JSON.stringify(answer.value);
  return `${call.op} in the case ${scene.case}, which has nothing unusual, gives ${told.slice(0, 200)}`;
}

function isSound(call: CallInScene): boolean {
  const { answer, call: asked } = call.made;
  if (!('value' in answer)) return false;
  if (asked.op === 'listAll') return pagesSoundly(call);
  const served = servedCard(call);
  if (served === undefined || !['get', 'create', 'clockIn'].includes(asked.op)) return true;
  return isJsonObject(answer.value) && answer.value['id'] === served['id'];
}
