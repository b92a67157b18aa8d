import { expect, test } from 'vitest';
import type { AnswerRow } from '../../judgements/answer-row.ts';
import { compareAnswers } from './answers.ts';

const gets = (answers: AnswerRow['answers']): AnswerRow => ({
  operation: 'get',
  actor: 'caller',
  intent: 'plain',
  answers,
});

test.each<[after: string, answers: AnswerRow['answers']]>([
  ['no answers that were recorded', { none: 9 }],
  ['a busy service', { '429': 9 }],
  ['a gateway', { '502': 9 }],
  ['a cache', { '304': 9 }],
  ['a token that has ended', { '401': 9 }],
  ['some of all that', { '200': 9, '503': 4, none: 3 }],
])('%s tells nothing of what a server takes', (_after, answers) => {
  expect(compareAnswers([gets({ '200': 9 })], [gets(answers)]).differences).toEqual([]);
});

test('what was accepted and is refused breaks a client', () => {
  const { differences } = compareAnswers([gets({ '200': 9 })], [gets({ '403': 9, '503': 1 })]);
  expect(differences).toMatchObject([{ class: 'breaking', from: '200', to: '403' }]);
});

test('in traffic of others nobody knows what should have been accepted', () => {
  const ofOthers = { sampling: 'counted', isOfTools: true } as const;
  const compared = (before: AnswerRow['answers'], after: AnswerRow['answers']) =>
    compareAnswers([gets(before)], [gets(after)], ofOthers).differences.map((one) => one.class);
  expect(compared({ '200': 9, '404': 1 }, { '404': 9 })).toEqual(['unknown']);
  // The tool has lost the answers that were accepted.
  expect(compared({ '200': 9, '404': 1 }, { '404': 3, none: 9 })).toEqual([]);
  expect(compared({ '200': 9 }, { '206': 9 })).toEqual(['breaking']);
});
