import type { ErrorObject } from 'ajv/dist/2020.js';
import { fileSchema } from '../schemas/file-schema.ts';
import type { Baseline, BaselineEntry } from '../results/baseline.ts';
import schema from '../results/baseline.schema.json' with { type: 'json' };
import { requirements } from '../specs/requirements/index.ts';
import { hintOf } from './nearest.ts';

const known: readonly string[] = requirements.map(({ id }) => id);

/** The baseline that a file holds, or what is wrong with it, as the rest of a sentence about the file. */
export function asBaseline(value: unknown): Baseline | string {
  const validate = fileSchema(schema).compile<Baseline>(schema);
  if (!validate(value)) return faultOf(validate.errors?.[0], value);
  return entryFault(value.entries) ?? value;
}

function entryFault(entries: readonly BaselineEntry[]): string | undefined {
  const seen = new Map<string, number>();
  for (const [index, { requirement, pointer, expires }] of entries.entries()) {
    if (!known.includes(requirement)) return `names ${requirement}, which does not exist${hintOf(requirement, known)}`;
    if (expires !== undefined && !isDay(expires))
      return `has in ${nameOf(index, entries)} ${wanted('expires', expires)}`;
    const key = JSON.stringify([requirement, pointer]);
    const first = seen.get(key);
    if (first !== undefined) {
      const place = pointer === undefined ? '' : ` at ${pointer}`;
      return `lists ${requirement}${place} twice, as entries ${first + 1} and ${index + 1}; remove one of them.`;
    }
    seen.set(key, index);
  }
  return undefined;
}

/** February has no 30th day. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** What a member must be, for people. */
const forms: Readonly<Record<string, string>> = {
  format: 'the number 1',
  apiVersion: '"v1.0" or "beta"',
  entries: 'a list',
  requirement: 'a requirement id such as "TC-DELETE-001"',
  pointer: 'a text such as "/state"',
  reason: 'a text that says why the failure is accepted',
  issue: 'an address that begins with http:// or https://',
  expires: 'a day such as "2027-03-01"',
  flaky: 'true, or left out',
};

function wanted(member: string, actual: unknown): string {
  return `${member} ${JSON.stringify(actual)}; it must be ${forms[member] ?? 'something else'}.`;
}

function faultOf(error: ErrorObject | undefined, value: unknown): string {
  if (error === undefined) return 'is not a baseline; see docs/reports.md.';
  const [, , index, ...rest] = error.instancePath.split('/');
  const at = index === undefined ? undefined : Number(index);
  const entries = isObject(value) && Array.isArray(value['entries']) ? (value['entries'] as readonly unknown[]) : [];
  const whole = at === undefined ? value : entries[at];
  const subject = at === undefined ? 'has' : `has in ${nameOf(at, entries)}`;
  const params = error.params as { readonly missingProperty?: string; readonly additionalProperty?: string };
  if (!isObject(whole)) return at === undefined ? 'is not an object; see docs/reports.md.' : `${subject} no object.`;
  if (params.missingProperty !== undefined)
    return `${subject} no "${params.missingProperty}"; give ${forms[params.missingProperty] ?? 'one'}.`;
  if (params.additionalProperty !== undefined)
    return `${subject} the unknown key ${JSON.stringify(params.additionalProperty)}${hintOf(params.additionalProperty, Object.keys(forms))}`;
  const member = rest[0] ?? error.instancePath.split('/')[1] ?? '';
  return `${subject} ${wanted(member, whole[member])}`;
}

function nameOf(index: number, entries: readonly unknown[]): string {
  const entry = entries[index];
  const id = isObject(entry) && typeof entry['requirement'] === 'string' ? ` (${entry['requirement']})` : '';
  return `entry ${index + 1}${id}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
