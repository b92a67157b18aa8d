import { describe, expect, test } from 'vitest';
import { exchange } from '../../test/exchanges.ts';
import { Crowd } from './crowd.ts';
import { lastPages } from './last-page.ts';
import type { Exchange } from '../../traffic/exchange.ts';

const baseUrl = 'https://clock.test';

function page(next: string | undefined, id = 'a'): Exchange {
  const value = { value: [{ id }], ...(next === undefined ? {} : { '@odata.nextLink': next }) };
  return exchange({ operation: 'list', response: { status: 200, body: value } });
}

/** The links that are followed from the first page, where each leads to the page that it names. */
async function followed(
  first: Exchange,
  pages: Readonly<Record<string, Exchange>>,
  remaining = Infinity,
): Promise<readonly string[]> {
  const links: string[] = [];
  const target = { baseUrl, remaining: () => remaining - links.length, owns: () => true };
  const follow = (link: string): Promise<Exchange> => {
    links.push(link);
    return Promise.resolve(pages[link] ?? page(undefined));
  };
  await lastPages([{ first, follow }], target);
  return links;
}

const [one, two] = [`${baseUrl}/1`, `${baseUrl}/2`];

test('each page leads to the next, up to the one without a link', async () => {
  expect(await followed(page(one), { [one]: page(two) })).toEqual([one, two]);
});

test('a list without an end is left where it comes back to the same page', async () => {
  expect(await followed(page(one), { [one]: page(two), [two]: page(one, 'b') })).toEqual([one, two, one]);
});

test('no link leads away from the server, or beyond the limit of requests', async () => {
  expect(await followed(page('https://elsewhere.test/1'), {})).toEqual([]);
  expect(await followed(page(one), { [one]: page(two) }, 1)).toEqual([one]);
});

test('two lists are read page by page, the pages of both at the same time', async () => {
  const events: string[] = [];
  const follow = (pages: Readonly<Record<string, Exchange>>) => async (link: string) => {
    events.push(`asked for ${link}`);
    await Promise.resolve();
    events.push(`got ${link}`);
    return pages[link] ?? page(undefined);
  };
  const [three] = [`${baseUrl}/3`];
  const lasts = await lastPages(
    [
      { first: page(one), follow: follow({ [one]: page(two, 'b') }) },
      { first: page(three), follow: follow({}) },
    ],
    { baseUrl, remaining: () => Infinity, owns: () => true },
  );
  expect(events.slice(0, 2)).toEqual([`asked for ${one}`, `asked for ${three}`]);
  expect(events).toHaveLength(6);
  expect(events.at(-1)).toBe(`got ${two}`);
  expect(lasts.map(({ outcome }) => outcome)).toEqual([page(undefined).outcome, page(undefined).outcome]);
});

describe('cards of others', () => {
  /** A page of so many cards, of which ours are those whose ids begin with a small letter. */
  const crowded = (ids: readonly string[], next: string | undefined): Exchange => {
    const value = { value: ids.map((id) => ({ id })), ...(next === undefined ? {} : { '@odata.nextLink': next }) };
    return exchange({ operation: 'list', response: { status: 200, body: value } });
  };
  const others = Array.from({ length: 101 }, (_, index) => `X${index}`);
  const links = Array.from({ length: 60 }, (_, index) => `${baseUrl}/${index + 1}`);
  const target = { baseUrl, remaining: () => 100, owns: (id: string) => /^[a-z]/.test(id) };

  /** How many pages are read of a list that goes on for ever, of which the first ones show these cards. */
  async function read(
    pages: readonly (readonly string[])[],
    { crowd = new Crowd(), passesOthers = false, remaining = 100 } = {},
  ): Promise<number> {
    let count = 1;
    const follow = async (): Promise<Exchange> => {
      count += 1;
      return crowded(pages[count - 1] ?? [`Y${count}`], links[count]);
    };
    const first = crowded(pages[0] ?? [], links[0]);
    await lastPages([{ first, follow, passesOthers }], { ...target, remaining: () => remaining }, crowd);
    return count;
  }

  test('end a walk of a limited run once there are many, sooner where that is known', async () => {
    const crowd = new Crowd();
    expect(crowd.isDense).toBe(false);
    expect(await read([others], { crowd })).toBe(2);
    expect(crowd.isDense).toBe(true);
    expect(await read([others], { crowd })).toBe(1);
    expect(await read([['X1']], { crowd })).toBe(1);
    expect(await read([['a'], ['b', 'X1'], ['X2']], { crowd })).toBe(3);
  });

  test('end none where they are few, or nothing is limited', async () => {
    expect(await read([['X1']])).toBe(50);
    expect(await read([others], { remaining: Infinity })).toBe(50);
  });

  test('are passed by where few are expected, for twelve pages without one of ours', async () => {
    const crowd = new Crowd();
    await read([others], { crowd });
    expect(await read([['X1']], { crowd, passesOthers: true })).toBe(12);
    expect(await read([['X1'], ['X2'], ['a']], { crowd, passesOthers: true })).toBe(15);
  });
});
