import { withoutByteOrderMark } from '../traffic/byte-order-mark.ts';
import { isJsonObject, type Json } from '../traffic/json.ts';

/**
 * The result stream of which a `results.json` was made: who has only that file can render it all the same. Undefined for
 * a text that is no such document; what is wrong within one is told when the stream is read.
 */
export function streamOfJsonReport(text: string): string | undefined {
  const report = parsed(text);
  if (!isJsonObject(report)) return undefined;
  const { header, findings, observations, unseen, answers, verdicts, footer, cutOff } = report;
  if (!isJsonObject(header) || !Array.isArray(findings) || !Array.isArray(verdicts)) return undefined;
  const lines: readonly Json[] = [
    header,
    ...listOf(findings).map((finding) => ({ kind: 'finding', finding })),
    ...listOf(observations).map((row) => (isJsonObject(row) ? { kind: 'observation', ...row } : row)),
    ...listOf(unseen).map((row) => (isJsonObject(row) ? { kind: 'unseen', ...row } : row)),
    ...listOf(answers).map((row) => (isJsonObject(row) ? { kind: 'answers', ...row } : row)),
    ...listOf(verdicts).map((verdict) => ({ kind: 'verdict', verdict })),
    // A stream that was cut off has none; the document has one that only says so.
    ...(footer === undefined || cutOff === true ? [] : [footer]),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(withoutByteOrderMark(text)) as Json;
  } catch {
    return undefined;
  }
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
