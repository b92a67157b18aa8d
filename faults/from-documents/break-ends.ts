import { withEnd, withLastBreak, withStart } from '../break-seams.ts';
import { defects } from '../defect.ts';
import { reading, showing, storing, withEvent } from '../seams.ts';
import { Refusal } from '../../reference/refusal.ts';
import { withEachNamed } from './body-parts.ts';

/** What the two ends of a break and the clock-in before it get wrong of each other, for some requests only. */
export const documentBreakEndDefects = [
  ...defects('fields', [
    {
      id: 'end-break-note-fills-start',
      title: 'a break that started without notes starts with those of its end',
      imitates: 'notes that are written to the first empty place',
      breaches: 'timecard-endbreak.md, Request body: "Notes for the end of the break."',
      caughtBy: ['TC-BREAK-008'],
      alike: 'needs a break that started without notes and ends with some',
      hooks: storing('endBreak', (after) => {
        const notes = after.breaks.at(-1)?.end?.notes ?? null;
        return withStart(after, (start) => ({ ...start, notes: start.notes ?? notes }));
      }),
    },
    {
      id: 'end-break-location-overwrites-start',
      title: 'isAtApprovedLocation of endBreak is written to the start as well where it says something else',
      imitates: 'one column for the location of a break',
      breaches: 'timecard-endbreak.md, Request body: "Indicates whether this action happens at an approved location."',
      caughtBy: ['TC-BREAK-008'],
      alike: 'needs a break that starts and ends with different locations',
      hooks: storing('endBreak', (after) => {
        const said = after.breaks.at(-1)?.end?.isAtApprovedLocation ?? null;
        return withStart(after, (start) => ({
          ...start,
          isAtApprovedLocation: said ?? start.isAtApprovedLocation,
        }));
      }),
    },
    {
      id: 'end-break-false-location-null',
      title: 'isAtApprovedLocation false of endBreak comes back as null',
      imitates: 'body.isAtApprovedLocation || null',
      breaches: 'timecard-endbreak.md, Request body: "Indicates whether this action happens at an approved location."',
      caughtBy: ['TC-BREAK-017'],
      alike: 'loses false alone; true is kept',
      hooks: storing('endBreak', (after) =>
        withEnd(after, (end) => ({ ...end, isAtApprovedLocation: end.isAtApprovedLocation || null })),
      ),
    },
    {
      id: 'start-break-takes-clock-in-note',
      title: 'startBreak without notes takes those of the clock-in',
      imitates: 'a default taken from the wrong event',
      breaches: 'dossier d: "Omitted event notes -> null"; schedule-list-timecards.md, Example: start "notes": null',
      caughtBy: ['TC-BREAK-029'],
      alike: 'shows at the first break already, after a clock-in with notes',
      hooks: storing('startBreak', (after) =>
        withStart(after, (start) => ({ ...start, notes: start.notes ?? after.clockInEvent?.notes ?? null })),
      ),
    },
    {
      id: 'end-break-moves-clock-in',
      title: 'endBreak moves the clock-in on by the length of the break',
      imitates: 'working time that is kept net by moving its start',
      breaches: 'beta timecard-get.md, Example: the clock-in of the clockIn page is unchanged after a break',
      caughtBy: ['TC-BREAK-021'],
      alike: 'changes when the work began, the other when the card was made',
      hooks: storing('endBreak', (after) => {
        const last = after.breaks.at(-1);
        const length = last?.end ? Date.parse(last.end.dateTime) - Date.parse(last.start.dateTime) : 0;
        return withEvent(after, 'clockInEvent', (event) => ({
          ...event,
          dateTime: new Date(Date.parse(event.dateTime) + length).toISOString(),
        }));
      }),
    },
  ]),
  ...defects('errors', [
    {
      id: 'end-break-null-location-refused',
      title: 'endBreak with isAtApprovedLocation null is refused',
      imitates: 'a validator that tells null from absent',
      breaches: 'CSDL, Action endBreak: "Parameter Name=isAtApprovedLocation Type=Edm.Boolean", without Nullable=false',
      caughtBy: ['TC-BREAK-006'],
      alike: 'refuses one value and answers all others as it should',
      hooks: reading('endBreak', (body) => {
        if (body['isAtApprovedLocation'] !== null) return body;
        throw new Refusal('BadRequest', 'isAtApprovedLocation must be a Boolean.');
      }),
    },
  ]),
  ...defects('identity', [
    {
      id: 'start-break-modified-by-owner',
      title: 'lastModifiedBy after startBreak is the owner of the card, also where somebody else called',
      imitates: 'a stamp that is taken from the card and not from the token',
      breaches:
        'changetrackedentity.md: lastModifiedBy, who changed it last; beta timecard-list.md, Example, second card',
      caughtBy: ['TC-BREAK-026'],
      alike: 'needs somebody other than the owner to start the break',
      hooks: storing('startBreak', (after, _before, { team }) => ({
        ...after,
        lastModifiedBy: { ...after.lastModifiedBy, user: team.members.get(after.userId) ?? null },
      })),
    },
    {
      id: 'end-break-by-application-new-id',
      title: 'a break that an application ends has another breakId from then on',
      imitates: 'a second path of code that writes the break anew',
      breaches: 'timecard-endbreak.md: "End the open break"; timecardbreak.md: breakId "ID of the timeCardBreak."',
      caughtBy: ['TC-BREAK-008'],
      alike: 'needs an application that ends the break; a user leaves the id alone',
      hooks: storing('endBreak', (after, _before, { principal }) =>
        principal.kind === 'application'
          ? withLastBreak(after, (one) => ({
              ...one,
              breakId: `${one.breakId.slice(0, -1)}${one.breakId.endsWith('0') ? 1 : 0}`,
            }))
          : after,
      ),
    },
  ]),
  ...defects('shape', [
    {
      id: 'break-location-as-text',
      title: 'isAtApprovedLocation of breaks is shown as text',
      imitates: 'a column of breaks that holds JSON of strings',
      breaches: 'CSDL, timeCardEvent: isAtApprovedLocation Type="Edm.Boolean"',
      caughtBy: ['TC-SHAPE-003'],
      hooks: showing((card) => ({
        ...card,
        breaks: withEachNamed(card['breaks'] ?? [], 'isAtApprovedLocation', (said) =>
          said === null ? null : JSON.stringify(said),
        ),
      })),
    },
  ]),
];
