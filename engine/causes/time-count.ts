import { lacksOffset } from '../../checks/assertions/instants.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';

/** Counts the times in the answers of a run, and those that do not say their offset. */
export class TimeCount {
  all = 0;
  withoutOffset = 0;
  /** The first of those. */
  example: string | undefined;

  add(value: Json): void {
    if (Array.isArray(value)) for (const element of value as readonly Json[]) this.add(element);
    if (!isJsonObject(value)) return;
    for (const [name, member] of Object.entries(value)) {
      if (typeof member !== 'string') this.add(member);
      else if (/dateTime$/i.test(name)) this.#count(member);
    }
  }

  #count(time: string): void {
    this.all += 1;
    if (!lacksOffset(time)) return;
    this.withoutOffset += 1;
    this.example ??= time;
  }
}
