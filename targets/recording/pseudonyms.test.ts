import { describe, expect, test } from 'vitest';
import { tenant } from '../../test/tenant.ts';
import type { Headers } from '../../traffic/exchange.ts';
import type { WireOutcome } from '../wire.ts';
import { Pseudonyms } from './pseudonyms.ts';

const team = tenant.people.teamId;
const card = 'TCK_5e0b9a3c-7d1f-4c62-8f4e-90ad2b6c3e71';
const facade = (number: number): string => `facade00-0000-4000-8000-${String(number).padStart(12, '0')}`;

function answer(body: unknown, headers: Headers = []): WireOutcome {
  return { kind: 'response', status: 200, headers, text: typeof body === 'string' ? body : JSON.stringify(body) };
}

function textOf(outcome: WireOutcome): string {
  return outcome.kind === 'response' ? outcome.text : outcome.detail;
}

describe('a token without its own signature', () => {
  const [shown, real] = ['${TIMECARD_TOKEN%.*}', tenant.tokens.caller.split('.').slice(0, 2).join('.')];
  const sent = (value: string): string | undefined => {
    const headers = [['Authorization', value]] as const;
    return new Pseudonyms(tenant).request({ method: 'GET', url: 'http://host1.example', headers, text: undefined })
      .headers[0]?.[1];
  };

  test.each(['', '.c2ln'])('goes out as the real one with %j behind it, and nothing of its signature', (end) => {
    expect(sent(`Bearer ${shown}${end}`)).toBe(`Bearer ${real}${end}`);
  });

  test('comes back as what stands for it', () => {
    const text = textOf(new Pseudonyms(tenant).outcome(answer(`the token ${real}.c2ln is not valid`)));
    expect(text).toBe(`the token ${shown}.c2ln is not valid`);
  });
});

describe('what the suite gets to know', () => {
  test('of the settings is numbered, whoever they are', () => {
    const { baseUrl, people, tokens } = new Pseudonyms(tenant);
    expect(baseUrl).toBe('http://host1.example/host2.example');
    expect(people).toEqual({
      teamId: facade(1),
      otherTeamId: facade(2),
      callerId: facade(3),
      onBehalfOfUserId: facade(4),
    });
    expect(tokens).toMatchObject({ caller: '$TIMECARD_TOKEN', noScope: '$TIMECARD_NO_SCOPE_TOKEN' });
  });

  test('is the same for another tenant with other people', () => {
    const moved = (text: string): string => text.replaceAll('b7e4c2a1', 'c8f5d3b2').replaceAll('nordwind', 'suedwind');
    const other = JSON.parse(moved(JSON.stringify(tenant))) as typeof tenant;
    const body = JSON.stringify({ id: card, teamInfo: { teamId: team }, message: `${tenant.host} and ${card}` });
    const [here, there] = [new Pseudonyms(tenant), new Pseudonyms(other)];
    expect(there.text(moved(body))).toBe(here.text(body));
  });

  test.each([
    ['of Graph', 'https://graph.microsoft.com', 'https://graph.microsoft.com'],
    ['of Graph in another cloud', 'https://graph.microsoft.us', 'https://graph.microsoft.us'],
    ['of this machine', 'http://127.0.0.1:4010', 'http://host1.example'],
    ['with a path that says nothing', 'http://mock.lan/api/graph/', 'http://host1.example/api/graph'],
    ['with a path that says something', 'http://mock.lan/~jdoe', 'http://host1.example/host2.example'],
  ])('the address %s', (_name, baseUrl, shown) => {
    expect(new Pseudonyms({ ...tenant, baseUrl }).baseUrl).toBe(shown);
  });

  test('what is printed in the documents stays, and what the suite made up', () => {
    const pseudonyms = new Pseudonyms(tenant);
    const printed = JSON.stringify({
      id: 'TCK_cc09588d-d9d2-4fa0-85dc-2aa5ef983972',
      createdBy: { user: { id: '70e47528-2fae-42b5-9d8e-ee73ccd90603', displayName: 'Jing Jing GuTwo' } },
      madeUp: '0a1b2c3d-7e57-4abc-8def-7e5701234567',
      createdDateTime: '2021-05-27T22:58:41.3270000Z',
      context: 'https://graph.microsoft.com/v1.0/$metadata#teams',
    });
    expect(pseudonyms.text(printed)).toBe(printed);
  });
});

