import type { ErrorObject } from 'ajv';
import type { Json } from '../traffic/json.ts';

/** One way in which a value breaks its schema. */
export interface SchemaError {
  /** JSON pointer to what is wrong; for a missing member, to where it should be. */
  readonly pointer: string;
  /** The keyword of JSON Schema that is broken. */
  readonly keyword: string;
  /** In words, without the pointer: `must be string or null`. */
  readonly message: string;
  /** What the schema wants there: types, members of an enumeration, the name of a format, a pattern. */
  readonly expected?: Json;
}

/**
 * What ajv reports, without noise. Where a value may be null, ajv reports the broken alternative, "must be null" and
 * "must match anyOf": only the first says anything. A value of the wrong type needs no further complaint.
 */
export function usefulErrors(errors: readonly ErrorObject[]): SchemaError[] {
  const mayBeNull = new Set(errors.filter(isNullBranch).map((error) => error.instancePath));
  const wrongType = new Set(errors.filter((error) => isTypeError(error)).map((error) => error.instancePath));
  return errors
    .filter((error) => error.keyword !== 'anyOf' && !isNullBranch(error))
    .filter((error) => isTypeError(error) || !wrongType.has(error.instancePath))
    .map((error) => readable(error, mayBeNull.has(error.instancePath)));
}

function isNullBranch(error: ErrorObject): boolean {
  return error.keyword === 'type' && error.params['type'] === 'null';
}

function isTypeError(error: ErrorObject): boolean {
  return error.keyword === 'type' && !isNullBranch(error);
}

function readable(error: ErrorObject, mayBeNull: boolean): SchemaError {
  const { keyword, instancePath, params, message = 'is not valid' } = error;
  switch (keyword) {
    case 'type': {
      const types = [params['type'] as string | string[]].flat();
      const expected = [...types, ...(mayBeNull ? ['null'] : [])];
      return { pointer: instancePath, keyword, message: `must be ${expected.join(' or ')}`, expected };
    }
    case 'enum': {
      const allowed = params['allowedValues'] as Json[];
      return { pointer: instancePath, keyword, message: `must be one of ${allowed.join(', ')}`, expected: allowed };
    }
    case 'required': {
      const missing = (params['missingProperty'] as string).replaceAll('~', '~0').replaceAll('/', '~1');
      return { pointer: `${instancePath}/${missing}`, keyword, message: 'must be present' };
    }
    case 'format':
    case 'pattern':
      return { pointer: instancePath, keyword, message, expected: params[keyword] as string };
    default:
      return { pointer: instancePath, keyword, message };
  }
}
