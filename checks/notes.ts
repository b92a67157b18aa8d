import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { isPlainText } from '../traffic/plain-text.ts';
import { at } from '../traffic/pointer.ts';
import { expectThat, holds, notApplicable, observed, violated } from './assertions/assertions.ts';
import type { Answer } from './check.ts';

/**
 * Notes that were sent come back with the same content and contentType. Only plain short text is promised to come back
 * (traffic/plain-text.ts); html may be sanitised, and what happens to exotic text is observed.
 */
export function notesKept(sent: Json | undefined, card: JsonObject, pointer: string): Answer {
  if (!isJsonObject(sent)) return notApplicable;
  const { content, contentType } = sent;
  const back = at(card, pointer);
  if (content === null) return nothingSaid(back, pointer);
  if (typeof content !== 'string') return notApplicable;
  if (contentType === 'html' || !isPlainText(content)) {
    const kept = isJsonObject(back) && back['content'] === content;
    return observed(`exotic or html notes sent`, kept ? 'kept' : 'changed');
  }
  if (!isJsonObject(back)) return violated(pointer, sent, back);
  if (back['content'] !== content) return violated(`${pointer}/content`, content, back['content']);
  // Another spelling, such as Text, may be taken for what it means.
  if (contentType !== 'text') return holds;
  return expectThat(back['contentType'] === 'text', `${pointer}/contentType`, 'text', back['contentType']);
}

/** No content may come back as none, as empty, or as no notes at all; it must not become a text that nobody wrote. */
function nothingSaid(back: Json | undefined, pointer: string): Answer {
  const text = isJsonObject(back) ? back['content'] : undefined;
  return typeof text === 'string' ? expectThat(text === '', `${pointer}/content`, null, text) : notApplicable;
}

/** The same, where null was sent to say that there are none. Nothing is said where they were left out. */
export function notesAsSent(sent: Json | undefined, card: JsonObject, pointer: string): Answer {
  return sent === null ? notesAbsent(null, card, pointer) : notesKept(sent, card, pointer);
}

/** Notes that were not sent come back null. */
export function notesAbsent(sent: Json | undefined, card: JsonObject, pointer: string): Answer {
  if (sent !== undefined && sent !== null) return notApplicable;
  const back = at(card, pointer);
  // An absent property is null by the JSON format of OData; TC-SHAPE-006 asks for the key.
  return expectThat(back === undefined || back === null, pointer, null, back);
}
