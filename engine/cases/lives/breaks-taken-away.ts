import { htmlSample } from '../../../arbitraries/text.ts';
import type { Case, Step } from '../case.ts';
import type { Clothes } from '../clothes.ts';
import { said } from './life-steps.ts';
import { read, writeAndLook } from './card-life.ts';
import { edited } from './reopened-life.ts';
import { notes, sparseCard, distinctiveNotes, wholeCard } from './distinctive-bodies.ts';

/**
 * A card of which breaks are taken away, first one and then all, that goes on from there, and that is clocked out on a break.
 * The second break says nothing of what the first one says. Written as OData clients write: with types, and with a media
 * type that names how much of them is wanted.
 */
export function breaksTakenAway(userId: string): Case {
  const html = notes('html', htmlSample);
  const create: Step = {
    name: 'create',
    operation: 'create',
    makes: 'created',
    body: wholeCard(userId, 'typed'),
  };
  const replace: Step = {
    name: 'replace the created',
    operation: 'replace',
    card: 'created',
    body: sparseCard(userId, 'typed'),
  };
  return {
    name: 'breaks are taken away, and the card goes on',
    phase: 'lifeCycle',
    suites: ['clockIn', 'breaks', 'replace', 'clockOut', 'create', 'shapes'],
    steps: [
      {
        name: 'clock in',
        operation: 'clockIn',
        makes: 'card',
        body: said(true, notes('text', '2025-01-07T21:35:36Z')),
        clothes: ['annotated'],
      },
      ...typed(writeAndLook('start a break', 'startBreak', said(true, distinctiveNotes('first')), 'read on break')),
      ...typed(writeAndLook('end the break', 'endBreak', said(false, html), 'read after the break'), ['metadata']),
      ...writeAndLook('start another break', 'startBreak', said(false), 'read on the second break'),
      ...typed(
        writeAndLook('end the other break', 'endBreak', said(true, distinctiveNotes('second')), 'read after both'),
      ),
      ...edited('take the first break away', [{ pointer: '/breaks/0' }], {
        clothes: ['annotated'],
      }),
      ...edited('take all breaks away', [{ pointer: '/breaks', value: [] }]),
      ...typed(writeAndLook('start a break anew', 'startBreak', said(true, html), 'read on the new break'), [
        'metadata',
      ]),
      ...writeAndLook('end the new break', 'endBreak', {}, 'read after the new break'),
      ...writeAndLook('rest', 'startBreak', said(true, distinctiveNotes('rest')), 'read at rest'),
      // No page says what becomes of the break; that it began is said.
      ...writeAndLook('clock out on the break', 'clockOut', said(false, distinctiveNotes('gone')), 'read the closed'),
      ...typed([{ ...create, ofToday: 100 }, read('read the created', 'created')]),
      ...typed([{ ...replace, ofToday: 110 }, read('read the replaced', 'created')]),
    ],
  };
}

/** The write in these clothes, and the look at what it did as usual. */
function typed([write, ...looks]: readonly Step[], clothes: Clothes = ['annotated']): readonly Step[] {
  return write === undefined ? [] : [{ ...write, clothes }, ...looks];
}
