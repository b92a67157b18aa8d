import { describe, expect, it } from 'vitest';
import type { Cause, CauseFact } from '../judgements/cause.ts';
import { linesOf, sampleFooter, sampleReport } from '../test/sample-report.ts';
import { shapeFault } from './line-shape.ts';
import { readResultLines } from './read.ts';
import { serialise } from './serialise.ts';

const operations = ['get', 'confirmForUser'] as const;

/** One fact of every kind; a kind that is missing here does not compile. */
const facts: { readonly [Kind in CauseFact['kind']]: Extract<CauseFact, { kind: Kind }> } = {
  sameAnswer: { kind: 'sameAnswer', requests: 312, status: 200, body: '' },
  noAnswer: { kind: 'noAnswer', requests: 3, fault: 'timeout' },
  echo: { kind: 'echo', requests: 40 },
  cannedAnswers: { kind: 'cannedAnswers', requests: 40, operations, everywhere: true },
  unrelatedAnswers: { kind: 'unrelatedAnswers', requests: 40, wrong: 39, operations, everywhere: false },
  nothingStored: { kind: 'nothingStored', requests: 40, made: 12 },
  operationFails: { kind: 'operationFails', requests: 40, operations, status: 501 },
  otherSuccess: { kind: 'otherSuccess', requests: 40, operations, status: 200 },
  anyIdAccepted: { kind: 'anyIdAccepted', requests: 7, operations },
  anyBodyAccepted: { kind: 'anyBodyAccepted', requests: 7, operations },
  membersMissing: { kind: 'membersMissing', answers: 7, members: ['state'] },
  timesWithoutOffset: { kind: 'timesWithoutOffset', times: 9, wrong: 7, example: '2025-01-07T21:35:36' },
  notesLost: { kind: 'notesLost', operations },
  textBroken: { kind: 'textBroken', operations },
  notJson: { kind: 'notJson', requests: 40, answers: 12 },
};

const causeOf = (fact: CauseFact): Cause => ({ fact, sentence: 'What is wrong.', explains: ['TC-GET-001'] });

const faultOf = (cause: object): string | undefined => shapeFault({ ...sampleFooter(), causes: [cause] });

describe('the causes of a footer', () => {
  it('are read as they were written', () => {
    const causes = Object.values(facts).map(causeOf);
    const lines = linesOf(sampleReport({ footer: sampleFooter({ causes }) }));
    const text = lines.map((line) => `${serialise(line)}\n`).join('');
    expect(readResultLines(text).footer.causes).toEqual(causes);
  });

  it('may be absent, as they are in streams of earlier versions', () => {
    expect(shapeFault(sampleFooter())).toBeUndefined();
  });

  describe.each(Object.values(facts).map((fact) => [fact.kind, fact] as const))('%s', (_, fact) => {
    it('needs each of its members, but for the text of a body', () => {
      const needless = Object.keys(fact).filter((name) => {
        const { [name]: _left, ...rest } = fact as unknown as Readonly<Record<string, unknown>>;
        return faultOf({ ...causeOf(fact), fact: rest }) === undefined;
      });
      expect(needless).toEqual('body' in fact ? ['body'] : []);
    });

    it('has no other', () => {
      expect(faultOf({ ...causeOf(fact), fact: { ...fact, surplus: 1 } })).toMatch(/causes/);
    });
  });

  it.each(['fact', 'sentence', 'explains'])('need %s', (name) => {
    const { [name]: _left, ...rest } = { ...causeOf(facts.echo) } as Readonly<Record<string, unknown>>;
    expect(faultOf(rest)).toMatch(/causes/);
  });
});
