import type { JsonObject } from '../traffic/json.ts';

/** Why a request is refused, in the words that Graph uses for Shifts. Source: concepts/errors.md; reported bodies. */
export type RefusalCode =
  | 'BadRequest'
  | 'InvalidAuthenticationToken'
  | 'PaymentRequired'
  | 'Forbidden'
  | 'NotFound'
  | 'MethodNotAllowed'
  | 'Conflict'
  | 'LengthRequired'
  | 'RequestEntityTooLarge'
  | 'UnsupportedMediaType'
  | 'Locked'
  | 'PreconditionRequired'
  | 'TooManyRequests'
  | 'InternalServerError'
  | 'BadGateway'
  | 'ServiceUnavailable'
  | 'GatewayTimeout';

const statuses: Readonly<Record<RefusalCode, number>> = {
  BadRequest: 400,
  InvalidAuthenticationToken: 401,
  PaymentRequired: 402,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  Conflict: 409,
  LengthRequired: 411,
  RequestEntityTooLarge: 413,
  UnsupportedMediaType: 415,
  Locked: 423,
  PreconditionRequired: 428,
  TooManyRequests: 429,
  InternalServerError: 500,
  BadGateway: 502,
  ServiceUnavailable: 503,
  GatewayTimeout: 504,
};

/** Thrown wherever a request turns out not to be servable; the server makes the answer of it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: RefusalCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.code = code;
    this.headers = headers;
  }

  get status(): number {
    return statuses[this.code];
  }
}

/** What a request is found again by. */
export interface RequestTrace {
  readonly requestId: string;
  readonly clientRequestId: string;
  readonly time: number;
}

/** Source: concepts/errors.md "Error resource type"; `innerError` keys and the date without a zone as reported bodies show them. */
export function errorBody(refusal: Refusal, trace: RequestTrace): JsonObject {
  return {
    error: {
      code: refusal.code,
      message: refusal.message,
      innerError: {
        date: new Date(trace.time).toISOString().slice(0, 19),
        'request-id': trace.requestId,
        'client-request-id': trace.clientRequestId,
      },
    },
  };
}

/** Source: concepts/best-practices-concept.md, "Reliability and support": both ids come back, to find the request by. */
export function traceHeaders({ requestId, clientRequestId }: RequestTrace): Readonly<Record<string, string>> {
  return { 'request-id': requestId, 'client-request-id': clientRequestId };
}
