import type { Defect } from '../../faults/defect.ts';

/** Of each class the first, and then one in so many. */
const oneIn = 6;

/** A stratified sample: some of every class, spread over each. */
export function sampleOf(defects: readonly Defect[]): readonly Defect[] {
  const seen = new Map<string, number>();
  return defects.filter(({ class: name }) => {
    const place = seen.get(name) ?? 0;
    seen.set(name, place + 1);
    return place % oneIn === 0;
  });
}
