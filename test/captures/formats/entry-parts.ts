import type { HarEntry } from '../day.ts';

/** Writes a day in the exact form of a tool's export. */
export type Export = (day: readonly HarEntry[]) => string;

/** The bodies of an entry, and when it was sent. */
export const base64 = (text: string) => Buffer.from(text).toString('base64');
export const instant = ({ startedDateTime }: HarEntry) => Date.parse(startedDateTime);
export const sent = ({ request }: HarEntry) => request.postData?.text ?? '';
export const came = ({ response }: HarEntry) => response.content.text ?? '';
