/** Why a change that no test notices may be left: each is listed under one of these, or with words of its own. */
export const reasons: Readonly<Record<string, string>> = {
  compiler: 'Words that only the compiler wants: what they guard against never is there.',
  alike: 'The same in effect: both ways lead to the same answer.',
};
