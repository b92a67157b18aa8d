/** Why a change that no test notices may be left: each survivor has one of these, or words of its own. */
export const reasons: Readonly<Record<string, string>> = {
  compiler: 'Only the compiler wants it: what it guards against never is there',
  same: 'Both ways lead to the same answer',
  border: 'A border on which nothing ever stands: two exchanges never have the same number',
  shortcut: 'A shortcut: without it the same is found, more slowly',
  unseen: 'Nobody sees it: no report shows this part of such an answer',
  loading: 'The test files that judge fail while they are loaded, which Stryker does not take for a failed test',
};
