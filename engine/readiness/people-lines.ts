import { sameId } from '../../checks/assertions/assertions.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import type { Json } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { tokenVariables } from '../../traffic/token-variables.ts';
import type { Target } from '../../targets/target.ts';
import { itemsIn } from './answer.ts';
import type { ReadinessLine } from './line.ts';
import { refusedRead } from './refused-read.ts';

const neededMembers = 'every user of liveTenant.userIds, the first as an owner';

/**
 * Who belongs to the team. Only a token with more rights than a run needs can see that.
 * Source: list members of team (TeamMember.Read.All); conversationMember (roles: owner, or empty for a member).
 * @param members of all pages; undefined where they cannot be seen
 * @param who whose token read them
 */
export function membersLine(
  first: Exchange,
  members: readonly Json[] | undefined,
  { callerId, onBehalfOfUserId }: Target['people'],
  who: string,
): ReadinessLine {
  const line = { what: 'users in the team', needed: neededMembers } as const;
  if (members === undefined)
    return {
      ...line,
      state: 'unknown',
      is: `cannot be seen (${refusedRead(first, who).is}; it takes TeamMember.Read.All, which a run does not need)`,
    };
  const memberOf = (id: string): Json | undefined => members.find((member) => sameId(at(member, '/userId'), id));
  const wanted = [callerId, ...(onBehalfOfUserId === undefined ? [] : [onBehalfOfUserId])];
  const missing = wanted.filter((id) => memberOf(id) === undefined);
  if (missing.length > 0)
    return {
      ...line,
      state: 'missing',
      is: `${missing.join(' and ')} not in the team`,
      remedy: `add ${missing.length === 1 ? 'this user' : 'these users'} to the team`,
    };
  const roles = at(memberOf(callerId) ?? null, '/roles');
  const isOwner = Array.isArray(roles) && roles.some((role) => role === 'owner');
  return {
    ...line,
    state: isOwner ? 'ready' : 'missing',
    is: `all ${wanted.length} in the team, ${callerId} ${isOwner ? 'as an owner' : 'as no owner'}`,
    ...(isOwner ? {} : { remedy: 'make the first user an owner of the team' }),
  };
}

/** @param list as the second user sees it; undefined where that user has no token */
export function secondUserLine(list: Exchange | undefined, { onBehalfOfUserId }: Target['people']): ReadinessLine {
  const what = 'second user';
  if (onBehalfOfUserId === undefined)
    return {
      what,
      state: 'unknown',
      is: 'none is named',
      needed:
        'a second id in liveTenant.userIds for what one user may do to the cards of another; it is skipped without',
    };
  if (list === undefined)
    return {
      what,
      state: 'unknown',
      is: `${onBehalfOfUserId}, without a token`,
      needed: `${tokenVariables.secondUser} for what that user may do to the cards of the caller; it is skipped without`,
    };
  const isRead = itemsIn(list) !== undefined;
  const { is, remedy } = refusedRead(list, 'the second user');
  return {
    what,
    state: isRead ? 'ready' : 'missing',
    is: isRead ? 'may read the time cards' : `the list of time cards is ${is}`,
    needed: 'a member of the team who may read its time cards',
    ...(isRead ? {} : { remedy }),
  };
}
