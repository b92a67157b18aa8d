import { describe, expect, test } from 'vitest';
import { isJsonObject } from '../../traffic/json.ts';
import { routes } from '../../traffic/operation.ts';
import { at } from '../../traffic/pointer.ts';
import { documentedExample, examples, type Example } from './index.ts';

const requests = examples.filter(({ kind }) => kind === 'request');
const responses = examples.filter(({ kind }) => kind === 'response');
const isBroken = ({ broken }: Example) => broken !== undefined;

describe('documented examples', () => {
  test('have names of their own', () => {
    expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
  });

  test.for(requests)('$name is printed with the path of its operation', ({ path, operation, version }) => {
    expect(operation).toBeDefined();
    if (operation === undefined) return;
    const { on, action } = routes[operation];
    const below = `${on === 'card' ? '/[^/]+' : ''}${action === undefined ? '' : `/${action}`}`;
    expect(path).toMatch(new RegExp(`^/${version}/teams/[^/]+/schedule/timeCards${below}(\\?.*)?$`, 'i'));
  });

  test.for(requests)('$name has a body where its page documents one', ({ body, operation }) => {
    expect(body !== undefined).toBe(operation !== undefined && routes[operation].body);
  });

  test.for(responses)('$name has the documented status', ({ status, operation, body }) => {
    expect(operation !== undefined && routes[operation].success).toBe(status);
    expect(body === undefined).toBe(status === 204);
  });

  test('that are broken say why', () => {
    expect(
      examples.flatMap(({ name, broken }) => (broken === undefined ? [] : [`${name}: ${broken}`])),
    ).toMatchSnapshot();
  });
});

describe('known defects', () => {
  test('a clock-out before the clock-in is marked', () => {
    const impossible = responses.filter(({ body }) => {
      const cards = isJsonObject(body) && Array.isArray(body['value']) ? body['value'] : [body];
      return cards.some(
        (card) => String(at(card, '/clockOutEvent/dateTime')) < String(at(card, '/clockInEvent/dateTime')),
      );
    });
    expect(impossible.map(({ name }) => name)).toEqual(['get_res', 'list_res', 'confirmforuser_res_beta']);
    expect(impossible.every(isBroken)).toBe(true);
  });

  test.for(['atAprovedLocation', 'confirmationStatus', '"None"', '"breakId":"string"'])('%s is marked', (text) => {
    const holding = examples.filter(({ body }) => JSON.stringify(body)?.includes(text));
    expect(holding.length).toBeGreaterThan(0);
    expect(holding.every(isBroken)).toBe(true);
  });
});

test('keep the case of printed paths', () => {
  expect(documentedExample('clockin1_req').path).toMatch(/\/clockin$/);
  expect(documentedExample('startbreak_req').path).toMatch(/\/startbreak$/);
  expect(documentedExample('clockout_req').path).toMatch(/\/clockOut$/);
});

test('an unknown name is an error', () => {
  expect(() => documentedExample('clockin9_req')).toThrow('clockin9_req');
});
