import { expect, test } from 'vitest';
import { exchange } from '../../test/exchanges.ts';
import { OfferedOperations } from './offered-operations.ts';

const answered = (operation: 'list' | 'get' | 'confirm' | 'confirmForUser', status: number) =>
  exchange({ operation, card: 'TCK_1', response: { status } });

test('an operation that always answers as if there were none is not offered', () => {
  const offer = new OfferedOperations();
  offer.add([answered('list', 200), answered('get', 404), answered('get', 501), answered('confirmForUser', 404)]);
  expect([...offer.neverAccepted()]).toEqual(['get', 'confirmForUser']);
  expect(offer.missing('v1.0')).toEqual(['get']);
  expect(offer.missing('beta')).toEqual(['get', 'confirmForUser']);
});

test('what was accepted or refused once is there, and what was never asked for is not missing', () => {
  const offer = new OfferedOperations();
  offer.add([answered('get', 404), answered('get', 200), answered('confirm', 405), answered('confirm', 403)]);
  expect(offer.missing('v1.0')).toEqual([]);
});

test('an operation that takes some bodies and answers 404 to others is there', () => {
  const offer = new OfferedOperations();
  const mutation = { pointer: '/notes', keyword: 'type', controlOf: 'clock in' };
  offer.add([
    exchange({ operation: 'clockIn', response: { status: 404 } }),
    exchange({ operation: 'clockIn', response: { status: 201 }, intent: { mutation } }),
  ]);
  expect(offer.missing('v1.0')).toEqual([]);
  expect([...offer.accepted()]).toEqual(['clockIn']);
  // What is promised of it is another matter.
  expect([...offer.neverAccepted()]).toEqual(['clockIn']);
});

test('another method is another operation', () => {
  const offer = new OfferedOperations();
  const mutation = { pointer: 'method', keyword: 'PUT', controlOf: 'list' };
  offer.add([exchange({ operation: 'list', response: { status: 200 }, intent: { mutation } })]);
  expect([...offer.accepted()]).toEqual([]);
});

test('a deliberate defect says nothing about the operation', () => {
  const offer = new OfferedOperations();
  const mutation = { pointer: 'url:card', keyword: 'unknown', controlOf: 'get' };
  offer.add([exchange({ operation: 'get', card: 'TCK_1', response: { status: 404 }, intent: { mutation } })]);
  expect(offer.missing('v1.0')).toEqual([]);
});
