import { describe, expect, test } from 'vitest';
import { sampleFinding, sampleFooter, sampleHeader, sampleReport, sampleVerdict } from '../../test/sample-report.ts';
import { page, type Implementation } from './page.ts';
import { everyServer, type ServerSheet } from './record-shape.ts';
import { summarise } from './summarise.ts';

const sheet: ServerSheet = {
  title: 'A mock',
  package: 'a-mock',
  version: '1.2.3',
  how: 'answers with examples',
  start: ['npx a-mock'],
  port: 4010,
};

const withToken = sampleReport({
  header: sampleHeader({ seed: 1 }),
  findings: [
    sampleFinding({
      violation: { kind: 'violated', pointer: '/state', expected: 'a|b', actual: '`x`\u202e', evidence: [1] },
    }),
  ],
});
const without = sampleReport({
  header: sampleHeader({ seed: 1 }),
  verdicts: [sampleVerdict('TC-GEN-002', 'skipped')],
  findings: [],
  footer: sampleFooter({ verdict: 'inconclusive', stopped: 'a token is needed.' }),
});
const partOnly = sampleReport({
  header: sampleHeader({ seed: 2 }),
  findings: [],
  footer: sampleFooter({ notOffered: ['clockIn'] }),
});
const implementation: Implementation = { name: 'a-mock', sheet, record: summarise([withToken, without]) };
const line = { 'TC-CLOCKOUT-003': 'right: the state is | another' } as const;

describe('the page of mock servers', () => {
  test('shows figures, commands and findings, and lets nothing of a server break the table', () => {
    const text = page([implementation], { [everyServer]: line });
    expect(text).toContain('| [A mock](#a-mock) | 1.2.3 | answers with examples | 2 of 4 | 4 of 96 |');
    expect(text).toContain('| nonconforming | inconclusive |');
    expect(text).toContain('TIMECARD_TOKEN=any-text node dist/cli/main.js run --base-url http://127.0.0.1:4010');
    expect(text).toContain(
      String.raw`| 1 of 1 | ${'`/state "a\\|b"`'} | ${'`"\'x\'\\u202e"`'} | right: the state is \| another |`,
    );
    expect(text).toContain('Without a token nothing is judged: a token is needed.');
  });

  test('wants a line for each finding, and a finding for each line', () => {
    expect(() => page([implementation], {})).toThrow('nobody has held TC-CLOCKOUT-003');
    expect(() => page([implementation], { [everyServer]: { ...line, 'TC-GET-001': 'right: so' } })).toThrow(
      'TC-GET-001',
    );
    expect(() => page([implementation], { [everyServer]: { 'TC-CLOCKOUT-003': 'so' } })).toThrow('must begin with');
  });

  test('names what the server does not offer', () => {
    const one = { ...implementation, record: summarise([withToken, without, partOnly]) };
    expect(page([one], { [everyServer]: line })).toContain(
      'Not offered (404, 405 or 501): clockIn; what needs them is not judged.',
    );
    expect(page([implementation], { [everyServer]: line })).not.toContain('Not offered');
  });

  test('says so where nobody ran it without a token', () => {
    const text = page([{ ...implementation, record: summarise([withToken]) }], { [everyServer]: line });
    expect(text).toContain('| nonconforming | not run |');
    expect(text.match(/node dist\/cli\/main\.js run/g)).toHaveLength(1);
  });

  test('prefers the line of the server', () => {
    const text = page([implementation], { 'a-mock': { 'TC-CLOCKOUT-003': 'wrong: here it is another thing' } });
    expect(text).toContain('wrong: here it is another thing');
  });

  test('counts the findings, and those that are wrong', () => {
    expect(page([implementation], { [everyServer]: line })).toContain('page: 1, of which right: 1, wrong: 0.');
    const wrong = { 'a-mock': { 'TC-CLOCKOUT-003': 'wrong: so' } };
    expect(page([implementation], wrong)).toContain('page: 1, of which right: 0, wrong: 1.');
  });
});
