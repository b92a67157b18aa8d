import { isWrite, type Operation } from '../traffic/operation.ts';
import type { Team } from './identities.ts';
import type { Decisions } from './policy.ts';
import { Refusal } from './refusal.ts';
import type { Identity } from './time-card.ts';
import type { Principal } from './tokens.ts';

/** Source: permission tables of the pages; Schedule.Read.All is enough to read, Schedule.ReadWrite.All does both. */
export function hasScopeFor({ scopes }: Principal, operation: Operation): boolean {
  if (scopes.includes('Schedule.ReadWrite.All')) return true;
  return !isWrite(operation) && scopes.includes('Schedule.Read.All');
}

/**
 * Refuses to write the card of somebody else, unless the caller manages the team. The beta clockIn page speaks of the
 * manager; what an employee is answered is not documented, 403 is this server's answer.
 */
export function refuseForeignCard(principal: Principal, team: Team, userId: string, decisions: Decisions): void {
  if (principal.kind === 'application') return;
  const { id } = principal.identity;
  if (id === userId || manages(team, id, decisions) || decisions.on('writersOfOthers') === 'everyMember') return;
  throw new Refusal('Forbidden', 'Only an owner of the team may write the time card of another user.');
}

/** The owner of the team, who is one of those whom the page on frontline managers calls so; nobody owns the schedule here. */
export function manages(team: Team, userId: string, decisions: Decisions): boolean {
  return team.owners.has(userId) || (team.members.has(userId) && decisions.on('managers') === 'everyMember');
}

/** A user must be a member of the team to have a card in it. Source: reported 404 for a user outside the team. */
export function memberOf(team: Team, userId: string): Identity {
  const member = team.members.get(userId);
  if (member === undefined) throw new Refusal('NotFound', 'Sorry, the user was not found in this team.');
  return member;
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * In whose name an application acts, if it says. Source: MS-APP-ACTS-AS rows: deprecated and optional; nothing is said of
 * a header beside a user's token, and it has no effect here.
 */
export function actingUser(principal: Principal, actsAs: string | undefined, team: Team): Identity | undefined {
  if (principal.kind === 'user') return principal.identity;
  if (actsAs === undefined || actsAs === '') return undefined;
  if (!guid.test(actsAs)) throw new Refusal('BadRequest', 'MS-APP-ACTS-AS must be a user id (GUID).');
  return memberOf(team, actsAs);
}
