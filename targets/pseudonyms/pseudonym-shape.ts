import type { SensitiveKind } from './sensitive-kind.ts';

/**
 * How pseudonyms look. Numbered, so that they depend on nothing real; of the form of what they replace, so that a server's
 * answer stays as valid as it was; with letters where the real one had some, as some servers tell letter cases apart.
 */
export function writePseudonym(kind: SensitiveKind, number: number, real: string): string {
  switch (kind) {
    case 'guid':
      return `${/[a-f]/i.test(real) ? 'facade00' : '00000000'}-0000-4000-8000-${String(number).padStart(12, '0')}`;
    case 'mail':
      return `user${number}@example.com`;
    case 'name':
      return `person${number}`;
    case 'id':
      return `pseudonym${number}`;
    case 'host':
      return `host${number}.example`;
    case 'address':
      return number < 255 && !real.includes(':') ? `192.0.2.${number}` : `2001:db8::${number}`;
    case 'secret':
      return `redacted${number}`;
    case 'mark':
      return `continuation${number}`;
  }
}

const shapes = [
  String.raw`(?:facade00|00000000)-?0000-?4000-?8000-?\d{12}(?![\da-f])`,
  String.raw`(?<![\w.%+-])user\d+@example\.com(?![\w-])`,
  String.raw`(?<![a-z\d])(?:(?:person|pseudonym|continuation)\d+|redacted\d+(?:of(?:application|pseudonym\d+|[\da-f]{32}))?)(?![a-z\d])`,
  String.raw`(?<![a-z\d.-])host\d+\.example(?![\w-])`,
  String.raw`(?<![\d.])192\.0\.2\.\d{1,3}(?![\d.])`,
  String.raw`(?<![\w:])2001:db8::\d+(?![\w:])`,
];
const anyShape = shapes.join('|');
const whole = new RegExp(`^(?:${anyShape})$`, 'i');

/** True for what has the form of a pseudonym, whether one was given out or not. */
export function isPseudonym(text: string): boolean {
  return whole.test(text) || text.startsWith('$TIMECARD_');
}

/** Matches every pseudonym in a text. */
export function pseudonymPattern(): RegExp {
  return new RegExp(String.raw`\$TIMECARD_[A-Z_]*TOKEN|${anyShape}`, 'gi');
}

/** The number of a pseudonym. */
export function pseudonymNumber(pseudonym: string): number {
  return Number(/(\d+)(?:@example\.com|\.example)?$/i.exec(pseudonym)?.[1]?.slice(-12));
}
