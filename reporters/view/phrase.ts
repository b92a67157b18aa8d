/** Words of ours around a value of somebody else's. The value may be long: a narrow report cuts it, and not the words. */
export interface Phrase {
  readonly before: string;
  readonly value: string;
  readonly after: string;
}

/** Words without a value. */
export function wording(before: string): Phrase {
  return { before, value: '', after: '' };
}
