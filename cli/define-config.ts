import type { TokenGiver } from '../targets/live/credential.ts';
import type { LiveTenant } from '../targets/live/live-tenant.ts';
import type { GivenSettings, NameInFiles, settings } from './settings.ts';

/** As it may be written: sizes and rates are numbers or texts such as `5mb`, durations always texts such as `30s`. */
type Written<T> = T extends number ? number | string : T;

/** What a configuration file may hold: every setting of `run` under its key. */
export type Configuration = {
  readonly [Name in Exclude<NameInFiles, 'exclude'>]?: (typeof settings)[Name] extends {
    readonly takes: 'duration';
  }
    ? string
    : NonNullable<GivenSettings[Name]> extends readonly (infer One)[]
      ? Written<One> | readonly Written<One>[]
      : Written<NonNullable<GivenSettings[Name]>>;
} & {
  /** Requirements that are not judged: an id or a pattern, and the reason. */
  readonly exclude?: Readonly<Record<string, string>>;
  /** With `--live`: the tenant, the team and the users of it that were made for tests. */
  readonly liveTenant?: LiveTenant;
  /** With `--live`: what gives tokens, such as a credential of @azure/identity or a provider of the Graph client. */
  readonly credentials?: {
    readonly [Actor in 'caller' | 'secondUser' | 'application' | 'readOnly' | 'noScope']?: TokenGiver;
  };
};

/** Gives a configuration file its types: `export default defineConfig({ … })`. */
export function defineConfig(configuration: Configuration): Configuration {
  return configuration;
}
