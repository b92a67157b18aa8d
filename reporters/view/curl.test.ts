import { describe, expect, it } from 'vitest';
import { actors } from '../../traffic/actor.ts';
import { clockOutExchanges, jsonBody, sampleCard, sampleExchange, sampleHeader } from '../../test/sample-report.ts';
import { curlLines } from './curl.ts';

const url = 'http://127.0.0.1:4010/v1.0/teams/871dbd5c-3a6a-4392-bfe1-042452793a50/schedule/timeCards';
const card = '${CARD:?no id came back}';
const list = sampleExchange(1, { operation: 'list', method: 'GET', path: '', status: 200 });

describe('curlLines', () => {
  it('keeps the id of a new card in a variable for the requests after it', () => {
    const [first, second, third] = curlLines(clockOutExchanges(), sampleHeader());
    expect(first).toMatch(/^CARD=\$\(curl -sS -X POST .* \| jq -r '\.id \/\/ empty'\)$/);
    expect(second).toContain(`"${url}/${card}/clockOut"`);
    expect(third).toContain(`"${url}/${card}"`);
  });

  it('sends in chunks and with an encoded id what was sent so', () => {
    const [made, write, ...others] = clockOutExchanges();
    if (made === undefined || write === undefined) throw new Error('there are two exchanges at least');
    const encoded = write.request.url.replace(sampleCard, sampleCard.replaceAll('_', '%5F').replaceAll('-', '%2D'));
    const headers = [...write.request.headers, ['Transfer-Encoding', 'chunked']] as const;
    const dressed = { ...write, request: { ...write.request, url: encoded, headers } };
    const [, line] = curlLines([made, dressed, ...others], sampleHeader());
    expect(line).toContain(`/$(printf %s "${card}" | sed 's/[_]/%5F/g;s/[-]/%2D/g')/clockOut"`);
    expect(line).toContain("-H 'Transfer-Encoding: chunked'");
  });

  it('keeps a link that is followed in a variable, as the next run gets another one', () => {
    const links = [`${url}?$skipToken=a`, `${url}?$skipToken=b`];
    const page = (sequence: number, of: string | undefined, next: string | undefined) => {
      const answer = jsonBody({ value: [], ...(next === undefined ? {} : { '@odata.nextLink': next }) });
      const one = sampleExchange(sequence, { operation: 'list', method: 'GET', path: '', status: 200, answer });
      return of === undefined ? one : { ...one, request: { ...one.request, url: of } };
    };
    const [first, second, third] = curlLines(
      [page(1, undefined, links[0]), page(2, links[0], links[1]), page(3, links[1], undefined)],
      sampleHeader(),
    );
    const token = '-H "Authorization: Bearer $TIMECARD_TOKEN"';
    const read = `| tee /dev/stderr | jq -r '."@odata.nextLink" // empty')`;
    expect(first).toBe(`NEXT=$(curl -sS ${url} ${token} ${read}`);
    expect(second).toBe(`NEXT2=$(curl -sS "\${NEXT:?no link came back}" ${token} ${read}`);
    expect(third).toBe(`curl -i "\${NEXT2:?no link came back}" ${token}`);
    // One that nobody follows stays where it is.
    expect(curlLines([page(1, undefined, links[0])], sampleHeader())).toEqual([`curl -i ${url} ${token}`]);
  });

  it('removes the cards that were made, each with the token of whoever made it', () => {
    const made = sampleExchange(4, {
      operation: 'create',
      actor: 'application',
      path: '?$select=id',
      status: 201,
      answer: jsonBody({ id: 'TCK_other' }),
    });
    const acting = {
      ...made.request,
      headers: [
        ['MS-APP-ACTS-AS', 'me'],
        ['Prefer', 'x'],
      ] as const,
    };
    const exchanges = [...clockOutExchanges(), { ...made, request: acting }];
    expect(curlLines(exchanges, sampleHeader({ actors })).slice(4)).toEqual([
      '# and to leave nothing behind, if it was made just now',
      `curl -i -X DELETE "${url}/${card}" -H "Authorization: Bearer $TIMECARD_TOKEN"`,
      `curl -i -X DELETE "${url}/${card.replace('CARD', 'CARD2')}" -H "Authorization: Bearer $TIMECARD_APP_TOKEN" -H 'MS-APP-ACTS-AS: me'`,
    ]);
  });

  it('removes no card of others with which a request for a new one was answered', () => {
    const [made] = clockOutExchanges();
    if (made === undefined) throw new Error('no exchange');
    const lines = curlLines([{ ...made, showsCardOfOthers: true }], sampleHeader());
    expect(lines).toHaveLength(1);
    expect(lines.join('\n')).not.toContain('DELETE');
  });

  it.each([
    ['$TIMECARD_TOKEN', '$TIMECARD_TOKEN'],
    ['Bearer ${TIMECARD_TOKEN%.*}.c2ln', 'Bearer ${TIMECARD_TOKEN%.*}.c2ln'],
    ['Bearer ${TIMECARD_TOKEN%.*}.', 'Bearer ${TIMECARD_TOKEN%.*}.'],
    ['Bearer $TIMECARD_TOKEN', 'Bearer $TIMECARD_TOKEN'],
    // Of what others captured nothing is shown.
    ['Bearer ey.claims.signature', 'Bearer $TIMECARD_TOKEN'],
    ['$TIMECARD_TOKEN"; true "', 'Bearer $TIMECARD_TOKEN'],
  ])('sends a token as it went out: %s', (shown, sent) => {
    const one = sampleExchange(1, { operation: 'list', method: 'GET', path: '', status: 401 });
    const request = { ...one.request, headers: [['Authorization', shown]] as const };
    expect(curlLines([{ ...one, request }], sampleHeader())).toEqual([`curl -i ${url} -H "Authorization: ${sent}"`]);
  });

  it.each(['nobody', 'readOnly', 'noScope'] as const)('removes a card that %s could make as the caller', (actor) => {
    const exchanges = clockOutExchanges().slice(0, 1);
    const lines = curlLines(
      exchanges.map((exchange) => ({ ...exchange, actor })),
      sampleHeader({ actors }),
    );
    expect(lines.at(-1)).toBe(`curl -i -X DELETE "${url}/${card}" -H "Authorization: Bearer $TIMECARD_TOKEN"`);
  });

  it.each([
    ['is deleted already', 204, undefined, []],
    [
      'could not be deleted',
      403,
      undefined,
      ['# and to leave nothing behind, if it was made just now', expect.stringContaining('-X DELETE')],
    ],
    [
      'came back',
      204,
      200,
      ['# and to leave nothing behind, if it was made just now', expect.stringContaining('-X DELETE')],
    ],
  ] as const)('removes a card unless it is gone: one that %s', (_, deletion, reading, expected) => {
    const get = { operation: 'get', method: 'GET', path: `/${sampleCard}`, status: reading ?? 404 } as const;
    const exchanges = [
      ...clockOutExchanges().slice(0, 2),
      sampleExchange(3, { operation: 'delete', method: 'DELETE', path: `/${sampleCard}`, status: deletion }),
      sampleExchange(4, get),
    ];
    expect(curlLines(exchanges, sampleHeader()).slice(4)).toEqual(expected);
  });

  it('sends a token without its scheme where it went so', () => {
    const bare = { ...list, request: { ...list.request, headers: [['Authorization', '$TIMECARD_TOKEN']] as const } };
    expect(curlLines([bare], sampleHeader())[0]).toContain('-H "Authorization: $TIMECARD_TOKEN"');
    expect(curlLines([list], sampleHeader())[0]).toContain('-H "Authorization: Bearer $TIMECARD_TOKEN"');
  });

  it('shows the answer of a request that makes a card where nothing follows but its removal', () => {
    expect(curlLines(clockOutExchanges().slice(0, 1), sampleHeader())[0]).toMatch(
      /^CARD=\$\(curl -sS -D \/dev\/stderr -X POST .* \| tee \/dev\/stderr \| jq -r '\.id \/\/ empty'\)$/,
    );
  });

  it('asks to remove by hand a card without an id that a variable could hold', () => {
    const made = sampleExchange(1, {
      operation: 'clockIn',
      path: '/clockIn',
      status: 201,
      answer: jsonBody({ id: 7 }),
    });
    expect(curlLines([made], sampleHeader())).toEqual([
      expect.stringMatching(/^curl -i /),
      '# and to leave nothing behind, DELETE each other card that was made just now',
    ]);
    expect(curlLines([{ ...made, operation: 'startBreak' }], sampleHeader())).toHaveLength(1);
  });

  it('asks to remove by hand what was made at the same time, as no variable can hold it', () => {
    const [clockIn] = clockOutExchanges();
    if (clockIn === undefined) throw new Error('a sample is missing');
    const intent = { phase: 'races', case: 'a race' } as const;
    const exchanges = [
      { ...clockIn, intent: { ...intent, step: 'one', overlaps: 'other' } },
      { ...clockIn, sequence: 2, intent: { ...intent, step: 'other', overlaps: 'one' } },
    ];
    expect(curlLines(exchanges, sampleHeader())).toEqual([
      expect.stringMatching(/^curl -i .* &$/),
      expect.stringMatching(/^curl -i .*; wait$/),
      '# and to leave nothing behind, DELETE each other card that was made just now',
    ]);
  });

  it.each(['overlaps', 'beside'] as const)('sends requests that were sent at once (%s) at once again', (how) => {
    const [clockIn, clockOut, get] = clockOutExchanges();
    if (clockIn === undefined || clockOut === undefined || get === undefined) throw new Error('a sample is missing');
    const intent = { phase: 'races', case: 'a race' } as const;
    const exchanges = [
      clockIn,
      { ...clockOut, intent: { ...intent, step: 'one', [how]: 'other' } },
      { ...clockOut, sequence: 3, intent: { ...intent, step: 'other', [how]: 'one' } },
      { ...get, sequence: 4 },
    ];
    const lines = curlLines(exchanges, sampleHeader());
    expect(lines[1]).toMatch(/^curl -i -X POST .* &$/);
    expect(lines[2]).toMatch(/^curl -i -X POST .*; wait$/);
    expect(lines[3]).not.toMatch(/(&|wait)$/);
  });

  it('leaves an id literal that would have to be escaped in a URL', () => {
    const exchanges = [
      sampleExchange(1, { operation: 'clockIn', path: '/clockIn', status: 201, answer: jsonBody({ id: 'a b' }) }),
      sampleExchange(2, { operation: 'get', method: 'GET', path: '/a%20b', status: 200 }),
    ];
    expect(curlLines(exchanges, sampleHeader())[1]).toBe(
      `curl -i ${url}/a%20b -H "Authorization: Bearer $TIMECARD_TOKEN"`,
    );
  });

  it('names the variable of the token of whoever called', () => {
    const header = sampleHeader({ actors });
    const variables = actors.map((actor) => /\$(\w+)/.exec(curlLines([{ ...list, actor }], header)[0] ?? '')?.[1]);
    expect(variables).toEqual([
      'TIMECARD_TOKEN',
      'TIMECARD_SECOND_USER_TOKEN',
      'TIMECARD_APP_TOKEN',
      'TIMECARD_READ_ONLY_TOKEN',
      'TIMECARD_NO_SCOPE_TOKEN',
      undefined,
    ]);
  });

  it('sends no token where none was set', () => {
    expect(curlLines([list], sampleHeader({ actors: [] }))).toEqual([`curl -i ${url}`]);
  });

  it('never shows what a request carried as a secret', () => {
    const headers = [
      ['Authorization', 'Bearer secret'],
      ['Cookie', 'secret'],
      ['Proxy-Authorization', 'secret'],
      ['Prefer', 'x'],
      ['X-Empty', ''],
    ] as const;
    const [line] = curlLines([{ ...list, request: { ...list.request, headers } }], sampleHeader({ actors: [] }));
    expect(line).toBe(`curl -i ${url} -H 'Prefer: x' -H 'X-Empty;'`);
  });

  it.each([
    ['an empty body', '', { kind: 'empty' } as const, /-H 'Content-Length: 0'$/],
    ['a body without a type', '', { kind: 'other', text: 'x' } as const, /-H Content-Type: --data-raw x$/],
    ['brackets', '?$filter=[1]', { kind: 'empty' } as const, /^curl -i -g /],
    ['dots in the path', '/../x', { kind: 'empty' } as const, /^curl -i --path-as-is /],
  ])('keeps curl from changing the request: %s', (_, path, body, expected) => {
    const exchange = sampleExchange(1, { operation: 'unknown', path, status: 200 });
    expect(curlLines([{ ...exchange, request: { ...exchange.request, body } }], sampleHeader())[0]).toMatch(expected);
  });

  it('says so where a request cannot be written', () => {
    const send = { kind: 'malformed', text: '\0' } as const;
    const [line] = curlLines([sampleExchange(1, { operation: 'create', path: '', send, status: 400 })], sampleHeader());
    expect(line).toBe(`# POST ${url}: curl cannot send a NUL character`);
  });
});
