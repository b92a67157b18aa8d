import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js';
import { fileSchema } from '../../schemas/file-schema.ts';
import type { JsonObject } from '../../traffic/json.ts';
import { protocolVersion, type CallAnswer, type DriverError, type Hello } from './messages.ts';
import schema from './protocol.schema.json' with { type: 'json' };

/** A line of a driver that is no answer; the message is a sentence fragment that says why. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

let validators: Ajv2020 | undefined;

function validatorOf(kind: 'hello' | 'answer'): ValidateFunction {
  validators ??= fileSchema(schema, { allowUnionTypes: true });
  const found = validators.getSchema(`${schema.$id}#/$defs/${kind}`);
  if (found === undefined) throw new Error(`protocol.schema.json does not describe ${kind}.`);
  return found;
}

/** Reads the answer to `start`. Throws NoAnswer for anything else. */
export function readHello(line: string): Hello {
  const hello = shaped(line, 'hello') as unknown as Hello;
  if (hello.version !== protocolVersion)
    throw new NoAnswer(`speaks version ${hello.version} of the protocol and not ${protocolVersion}`);
  const { name, version, language } = hello.library;
  return { version: hello.version, library: { name, version, language } };
}

/** What is wrong with a line where none was due. */
export const unasked = 'wrote a line that nobody had asked for';

/** Reads the answer to the call with this id. Throws NoAnswer for anything else. */
export function readAnswer(line: string, id: number): CallAnswer {
  const answer = shaped(line, 'answer') as unknown as CallAnswer & { readonly error?: DriverError };
  // Answered before: whether that comes before or after the next call is chance.
  if (answer.id < id) throw new NoAnswer(unasked);
  if (answer.id !== id) throw new NoAnswer(`answered call ${answer.id} where call ${id} was asked`);
  return 'error' in answer ? { id, error: withoutNulls(answer.error) } : answer;
}

function shaped(line: string, kind: 'hello' | 'answer'): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new NoAnswer('wrote a line that is not JSON; only answers belong on its standard output');
  }
  const validate = validatorOf(kind);
  if (validate(value)) return value as JsonObject;
  const [error] = validate.errors ?? [];
  const what = kind === 'hello' ? 'no answer to start' : 'no answer to a call';
  throw new NoAnswer(`wrote a line that is ${what}: ${error?.instancePath || '/'} ${error?.message ?? 'does not fit'}`);
}

/** A language without optional members writes null for what there is not. */
function withoutNulls(error: DriverError): DriverError {
  return Object.fromEntries(Object.entries(error).filter(([, value]) => value !== null)) as DriverError;
}
