import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { journalFormat, type JournalLine } from './journal-lines.ts';

/** A line of a journal as it stands in the file; undefined for one that is damaged, or that another version wrote. */
export function journalLineIn(text: string): JournalLine | undefined {
  const value = parsed(text);
  return isJsonObject(value) && isLine(value) ? (value as unknown as JournalLine) : undefined;
}

/** The version of the form of a journal, by its first line; undefined where that is no line of a journal. */
export function journalFormatIn(text: string): number | undefined {
  const value = parsed(text);
  const isHeader = isJsonObject(value) && value['kind'] === 'run' && typeof value['format'] === 'number';
  return isHeader ? Number(value['format']) : undefined;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function isLine(line: JsonObject): boolean {
  const isText = (name: string): boolean => typeof line[name] === 'string';
  const isNumber = (name: string): boolean => typeof line[name] === 'number';
  const isAbsent = (name: string): boolean => line[name] === undefined;
  switch (line['kind']) {
    case 'run':
      return (
        line['format'] === journalFormat &&
        ['baseUrl', 'apiVersion', 'teamId', 'startedAt'].every(isText) &&
        isJsonObject(line['process'])
      );
    case 'before':
      return isTexts(line['ids']);
    case 'intent':
      return (
        ['number', 'at'].every(isNumber) &&
        ['create', 'clockIn'].includes(String(line['operation'])) &&
        isText('teamId') &&
        (isAbsent('owners') || isTexts(line['owners'])) &&
        (isAbsent('text') || isText('text'))
      );
    case 'made':
      return (
        isNumber('number') && isText('teamId') && isJsonObject(line['card']) && typeof line['card']['id'] === 'string'
      );
    case 'unclear':
      return ['number', 'at'].every(isNumber);
    case 'none':
      return isNumber('number');
    case 'gone':
      return isText('id');
    case 'end':
      return true;
    default:
      return false;
  }
}

function isTexts(value: Json | undefined): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
