import http from 'node:http';
import timers from 'node:timers';
import { afterEach, expect, test } from 'vitest';
import { loadNock } from './load-nock.ts';

const usual = timers.setTimeout;
afterEach(() => {
  timers.setTimeout = usual;
});

test('nock answers without a timer of 0 ms, and nobody else gets the timers that it is loaded with', async () => {
  const waits: unknown[] = [];
  const counting = ((...given: Parameters<typeof usual>) => {
    waits.push(given[1]);
    return usual(...given);
  }) as typeof usual;
  timers.setTimeout = counting;
  const nock = await loadNock();
  expect(timers.setTimeout).toBe(counting);
  nock('http://clock.test').get('/card').reply(200, 'a card');
  const status = await new Promise((resolve) => {
    http.get('http://clock.test/card', (response) => response.resume().on('end', () => resolve(response.statusCode)));
  });
  nock.restore();
  expect(status).toBe(200);
  expect(waits).toEqual([]);
});
