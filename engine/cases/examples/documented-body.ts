import { documentedExample } from '../../../specs/examples/index.ts';
import { isJsonObject, type JsonObject } from '../../../traffic/json.ts';
import type { People } from '../../../targets/target.ts';

/** A documented request body with the configured users in place of the printed ones: the caller, where no other was named. */
export function documentedBody(name: string, { callerId, onBehalfOfUserId = callerId }: People): JsonObject {
  const { body } = documentedExample(name);
  if (!isJsonObject(body)) throw new Error(`the documented example ${name} has no JSON object`);
  return {
    ...body,
    ...(Object.hasOwn(body, 'userId') ? { userId: callerId } : {}),
    ...(Object.hasOwn(body, 'onBehalfOfUserId') ? { onBehalfOfUserId } : {}),
  };
}