describe('one value has one pseudonym', () => {
  test('in the URL, the body, the text of an error and the link to the next page', () => {
    const pseudonyms = new Pseudonyms(tenant);
    const shown = textOf(
      pseudonyms.outcome(
        answer({
          '@odata.nextLink': `${tenant.baseUrl}/v1.0/teams/${team}/schedule/timeCards?$skiptoken=QUJD%2F`,
          value: [{ id: card }],
          error: { message: `Team ${team.toUpperCase()} has no ${card}; see ${JSON.stringify({ team })}` },
        }),
      ),
    );
    expect(JSON.parse(shown)).toEqual({
      '@odata.nextLink': `${pseudonyms.baseUrl}/v1.0/teams/${facade(1)}/schedule/timeCards?$skiptoken=continuation1`,
      value: [{ id: `TCK_${facade(5)}` }],
      error: { message: `Team ${facade(1).toUpperCase()} has no TCK_${facade(5)}; see {"team":"${facade(1)}"}` },
    });
  });

  test('and two have two', () => {
    const pseudonyms = new Pseudonyms(tenant);
    const guids = Array.from(
      { length: 500 },
      (_, index) => `a${String(index).padStart(7, '0')}-1111-4222-8333-444444444444`,
    );
    const shown = new Set(guids.map((guid) => pseudonyms.text(guid)));
    expect(shown.size).toBe(500);
  });

  test('also where a server hands out what looks like one', () => {
    const pseudonyms = new Pseudonyms(tenant);
    expect(pseudonyms.text(facade(6))).toBe(facade(6));
    expect([card, `x ${team.replace('b7', 'c7')}`].map((one) => pseudonyms.text(one))).toEqual([
      `TCK_${facade(5)}`,
      `x ${facade(7)}`,
    ]);
  });

  test('letter cases are told apart, in both directions', () => {
    const pseudonyms = new Pseudonyms(tenant);
    const shown = pseudonyms.text(card);
    const upper = pseudonyms.request({ method: 'GET', url: `x/${shown.toUpperCase()}`, headers: [], text: undefined });
    expect(upper.url).toBe(`x/${card.toUpperCase()}`);
    expect(pseudonyms.text(card.toUpperCase())).toBe(shown.toUpperCase());
    expect(shown.toUpperCase()).not.toBe(shown);
  });
});

describe('names', () => {
  test('are known from the member that tells them, also before it and after it', () => {
    const pseudonyms = new Pseudonyms(tenant);
    const body = {
      message: 'Ask Mia Brandt.',
      user: { displayName: 'Mia Brandt', givenName: 'Mia', mail: 'm.b@firm.de' },
    };
    expect(JSON.parse(textOf(pseudonyms.outcome(answer(body))))).toEqual({
      message: 'Ask Person2.',
      user: { displayName: 'Person2', givenName: 'Person3', mail: 'user2@example.com' },
    });
    expect(pseudonyms.text('MIA BRANDT (m.b@firm.de) is not Miami')).toBe('PERSON2 (user2@example.com) is not Miami');
    expect(pseudonyms.text(String.raw`{"m":"{\"m\":\"Mia Br\u0061ndt\"}"}`)).toBe(
      String.raw`{"m":"{\"m\":\"Person2\"}"}`,
    );
  });

  test('are known from the tokens before any answer tells them', () => {
    expect(new Pseudonyms(tenant).text(`${tenant.names[0]} <zoe@nordwind.onmicrosoft.com>`)).toBe(
      'Person1 <user1@example.com>',
    );
  });

  test('that are ordinary words are replaced where they are names only', () => {
    const pseudonyms = new Pseudonyms(tenant);
    const shown = textOf(pseudonyms.outcome(answer({ user: { displayName: 'user' }, confirmedBy: 'user' })));
    expect(JSON.parse(shown)).toEqual({ user: { displayName: 'person2' }, confirmedBy: 'user' });
  });

  test('that the suite writes in a note of its own are no secret there', () => {
    const pseudonyms = new Pseudonyms(tenant);
    pseudonyms.outcome(answer({ displayName: 'Lunch' }));
    const note = '{"notes":"Lunch break"}';
    pseudonyms.request({ method: 'POST', url: 'x', headers: [], text: note });
    expect(pseudonyms.text(note)).toBe(note);
    expect(pseudonyms.text('{"displayName":"Lunch"}')).toBe('{"displayName":"Person2"}');
  });
});

