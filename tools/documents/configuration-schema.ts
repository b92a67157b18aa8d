import { join } from 'node:path';
import * as parse from '../../cli/parse-values.ts';
import { descriptionOf, namesInFiles, settings, type SettingName } from '../../cli/settings.ts';
import { efforts } from '../../engine/cases/effort.ts';
import { suiteNames } from '../../engine/cases/suite.ts';
import { reporterNames } from '../../reporters/index.ts';
import { apiVersions } from '../../traffic/operation.ts';
import { waysToSignIn } from '../../targets/live/azure-identity.ts';

/** From the root of the package, where npm runs. */
export const configurationSchemaPath = join('cli', 'configuration.schema.json');

type Schema = Readonly<Record<string, unknown>>;

/** Besides the value itself its text is taken, as an environment gives it. */
const orText = (schema: Schema, pattern: string): Schema => ({ anyOf: [schema, { type: 'string', pattern }] });
const text: Schema = { type: 'string', pattern: '\\S' };
const duration: Schema = { type: 'string', pattern: '^\\d+(\\.\\d+)?\\s*(ms|s|m|h)$' };
const whole = (minimum: number, maximum: number): Schema => orText({ type: 'integer', minimum, maximum }, '^\\d+$');
const oneOf = (names: readonly string[]): Schema => ({ enum: names });

/** What a value looks like, by what reads it. */
const forms: ReadonlyMap<unknown, Schema> = new Map<unknown, Schema>([
  [parse.baseUrl, { type: 'string', pattern: '^https?://' }],
  [parse.text, text],
  [parse.flag, orText({ type: 'boolean' }, '^(true|false|1|0|yes|no|on|off)$')],
  [parse.duration, duration],
  [parse.apiVersion, oneOf(apiVersions)],
  [parse.auth, oneOf(waysToSignIn)],
  [parse.effort, oneOf(efforts)],
  [parse.suite, oneOf(suiteNames)],
  [parse.seed, whole(0, 2 ** 31 - 1)],
  [parse.numRuns, whole(1, 100_000)],
  [parse.maxRequests, whole(1, 100_000_000)],
  [parse.path, { type: ['string', 'integer'], pattern: '^\\d+(:\\d+)*$' }],
  [parse.rate, orText({ type: 'number', exclusiveMinimum: 0, maximum: 100_000 }, '^\\d+(\\.\\d+)?(/s)?$')],
  [parse.size, orText({ type: 'number', minimum: 1, maximum: 1e9 }, '^\\d+(\\.\\d+)?\\s*([bB]|[kKmMgG][bB])?$')],
]);

/** Of a list: several values, or one text with commas. */
function listOf(name: SettingName, one: Schema): Schema {
  const names = name === 'suite' ? suiteNames : name === 'report' ? reporterNames : undefined;
  const item = name === 'report' ? oneOf(reporterNames) : one;
  const word = names === undefined ? '[^,]*\\S[^,]*' : `(${names.join('|')})`;
  const commas = { type: 'string', pattern: `^${word}(\\s*,\\s*${word})*$` };
  return { anyOf: [item, commas, { type: 'array', minItems: 1, items: { anyOf: [item, commas] } }] };
}

function schemaOf(name: SettingName): Schema {
  const setting = settings[name];
  const described = { description: descriptionOf(name) };
  if (name === 'exclude') return { ...described, type: 'object', additionalProperties: text };
  const form = forms.get(setting.parse);
  if (form === undefined) throw new Error(`There is no schema for what reads ${name}; add it to ${import.meta.url}.`);
  return { ...described, ...('many' in setting ? listOf(name, form) : form) };
}

const guid: Schema = { type: 'string', pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' };

/** The JSON Schema of a configuration file, from the one table of settings. */
export function configurationSchema(): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:graph-timecard-conformance:configuration:1',
    title: 'timecard-conformance.config.json',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      ...Object.fromEntries(namesInFiles.map((name) => [name, schemaOf(name)])),
      liveTenant: {
        description: 'with --live: the tenant, the team and the users of it that were made for tests',
        type: 'object',
        properties: {
          tenantId: guid,
          teamId: guid,
          userIds: { type: 'array', minItems: 1, maxItems: 2, uniqueItems: true, items: guid },
        },
        required: ['tenantId', 'teamId', 'userIds'],
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
