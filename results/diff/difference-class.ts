/** How much a difference matters to whoever depends on the service, the worst first. */
export const differenceClasses = [
  'breaking',
  'risky',
  'disputed',
  'loosened',
  'unknown',
  'compatible',
  'fixed',
  'notComparable',
] as const;
export type DifferenceClass = (typeof differenceClasses)[number];