describe('headers', () => {
  test('are kept by name, repeated ones in their order', () => {
    const headers: Headers = [
      ['Warning', '1'],
      ['x-ms-ags-diagnostic', '{"ServerInfo":{"RoleInstance":"AM4PEPF0001"}}'],
      ['Set-Cookie', 'a=b'],
      ['warning', '2'],
      ['Server', 'clock7.nordwind.corp'],
      ['Content-Type', 'application/json'],
    ];
    const shown = new Pseudonyms(tenant).outcome(answer('', headers));
    expect(shown).toMatchObject({
      headers: [
        ['Warning', '1'],
        ['warning', '2'],
        ['Content-Type', 'application/json'],
      ],
    });
  });

  test('the length stays right where it was right, and wrong where it was wrong', () => {
    const lengthOf = (given: number): string | undefined => {
      const shown = new Pseudonyms(tenant).outcome(
        answer({ mail: 'a.long.name@nordwind.de' }, [['content-length', `${given}`]]),
      );
      return shown.kind === 'response' ? shown.headers[0]?.[1] : undefined;
    };
    expect(lengthOf(34)).toBe(String('{"mail":"user2@example.com"}'.length));
    expect(lengthOf(7)).toBe('7');
  });

  test('a token goes out with the request, and comes back as its variable', () => {
    const pseudonyms = new Pseudonyms(tenant);
    const headers: Headers = [['Authorization', 'Bearer $TIMECARD_READ_ONLY_TOKEN']];
    const sent = pseudonyms.request({ method: 'GET', url: 'x', headers, text: undefined });
    expect(sent.headers).toEqual([['Authorization', `Bearer ${tenant.tokens.readOnly}`]]);
    expect(pseudonyms.text(`you sent ${tenant.tokens.readOnly}`)).toBe('you sent $TIMECARD_READ_ONLY_TOKEN');
  });
});

test.each([
  ['the address of a refusal', `connect ECONNREFUSED 10.9.8.7:443`, 'connect ECONNREFUSED 192.0.2.1:443'],
  ['its host', `getaddrinfo ENOTFOUND ${tenant.host}`, 'getaddrinfo ENOTFOUND host1.example'],
  ['a version, which is no address', 'Express 4.18.2', 'Express 4.18.2'],
  ['a login in a URL', 'http://joe:pass@db.firm.de/x', 'http://redacted1@host3.example/x'],
  ['what stands under a telling name', '{"password":"hunter2!"}', '{"password":"redacted1"}'],
  ['a parameter of that name', 'https://a.example/?sig=abc%2Bdef&x=1', 'https://a.example/?sig=redacted1&x=1'],
  ['half a body', '{"displayName":"Mia Brandt","x":{"displayN', '{"displayName":"Person2","x":{"displayN'],
  ['an annotation of OData, which is no mail address', '{"teams@odata.context":1}', '{"teams@odata.context":1}'],
  ['a time, which is no address', '12:34:56 and 12:34', '12:34:56 and 12:34'],
  ['an etag', `W/"${team}"`, `W/"${facade(1)}"`],
  ['a page', '<p>Mia &lt;mia&#64;firm.de&gt;</p>', '<p>Mia <user2@example.com></p>'],
])('%s', (_name, text, shown) => {
  expect(new Pseudonyms(tenant).text(text)).toBe(shown);
});

test.each([
  ['escaped quotes', '\\"'],
  ['blanks behind a scheme', 'Bearer       '],
  ['labels of a host', 'a.', 'corp'],
  ['an open literal', '"displayName":"'],
  ['percent signs', '%41'],
  ['addresses without end', 'a@'],
  ['names in great number', '"mail":"x@y.de", '],
])('an answer that is made to take long does not: %s', (_name, part, end = '') => {
  const text = part.repeat(100_000 / part.length) + end;
  const before = process.cpuUsage();
  new Pseudonyms(tenant).outcome(answer(text));
  const { user } = process.cpuUsage(before);
  // A tenth of that as a rule; what is quadratic takes ten times as long.
  expect(user / 1000).toBeLessThan(2000);
});

test('more names than one expression holds are found all the same', () => {
  const pseudonyms = new Pseudonyms(tenant);
  const names = Array.from({ length: 3000 }, (_, index) => `Somebody ${'x'.repeat(30)} Number${index}`);
  pseudonyms.outcome(answer(names.map((displayName) => ({ displayName }))));
  expect(pseudonyms.text(`ask ${names[0]} or ${names[2999]}`)).toBe('ask Person2 or Person3001');
});
