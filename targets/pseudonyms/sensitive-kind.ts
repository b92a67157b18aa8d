/** What may identify somebody or open something. `mark` is a place in a list (a skip token), taken as it is written. */
export type SensitiveKind = 'guid' | 'mail' | 'name' | 'id' | 'host' | 'address' | 'secret' | 'mark';

/** Gives what is to stand in the place of a value: the value itself where it may stay. */
export type Substitute = (kind: SensitiveKind, value: string) => string;
