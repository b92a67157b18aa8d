import { isJsonObject, type Json } from '../../traffic/json.ts';
import { at, namesIn } from '../../traffic/pointer.ts';
import type { BodyChange } from './case.ts';

/** The change that turns `from` into `to`, where they differ at the pointer only. */
export function changeAt(pointer: string, to: Json): BodyChange {
  const value = at(to, pointer);
  return value === undefined ? { pointer } : { pointer, value };
}

/** Applies a change; undefined where the place for it is not there. */
export function applyChange(body: Json, { pointer, value }: BodyChange): Json | undefined {
  if (pointer === '') return value;
  return replaceAt(body, namesIn(pointer), value);
}

function replaceAt(body: Json, [name = '', ...rest]: readonly string[], value: Json | undefined): Json | undefined {
  if (Array.isArray(body)) {
    const elements = [...(body as readonly Json[])];
    if (rest.length === 0 && value === undefined) return elements.filter((_one, index) => index !== Number(name));
    const child = rest.length === 0 ? value : replaceAt(elements[Number(name)] ?? null, rest, value);
    if (child === undefined) return undefined;
    elements[Number(name)] = child;
    return elements;
  }
  if (!isJsonObject(body)) return undefined;
  if (rest.length > 0) {
    const child = body[name] === undefined ? undefined : replaceAt(body[name], rest, value);
    return child === undefined ? undefined : { ...body, [name]: child };
  }
  if (value !== undefined) return { ...body, [name]: value };
  const { [name]: _, ...kept } = body;
  return kept;
}
