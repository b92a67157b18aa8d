/** What the process tells its caller; design.md §9. Where several apply the order is 5, 4, 2, 1, 3. */
export const exitCodes = {
  conforming: 0,
  nonconforming: 1,
  usage: 2,
  inconclusive: 3,
  leftBehind: 4,
  refused: 5,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
