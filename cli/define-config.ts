import type { GivenSettings, settings } from './settings.ts';

/** As it may be written: sizes and rates are numbers or texts such as `5mb`, durations always texts such as `30s`. */
type Written<T> = T extends number ? number | string : T;

/** What a configuration file may hold: every setting of `run` under its key. */
export type Configuration = {
  readonly [Name in keyof GivenSettings]?: (typeof settings)[Name] extends { readonly takes: 'duration' }
    ? string
    : NonNullable<GivenSettings[Name]> extends readonly (infer One)[]
      ? Written<One> | readonly Written<One>[]
      : Written<NonNullable<GivenSettings[Name]>>;
};

/** Gives a configuration file its types: `export default defineConfig({ … })`. */
export function defineConfig(configuration: Configuration): Configuration {
  return configuration;
}
