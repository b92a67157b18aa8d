/**
 * Headers of somebody who prefers another language: Graph speaks English and says the same whatever is preferred, so that a
 * request with them is as good as one without.
 */
export const german = { 'Accept-Language': 'de-DE, de;q=0.9' } as const;

/** The headers of a page in a browser, as its most used library sends them: it would take text, and likes JSON better. */
export const browser = { ...german, Accept: 'application/json, text/plain, */*' } as const;
