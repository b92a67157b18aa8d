/**
 * Headers of somebody who prefers another language: Graph speaks English and says the same whatever is preferred, so that a
 * request with them is as good as one without.
 */
export const german = { 'Accept-Language': 'de-DE, de;q=0.9' } as const;

/**
 * What a page in a browser takes, as its most used library says it: it would take text, and likes JSON better. Nothing is said
 * of a language, so that a refusal is about the types.
 */
export const browser = { Accept: 'application/json, text/plain, */*' } as const;
