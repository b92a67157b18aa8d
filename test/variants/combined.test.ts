import { expect, test } from 'vitest';
import { variant, variants } from '../../reference/variants/index.ts';
import type { Variant } from '../../reference/variants/variant.ts';
import { oneIn } from '../one-in.ts';
import { objections } from './objections.ts';

/** Each stands for many servers, and is judged by all suites. */
const combinations: Readonly<Record<string, readonly string[]>> = {
  'a talkative server with a fast clock, below a path': [
    'undeclared-members',
    'reversed-members',
    'seven-digits',
    'rich-identities',
    'nested-errors',
    'etags',
    'bodies-in-pieces',
    'fast-clock',
    'below-a-path',
    'breaks-newest-first',
  ],
  'a terse server without a Date': [
    'fewest-digits',
    'whole-seconds',
    'without-date',
    'absent-nulls',
    'bare-identities',
    'plain-media-type',
    'another-language',
    'impossible-step-403',
    'text-tidied',
  ],
  'a busy server that closes every connection': ['throttled', 'out-of-service', 'slow-answers', 'closed-connections'],
  'a lax server with ids of its own': [
    'ids-to-be-escaped',
    'break-ids-of-its-own',
    'cards-of-others',
    'several-open-cards',
    'confirm-as-both',
    'replace-believes-state',
    'start-break-reopens',
    'clock-out-again-moves',
    'everybody-writes',
    'compressed-bodies',
    'replace-keeps-omitted',
  ],
  'a server that keeps what is under way': ['clock-out-on-break-refused', 'open-card-undeletable'],
  'a strict server with short pages': [
    'undeclared-refused',
    'service-values-refused',
    'exotic-text-refused',
    'replace-open-refused',
    'implausible-times-refused',
    'options-refused',
    'confirm-open-refused',
    'clock-out-on-break-refused',
    'impossible-step-400',
    'short-pages',
    'empty-pages',
    'others-hidden',
  ],
};

function named(id: string): Variant {
  const known = variant(id);
  if (known === undefined) throw new Error(`There is no variant ${id}`);
  return known;
}

test.each(oneIn(6, Object.entries(combinations)))('%s conforms', async (_name, ids) => {
  const warns = ids.flatMap((id) => named(id).warns ?? []);
  expect(await objections(ids.map(named), { numRuns: 2 }, { warns })).toEqual([]);
});

test('no two variants share an id, every id is in kebab case, and each says all about itself', () => {
  const ids = variants.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  expect(ids.length).toBeGreaterThan(60);
  for (const { title, allows, temptation } of variants)
    expect([title, allows, temptation].filter((text) => text.trim() === '')).toEqual([]);
});
