import type { TimeCard } from '../time-card.ts';
import { entryIn, refusingStep, onStoring } from './seams.ts';
import { entries } from './variant.ts';

/** The state that a card has by its events. */
function withState(card: TimeCard): TimeCard {
  const open = card.breaks.some(({ end }) => end === null) ? 'onBreak' : 'clockedIn';
  return { ...card, state: card.clockOutEvent === null ? open : 'clockedOut' };
}

/** How cards are created, edited and confirmed. */
export const replaceVariants = entries([
  {
    id: 'confirm-open-refused',
    title: 'an open card cannot be confirmed',
    allows:
      'confirm page: "Confirm the specific timeCard", without a word on its state; the examples show closed ones.',
    temptation: 'confirm of any card succeeds',
    hooks: refusingStep('confirm', ({ state }) => state !== 'clockedOut', 'Clock out first.'),
  },
  {
    id: 'confirm-again-refused',
    title: 'a second confirm by the same user is refused',
    allows: 'No page says what a second confirm answers.',
    temptation: 'confirm may be repeated',
    hooks: refusingStep(
      'confirm',
      (before, after) => before.confirmedBy === after.confirmedBy,
      'The time card is already confirmed.',
    ),
  },
  {
    id: 'confirm-by-owner-only',
    title: 'nobody but its user may confirm a card',
    allows: 'confirm page names no roles; confirmedBy has a member manager, and no page says how it comes about.',
    temptation: 'whoever may write a card may confirm it',
    hooks: refusingStep(
      'confirm',
      (before, _after, { user }) => user?.id !== before.userId,
      'Only the user of a time card may confirm it.',
      'Forbidden',
    ),
  },
  {
    id: 'confirm-as-both',
    title: 'a manager who confirms the own card confirms as user and as manager',
    allows: 'No page says which member a user gets who is both; the set has room for both.',
    temptation: 'confirmedBy is user after its user has confirmed',
    hooks: onStoring('confirm', (after, _before, { user, team }) =>
      user !== undefined && user.id === after.userId && team.owners.has(user.id)
        ? { ...after, confirmedBy: 'user,manager' }
        : after,
    ),
  },
  {
    id: 'edit-unconfirms',
    title: 'replace takes the confirmations back',
    allows: 'No page says what replace does to confirmedBy.',
    temptation: 'replace changes what was sent, and nothing else',
    hooks: onStoring('replace', (after) => ({ ...after, confirmedBy: 'none' })),
  },
  {
    id: 'change-unconfirms',
    title: 'clockOut and breaks take the confirmations back',
    allows: 'No page says whether a card that changes stays confirmed.',
    temptation: 'clockOut changes clockOutEvent and state, and nothing else',
    hooks: {
      store: ({ after, call }) =>
        after !== undefined && after.confirmedBy !== 'none' && call.operation.match(/^(clockOut|startBreak|endBreak)$/)
          ? { ...after, confirmedBy: 'none' }
          : after,
    },
  },
  {
    id: 'replace-keeps-omitted',
    title: 'replace keeps breaks and notes that the body leaves out',
    allows: 'replace example leaves breaks out; no page says whether they are cleared or kept.',
    temptation: 'a PUT replaces everything',
    hooks: onStoring('replace', (after, before, { body }) => {
      if (before === undefined) return after;
      const kept = {
        ...('breaks' in body ? {} : { breaks: before.breaks }),
        ...('notes' in body ? {} : { notes: before.notes }),
      };
      return withState({ ...after, ...kept });
    }),
  },
  {
    id: 'replace-believes-state',
    title: 'replace takes the state that the body says, whatever the events say',
    allows: 'replace example sends state; no page says what wins where it disagrees with the events.',
    temptation: 'state follows from the events',
    hooks: onStoring('replace', (after, _before, { body }) => {
      const { state } = body;
      return state === 'clockedIn' || state === 'onBreak' || state === 'clockedOut' ? { ...after, state } : after;
    }),
  },
  {
    id: 'original-before-latest-edit',
    title: 'originalEntry is the entry before the latest edit, not before the first',
    allows: 'timeCard page: "The original timeCardEntry of the timeCard, before it was edited", of one edit or of all.',
    temptation: 'originalEntry never changes after the first edit',
    hooks: onStoring('replace', (after, before) =>
      before === undefined ? after : { ...after, originalEntry: entryIn(before) },
    ),
  },
  {
    id: 'original-of-each-part',
    title:
      'originalEntry has each event as it was before the last edit that changed it, and the breaks before the first',
    allows: 'timeCard page: "The original timeCardEntry of the timeCard, before it was edited", of one edit or of all.',
    temptation: 'originalEntry is the entry of one moment',
    hooks: () => {
      const created = new Set<string>();
      return {
        store: ({ before, after, call }) => {
          if (after !== undefined && call.operation === 'create') created.add(after.id);
          if (before === undefined || after === undefined || call.operation !== 'replace') return after;
          if (!created.has(after.id)) return after;
          const was = (name: 'clockInEvent' | 'clockOutEvent') =>
            JSON.stringify(after[name]) === JSON.stringify(before[name]) ? before.originalEntry[name] : before[name];
          const { breaks } = after.originalEntry;
          return {
            ...after,
            originalEntry: { clockInEvent: was('clockInEvent'), clockOutEvent: was('clockOutEvent'), breaks },
          };
        },
      };
    },
  },
  {
    id: 'original-copied',
    title: 'in beta originalEntry of a created card is a copy of its entry',
    allows: 'beta create, example response: originalEntry is a full copy of the entry.',
    temptation: 'in beta, too, originalEntry of a created card is empty',
    versions: ['beta'],
    hooks: onStoring('create', (after) => ({ ...after, originalEntry: entryIn(after) })),
  },
  {
    id: 'break-ids-of-its-own',
    title: 'breakId is a number in text, and create does not take over one that a client sends',
    allows:
      'CSDL: breakId is an Edm.String; an old beta example shows "string". versioning-and-support: ids are opaque.',
    temptation: 'breakId is BRK_ and a GUID, and comes back as sent',
    hooks: () => {
      let last = 0;
      return {
        store: ({ after, before, call }) => {
          if (after === undefined || after.breaks.length === 0 || call.operation === 'replace') return after;
          const known = new Set(before?.breaks.map(({ breakId }) => breakId));
          const named = new Map(
            after.breaks.map(({ breakId }) => [breakId, known.has(breakId) ? breakId : `${(last += 1)}`]),
          );
          const renamed = (breaks: TimeCard['breaks']) =>
            breaks.map((one) => ({ ...one, breakId: named.get(one.breakId) ?? one.breakId }));
          const { originalEntry } = after;
          return {
            ...after,
            breaks: renamed(after.breaks),
            originalEntry: { ...originalEntry, breaks: renamed(originalEntry.breaks) },
          };
        },
      };
    },
  },
  {
    id: 'service-values-honoured',
    title: 'create takes id, state, createdDateTime and confirmedBy from the body',
    allows: 'No page says whether id, state, createdDateTime and the like are ignored, honoured or refused.',
    temptation: 'createdDateTime is the time of the call, whatever is sent',
    hooks: onStoring('create', (after, _before, { body }) => {
      const taken = Object.fromEntries(
        ['id', 'state', 'createdDateTime', 'confirmedBy'].flatMap((name) =>
          typeof body[name] === 'string' && body[name] !== '' ? [[name, body[name]]] : [],
        ),
      );
      return Object.keys(taken).length === 0 ? after : { ...after, ...taken };
    }),
  },
]);
