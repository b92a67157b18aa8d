import type { Json } from '../traffic/json.ts';
import { isJsonObject } from '../traffic/json.ts';
import type { CallAnswer } from './protocol/messages.ts';
import type { Echo } from './scene.ts';

/** An assignment that a driver is asked to make and to show, without a request. */
interface EchoPath {
  readonly path: string;
  readonly value: Json;
}

const instant = '2025-03-04T05:06:07.000Z';

/** Every path that a case sets or a check reads. */
export const echoPaths: readonly EchoPath[] = [
  { path: 'userId', value: 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2' },
  { path: 'state', value: 'onBreak' },
  { path: 'confirmedBy', value: 'manager' },
  { path: 'notes.content', value: 'Zoë, on time' },
  { path: 'notes.contentType', value: 'text' },
  { path: 'clockInEvent.dateTime', value: { $time: instant } },
  { path: 'clockInEvent.isAtApprovedLocation', value: true },
  { path: 'clockInEvent.notes.content', value: 'by bus' },
  { path: 'clockOutEvent.dateTime', value: { $time: instant } },
];

/** What an answer to `echo` shows of a path. */
export function echoOf({ path, value }: EchoPath, answer: CallAnswer): Echo {
  if ('unsupported' in answer) return { kind: 'unsupported', because: answer.unsupported };
  if ('error' in answer)
    return {
      kind: 'lost',
      because: `setting ${path} fails: ${answer.error.message ?? answer.error.type ?? 'no reason'}`,
    };
  const shown = valueAt(answer.value, path);
  const isSame = isJsonObject(value) ? isInstant(shown) : same(shown, value);
  const told = shown === undefined ? 'nothing' : JSON.stringify(shown);
  return isSame ? { kind: 'shown' } : { kind: 'lost', because: `the driver was told to set ${path} and shows ${told}` };
}

/** What a projection shows at a path with dots. */
export function valueAt(value: Json, path: string): Json | undefined {
  let current: Json | undefined = value;
  for (const name of path.split('.')) current = isJsonObject(current) ? current[name] : undefined;
  return current;
}

/** A set of flags may be shown as text or as a list. */
function same(shown: Json | undefined, value: Json): boolean {
  return Array.isArray(shown) ? shown.length === 1 && shown[0] === value : shown === value;
}

/** To the second: what a date type of the library loses below that is the library's own affair, and judged as such. */
function isInstant(shown: Json | undefined): boolean {
  return typeof shown === 'string' && Math.abs(Date.parse(shown) - Date.parse(instant)) < 1000;
}
