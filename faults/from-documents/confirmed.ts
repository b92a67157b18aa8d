import type { FaultHooks } from '../../reference/fault.ts';
import { withBreaks } from '../break-seams.ts';
import { defects } from '../defect.ts';
import { hour, moved, showing, storing, withEveryEvent } from '../seams.ts';
import { onOldCopy } from './old-copy.ts';
import { shownOtherwise } from './shown-otherwise.ts';

/** What confirm gets wrong by who confirms, in which order, and what the card is by then. */
export const documentConfirmDefects = [
  ...defects('state', [
    {
      id: 'confirm-own-card-as-manager',
      title: 'a manager who confirms a card of their own counts as manager and not as user',
      imitates: 'a role that is looked up before the owner',
      breaches:
        'timecard.md: confirmedBy names the user who owns the card or the manager (dossier h: "After the owner of the card confirms, confirmedBy contains user")',
      caughtBy: ['TC-CONFIRM-023'],
      alike: 'needs a manager who confirms a card of their own; any other owner counts as user',
      hooks: storing('confirm', (after, before, { user, team }) => {
        if (!before || user?.id !== after.userId || !team.owners.has(user.id)) return after;
        return { ...after, confirmedBy: before.confirmedBy === 'none' ? 'manager' : before.confirmedBy };
      }),
    },
    {
      id: 'confirm-user-after-manager-drops-manager',
      title: 'the confirmation of the user takes that of the manager away, and not the other way round',
      imitates: 'flags of which one is set and the other added',
      breaches: 'CSDL, confirmedBy: IsFlags="true"; beta timecard-get.md, Example: "confirmedBy": "user,manager"',
      caughtBy: ['TC-CONFIRM-010'],
      alike: 'needs the manager to confirm first; the other way round both stay',
      hooks: storing('confirm', (after, before) =>
        before?.confirmedBy === 'manager' && after.confirmedBy === 'user,manager'
          ? { ...after, confirmedBy: 'user' }
          : after,
      ),
    },
  ]),
  ...defects('shape', [
    {
      id: 'confirmed-by-both-as-array',
      title: 'confirmedBy is an array where both have confirmed',
      imitates: 'a client model of flags that is written out as it is',
      breaches: 'beta timecard-get.md, Example: "confirmedBy": "user,manager"',
      caughtBy: ['TC-SHAPE-002'],
      hooks: showing((card) =>
        card['confirmedBy'] === 'user,manager' ? { ...card, confirmedBy: ['user', 'manager'] } : card,
      ),
    },
  ]),
  ...defects('sequence', [
    {
      id: 'confirm-after-replace-old-copy',
      title: 'confirm of a replaced card confirms it as it was before the replace',
      imitates: 'a cache that a replace does not empty',
      breaches: 'timecard-replace.md: "Replace an existing timeCard with updated values."; timecard-confirm.md',
      caughtBy: ['TC-CONFIRM-005'],
      alike: 'needs a replace before the confirm, and takes all of it back',
      hooks: () => onOldCopy('confirm'),
    },
  ]),
  ...defects('persistence', [
    {
      id: 'confirm-drops-notes-of-break-ends',
      title: 'confirm drops the notes of the ends of breaks',
      imitates: 'a card that is read and written again by a model without that field',
      breaches: 'beta timecard-get.md, Example: confirmed by both, the end of the break still has its notes',
      caughtBy: ['TC-CONFIRM-005'],
      alike: 'needs a break whose end has notes; all else is untouched',
      hooks: storing('confirm', (after) =>
        withBreaks(after, (breaks) => breaks.map((one) => ({ ...one, end: one.end && { ...one.end, notes: null } }))),
      ),
    },
    {
      id: 'confirm-cuts-milliseconds',
      title: 'confirm cuts the times of all events to seconds',
      imitates: 'a card that is read and written again by a model of whole seconds',
      breaches:
        'beta timecard-clockin.md and timecard-get.md: "2021-05-27T22:58:41.327Z" before and after the confirmations',
      caughtBy: ['TC-CONFIRM-005'],
      alike: 'needs a time that is not a whole second',
      hooks: storing('confirm', (after) =>
        withEveryEvent(after, (event) => ({ ...event, dateTime: `${event.dateTime.slice(0, 19)}Z` })),
      ),
    },
  ]),
  ...defects('fields', [
    {
      id: 'confirm-second-takes-modified-back',
      title: 'a second confirmation sets lastModifiedDateTime an hour back',
      imitates: 'a stamp in the zone of whoever confirms',
      breaches: 'beta timecard-get.md, Example: confirmed by both, lastModifiedDateTime is after the clock-out',
      caughtBy: ['TC-CONFIRM-011'],
      alike: 'needs a second confirmation; the first moves the stamp forward',
      hooks: storing('confirm', (after, before) =>
        before && before.confirmedBy !== 'none'
          ? { ...after, lastModifiedDateTime: moved(before.lastModifiedDateTime, -hour) }
          : after,
      ),
    },
  ]),
  ...defects('isolation', [
    {
      id: 'confirm-all-cards-of-owner',
      title: 'confirm confirms all cards of the user in the team',
      imitates: 'an update by user where it should be by card',
      breaches: 'timecard-confirm.md: "Confirm a specific timeCard."',
      caughtBy: ['TC-ISOLATION-001'],
      alike: 'needs another card of the user that nobody has confirmed yet',
      hooks: confirmingAll,
    },
  ]),
];

function confirmingAll(): FaultHooks {
  const shown = shownOtherwise();
  return {
    look: shown.look,
    store: ({ before, after, call, cards }) => {
      if (before) shown.forget(before.id);
      if (call.operation !== 'confirm' || !after) return after;
      const { confirmedBy } = after;
      for (const { card } of cards.all())
        if (card.id !== after.id && card.userId === after.userId)
          shown.show(card.id, (one) => ({ ...one, confirmedBy }));
      return after;
    },
  };
}
