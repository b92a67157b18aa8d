import { describe, expect, test } from 'vitest';
import type { Json } from '../../traffic/json.ts';
import { haveSameContent } from './same-content.ts';

const at = (minute: number, offset = 'Z') => `2025-01-07T21:${minute}:36.5${offset}`;
const pause = (minute: number) => ({ breakId: `b${minute}`, start: { dateTime: at(minute) } });
const notes = (content: Json, contentType: Json = 'text') => ({ content, contentType });

describe('alike', () => {
  test.each<[name: string, left: Json | undefined, right: Json | undefined]>([
    ['null and absent', null, undefined],
    ['an instant in two spellings', at(35), '2025-01-07T22:35:36.500+01:00'],
    ['a time and one that does not say its offset', at(35), '2025-01-07T21:35:36'],
    ['two times that do not say their offset', at(35, ''), at(40, '')],
    ['breaks in another order', [pause(10), pause(20), pause(30)], [pause(30), pause(10), pause(20)]],
    ['a documented member that is null or absent', { dateTime: at(10), notes: null }, { dateTime: at(10) }],
    ['members that no document names', { dateTime: at(10), region: 1 }, { dateTime: at(10), region: 2 }],
    ['html that was cleaned up', notes('<b>x</b>', 'html'), notes('x', 'html')],
    ['html whose entities were written out', notes('a & b', 'html'), notes('a &amp; b', 'html')],
    ['text that was cleaned up', notes('<b>x</b>'), notes('x')],
    ['text that was not clean at first', notes('x'), notes('<b>x</b>')],
  ])('%s', (_name, left, right) => {
    expect(haveSameContent(left, right)).toBe(true);
    expect(haveSameContent(right, left)).toBe(true);
  });
});

describe('not alike', () => {
  test.each('clockInEvent clockOutEvent breaks breakId start end notes dateTime contentType content'.split(' '))(
    'two cards, or parts of them, with another %s',
    (name) => {
      expect(haveSameContent({ [name]: 'one' }, { [name]: 'other' })).toBe(false);
    },
  );

  test.each<[name: string, left: Json | undefined, right: Json | undefined]>([
    ['two texts', 'one', 'other'],
    ['two instants', at(35), at(36)],
    ['an instant and a text', at(35), 'then'],
    ['a break and none', [pause(10)], []],
    ['a break twice and two breaks', [pause(10), pause(10)], [pause(10), pause(20)]],
    ['a list and an object', [], {}],
    ['a list and a text', [at(35)], at(35)],
    ['plain notes that differ', notes('x'), notes('y')],
    ['sanitised notes of another type', notes('<b>x</b>', 'html'), notes('x', 'text')],
    ['an event whose documented member is missing', { dateTime: at(10) }, {}],
    ['an event at another place', { isAtApprovedLocation: true }, { isAtApprovedLocation: false }],
  ])('%s', (_name, left, right) => {
    expect(haveSameContent(left, right)).toBe(false);
    expect(haveSameContent(right, left)).toBe(false);
  });
});
