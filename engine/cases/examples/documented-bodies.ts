import type { JsonObject } from '../../../traffic/json.ts';
import type { People } from '../../../targets/target.ts';
import { documentedBody } from './documented-body.ts';

/** The request bodies that the v1.0 pages print; those of beta that differ have a case of their own. */
export interface DocumentedBodies {
  readonly clockIn: JsonObject;
  readonly startBreak: JsonObject;
  readonly endBreak: JsonObject;
  readonly clockOut: JsonObject;
  readonly create: JsonObject;
  readonly replace: JsonObject;
}

export function documentedBodies(people: People): DocumentedBodies {
  return {
    clockIn: documentedBody('clockin1_req', people),
    startBreak: documentedBody('startbreak_req', people),
    endBreak: documentedBody('endbreak_req', people),
    clockOut: documentedBody('clockout_req', people),
    create: documentedBody('create_req', people),
    replace: documentedBody('replace_req', people),
  };
}
